// Arbitrary bytes through the whole of ingest: the first byte picks the name (so the format) and the options, the rest is the input.
// What must hold: there is always an item, a document's text is UTF-8 without zero bytes and its hash fits, an error says why; a
// document written as JSON comes back the same.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "ingest/ingest.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const laut::Document& document) {
  require(!document.text.empty() && !laut::first_invalid_utf8(document.text));
  require(document.text.find('\0') == std::string::npos);
  require(document.sha256 == laut::sha256_hex(document.text));
  require(document.language.size() == 2 || document.language == "other");
  require(document.published.has_value() == (document.published_basis != laut::PublishedBasis::none));
  const nlohmann::json written{{"document", {{"text", document.text}, {"sha256", document.sha256}, {"language", document.language}}}};
  const auto again = laut::ingest::from_bytes(written.dump(), "again.json", {});
  require(again.size() == 1 && again[0] && again[0]->text == document.text && again[0]->language == document.language);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::array<std::string, 6> names{"a.txt", "a.md", "a.json", "a.jsonl", "-", "a.unknown"};
  laut::ingest::Options options;
  if ((data[0] & 0x40U) != 0) options.published = laut::day_of(2024, 12, 17);
  if ((data[0] & 0x80U) != 0) options.limit = 64;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto items = laut::ingest::from_bytes(bytes, names[(data[0] & 0x3FU) % names.size()], options);
  require(!items.empty());
  for (const auto& item : items) {
    if (item) check(*item);
    require(item || !item.error().message.empty());
  }
  return 0;
}
