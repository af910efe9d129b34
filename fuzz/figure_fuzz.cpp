// Fuzzes the reading of figures: any bytes, any span inside them, any language. Byte 0 picks language and event, bytes 1..4 the spans,
// the rest is the text. Bounds must be ordered and finite, whatever the bytes.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "laut/claim.h"
#include "reader/meaning/figure.h"

namespace {

const laut::meaning::Figures& figures() {
  static const auto loaded = [] {
    auto result = laut::meaning::Figures::load(std::filesystem::path(LAUT_SOURCE) / "data");
    if (!result) {
      std::cerr << result.error().text() << "\n";
      std::abort();
    }
    return result;
  }();
  return *loaded;
}

bool in_order(const laut::Figure& figure) {
  const auto finite = [](std::optional<double> number) { return !number || (std::isfinite(*number) && *number >= 0); };
  return finite(figure.value) && finite(figure.low) && finite(figure.high) &&
         (!figure.low || !figure.high || *figure.low <= *figure.high) && !figure.unit.empty();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kHead = 5;
  static constexpr std::string_view kLanguages[] = {"de", "en", "fr", "uk", "ru", "pl", "es", "xx"};
  if (size < kHead) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + kHead, size - kHead);
  const auto at = [&](std::size_t byte) { return static_cast<std::uint32_t>(data[byte] * (text.size() + 1) / 256); };
  const auto span = [&](std::size_t byte) { return laut::Span{std::min(at(byte), at(byte + 1)), std::max(at(byte), at(byte + 1))}; };
  const auto event = static_cast<laut::Event>(data[0] / 8 % laut::kEvents);
  const auto read = figures().read({text, span(1), kLanguages[data[0] % 8]}, event, span(3));
  if (!in_order(read.meaning)) std::abort();
  return 0;
}
