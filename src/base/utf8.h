// UTF-8: check it, walk it, count it.
//
// Inside, spans are bytes; outputs count code points. CodePoints is the one place where one becomes the other.
//
//     CodePoints points("\u00DCber 30");
//     points.at(3) == 2                 // byte 3 ("e", after two bytes of U+00DC and one of "b") is code point 2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laut {

/// The offset of the first byte that is not UTF-8 (overlong forms, surrogates and values above U+10FFFF are not), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code point that begins at byte `at` of valid UTF-8, and its length in bytes.
struct Decoded {
  char32_t point = 0;
  std::uint32_t length = 0;
};
Decoded decode_utf8(std::string_view text, std::size_t at);

/// The begin of the code point before byte `at` (at > 0).
std::size_t previous_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t point);

/// Byte offset -> code point offset, for one text. O(1) memory per 64 bytes, O(64) a look-up.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  /// Code points before byte `byte` (0..size).
  [[nodiscard]] std::size_t at(std::size_t byte) const;
  /// The byte where code point `point` begins (0..count), or nothing beyond the end.
  [[nodiscard]] std::optional<std::size_t> byte_of(std::size_t point) const;
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;  // code points before each block of 64 bytes
  std::size_t count_ = 0;
};

}  // namespace laut
