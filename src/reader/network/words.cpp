#include "reader/network/words.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::network {
namespace {

constexpr char32_t kRightQuote = 0x2019;

bool is_python_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool joins_digits(char32_t c) { return c == U'.' || c == U',' || c == U':'; }
bool joins_letters(char32_t c) { return c == U'-' || c == U'\'' || c == U'/' || c == kRightQuote; }

// The end of a run of characters of one class that may be joined by single joiners: class+ (joiner class+)*.
template <class InClass, class Joins>
std::size_t end_of_run(std::string_view text, std::size_t at, InClass in_class, Joins joins) {
  std::size_t end = at;
  const auto run = [&](std::size_t from) {
    while (from < text.size()) {
      const auto [point, length] = decode_utf8(text, from);
      if (!in_class(point)) break;
      from += length;
    }
    return from;
  };
  end = run(at);
  while (end < text.size()) {
    const auto [point, length] = decode_utf8(text, end);
    if (!joins(point)) break;
    const std::size_t next = run(end + length);
    if (next == end + length) break;
    end = next;
  }
  return end;
}

}  // namespace

std::vector<Span> split_words(std::string_view text) {
  std::vector<Span> words;
  words.reserve(text.size() / 6);
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = decode_utf8(text, at);
    std::size_t end = at + length;
    if (is_digit(point)) {
      end = end_of_run(text, at, is_digit, joins_digits);
    } else if (is_word_character(point)) {
      end = end_of_run(text, at, is_word_character, joins_letters);
    } else if (is_python_space(point)) {
      at = end;
      continue;
    }
    words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return words;
}

}  // namespace laut::network
