// Words, subwords and windows of any text: in order, inside the text, at code points; every word has a home that holds it.
#include <cstdlib>
#include <filesystem>

#include "base/utf8.h"
#include "reader/network/decode.h"
#include "reader/network/tokens.h"
#include "reader/network/windows.h"
#include "reader/network/words.h"

namespace {

using namespace laut;           // NOLINT(google-build-using-namespace)
using namespace laut::network;  // NOLINT(google-build-using-namespace)

const Tokenizer& tokenizer() {
  static const Tokenizer loaded = *Tokenizer::load(std::filesystem::path(LAUT_SOURCE) / "models" / "tokenizer.model");
  return loaded;
}

// A document's text is valid UTF-8; other bytes are taken as Latin-1.
std::string text_of(std::string_view bytes) {
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (const char byte : bytes) append_utf8(text, static_cast<unsigned char>(byte));
  return text;
}

void require(bool holds) {
  if (!holds) std::abort();
}

bool at_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(std::string_view text, const WindowLimits& limits) {
  const auto words = split_words(text);
  const auto pieces = tokenizer().pieces(text);
  require(pieces.ok());
  std::uint32_t at = 0;
  for (const Span& word : words) {
    require(word.begin >= at && word.begin < word.end && word.end <= text.size());
    require(at_code_point(text, word.begin) && at_code_point(text, word.end));
    at = word.end;
  }
  for (const Piece& piece : *pieces)
    require(piece.span.end <= text.size() && at_code_point(text, piece.span.begin) && at_code_point(text, piece.span.end));
  const auto windows = make_windows(words, *pieces, limits);
  for (const Window& window : windows) {
    require(window.ids.size() <= limits.subwords + 2 && window.first.size() == window.words() && window.last.size() == window.words());
    for (std::size_t i = 0; i < window.words(); ++i)
      require(window.first[i] >= 1 && window.first[i] <= window.last[i] &&
              window.last[i] + 1 < static_cast<std::int64_t>(window.ids.size()));
  }
  if (windows.empty()) return;
  const auto home = homes(windows, words.size());
  for (std::size_t word = 0; word < words.size(); ++word) require(windows[home[word]].begin <= word && word < windows[home[word]].end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  WindowLimits limits;
  limits.subwords = 4 + data[0];
  check(text_of({reinterpret_cast<const char*>(data + 1), size - 1}), limits);
  return 0;
}
