#include "reader/meaning/sentence.h"

#include <algorithm>

#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

constexpr std::uint32_t kReach = 2000;  // bytes to each side

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

/// Whether the word that ends before `at` is an abbreviation or an ordinal: one letter, or two of which the first is no small ASCII one.
bool is_short(std::string_view text, std::size_t at) {
  std::size_t letters = 0;
  while (at > 0 && !is_space(text[at - 1]) && letters < 3) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) ++letters;
  }
  return letters < 2 || (letters == 2 && (text[at] < 'a' || text[at] > 'z'));
}

/// Whether a sentence ends with the byte at `at`.
bool ends_at(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  const bool ellipsis = text.substr(0, at + 1).ends_with("\xE2\x80\xA6");
  if (text[at] != '.' && text[at] != '!' && text[at] != '?' && !ellipsis) return false;
  if (text[at] == '.' && is_short(text, at)) return false;
  std::size_t next = at + 1;  // closing quotation marks and brackets may follow
  while (next < text.size() && !is_space(text[next]) && next < at + 4) ++next;
  return next >= text.size() || is_space(text[next]);
}

}  // namespace

Span sentence_at(std::string_view text, std::uint32_t at) {
  const auto before = before_span(text, at, kReach);
  const auto after = after_span(text, at, kReach);
  auto begin = at;
  while (begin > before.begin && !ends_at(text, begin - 1)) --begin;
  auto end = at;
  while (end < after.end && !ends_at(text, end)) ++end;
  if (end < after.end) ++end;
  while (begin < end && is_space(text[begin])) ++begin;
  return {begin, end};
}

bool in_one_sentence(std::string_view text, std::uint32_t first, std::uint32_t second) { return sentence_at(text, first).end > second; }

}  // namespace laut::meaning
