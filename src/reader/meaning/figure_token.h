// Tokens of the stretch around a figure: folded words, numbers in digits, single marks.
//
// Digits become one token with their value, whatever separates their groups: "12 000", "1.234,5", "10'000", "3,5".
//
//     tokens_of("rund 12.500 Mann", ...)   ->   word "rund", digits 12500, word "mann"
//
// What a point or a comma means is the language's (DigitStyle). Where three digits follow a decimal sign ("12,000" in German) both
// readings are kept: the reader takes the decimal one only before a scale or a measure ("1,250 km"), since people come whole.
// Never fails: bytes that are no UTF-8 become marks that match nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace laut::meaning::figures {

enum class TokenKind { word, digits, mark };

struct Token {
  TokenKind kind = TokenKind::mark;
  Span span;
  std::string word;             // folded; a line break is the mark "\n"
  bool glued = false;           // no space before it
  double value = 0;             // digits
  std::optional<double> whole;  // digits: the value if the decimal sign were a thousands sign
};

struct DigitStyle {
  char32_t thousands = U',';
  char32_t decimal = U'.';
  bool spaced = false;             // plain spaces part thousands: "10 000"
  std::set<std::string> elisions;  // folded words that lose their vowel before an apostrophe: "d" of "d'environ"
};

/// Tokens of `within` (clamped to the text). Plain spaces inside `trusted` part thousands in any language.
std::vector<Token> tokens_of(std::string_view text, Span within, Span trusted, const DigitStyle& style);

/// The folded words of a table's cell, cut as tokens_of() cuts; dashes left out.
std::vector<std::string> words_of(std::string_view cell, const DigitStyle& style);

bool is_quotation_mark(const Token& token);

}  // namespace laut::meaning::figures
