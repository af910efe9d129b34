// A stretch of a text, in bytes.
//
// Inside Laut every span counts bytes of the article's UTF-8 text, begin inclusive, end exclusive, so that text.substr() works
// without a table. Outputs count Unicode code points (see base/utf8.h); the conversion happens once, where something is written.
//
//     std::string text = "Mindestens 30 Soldaten";
//     Span{11, 13}.in(text) == "30"
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace laut {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  [[nodiscard]] bool overlaps(Span other) const { return std::min(end, other.end) > std::max(begin, other.begin); }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace laut
