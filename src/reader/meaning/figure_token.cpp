#include "reader/meaning/figure_token.h"

#include <algorithm>
#include <cmath>

#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::meaning::figures {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr std::size_t kMostDigits = 18;  // more is no count (a telephone number, a hash)

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }
bool is_hard_space(char32_t c) { return c == 0x00A0 || c == 0x2009 || c == 0x202F || c == 0x2007; }
bool is_break(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029; }

// One group of digits and the separator before it.
struct Group {
  char32_t separator = 0;
  std::string digits;
};

double number(const std::string& whole, const std::string& part) {
  double value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  double place = 1;
  double fraction = 0;
  for (const char c : part) {
    fraction = fraction * 10 + (c - '0');
    place *= 10;
  }
  return value + fraction / place;
}

class Cutter {
 public:
  Cutter(std::string_view text, Span within, Span trusted, const DigitStyle& style)
      : text_(text.substr(0, within.end)), at_(within.begin), trusted_(trusted), style_(style) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const auto [point, length] = decode_utf8(text_, at_);
      if (is_break(point)) {
        add(TokenKind::mark, at_, at_ + length).word = "\n";
        at_ += length;
        glued_ = false;
      } else if (is_space(point)) {
        at_ += length;
        glued_ = false;
      } else if (is_digit(point)) {
        digits();
      } else if (is_word_character(point) && !is_apostrophe(point)) {  // U+02BC is a letter
        word();
      } else {
        add(TokenKind::mark, at_, at_ + length).word = std::string(text_.substr(at_, length));
        at_ += length;
      }
    }
    return std::move(tokens_);
  }

 private:
  Token& add(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.glued = glued_;
    glued_ = true;
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }

  [[nodiscard]] Decoded peek(std::size_t at) const { return at < text_.size() ? decode_utf8(text_, at) : Decoded{0, 0}; }

  // A run of letters; digits may follow letters ("f16"), an apostrophe may stand between letters.
  void word() {
    const std::size_t begin = at_;
    std::string raw;
    while (at_ < text_.size()) {
      const auto [point, length] = decode_utf8(text_, at_);
      if (point == kSoftHyphen) {
        at_ += length;
        continue;
      }
      if (is_apostrophe(point)) {
        if (!is_letter(peek(at_ + length).point)) break;
        if (style_.elisions.contains(fold(raw))) {
          end_word(begin, raw);
          at_ += length;
          return;
        }
        raw += '\'';
      } else if (is_word_character(point) || is_mark(point)) {
        raw += text_.substr(at_, length);
      } else {
        break;
      }
      at_ += length;
    }
    end_word(begin, raw);
  }

  void end_word(std::size_t begin, const std::string& raw) { add(TokenKind::word, begin, at_).word = fold(raw); }

  std::string digit_run(std::size_t& at) const {
    std::string run;
    for (auto next = peek(at); next.length > 0 && is_digit(next.point); next = peek(at)) {
      run += static_cast<char>('0' + digit_value(next.point));
      at += next.length;
    }
    return run;
  }

  // May `separator` at byte `at` part the groups of one number?
  [[nodiscard]] bool parts(char32_t separator, std::size_t at, const std::vector<Group>& groups, const std::string& next) const {
    if (separator == U'.' || separator == U',') return true;
    const std::size_t before = groups.back().digits.size();
    const bool thousands = next.size() == 3 && (before == 3 || (groups.size() == 1 && before < 3));
    if (is_apostrophe(separator) || is_hard_space(separator)) return thousands;
    const bool trusted = style_.spaced || (trusted_.begin <= at && at < trusted_.end);
    return separator == U' ' && trusted && thousands;
  }

  void digits() {
    const std::size_t begin = at_;
    std::vector<Group> groups{{0, digit_run(at_)}};
    while (true) {
      const auto separator = peek(at_);
      std::size_t next = at_ + separator.length;
      if (separator.length == 0) break;
      const std::string run = digit_run(next);
      if (run.empty() || !parts(separator.point, at_, groups, run)) break;
      groups.push_back({separator.point, run});
      at_ = next;
    }
    value_of(groups, add(TokenKind::digits, begin, at_));
  }

  // Sets the token's value, or makes it a mark that matches nothing ("24.12.2024").
  void value_of(std::vector<Group> groups, Token& token) const {
    std::string all;
    for (const auto& group : groups) all += group.digits;
    const auto last = groups.back();
    const auto signs = [&](char32_t sign) {
      return std::count_if(groups.begin(), groups.end(), [&](const Group& g) { return g.separator == sign; });
    };
    const bool sign_last = last.separator == U'.' || last.separator == U',';
    const auto repeats = sign_last ? signs(last.separator) : 0;
    const bool mixed = static_cast<std::size_t>(repeats) + 1 < groups.size();  // other separators before it
    const bool triple = last.digits.size() == 3 && groups.front().digits.size() <= 3;
    const bool thousands_sign = triple && last.separator == style_.thousands && !mixed;
    const bool decimal = sign_last && repeats == 1 && !thousands_sign;
    const auto middle_ok =
        std::all_of(groups.begin() + 1, groups.end() - (decimal ? 1 : 0), [](const Group& g) { return g.digits.size() == 3; });
    if (all.size() > kMostDigits || !middle_ok) {
      token.kind = TokenKind::mark;
      return;
    }
    const std::string whole = decimal ? all.substr(0, all.size() - last.digits.size()) : all;
    token.value = number(whole, decimal ? last.digits : "");
    if (decimal && triple && !mixed && groups.front().digits != "0") token.whole = number(all, "");
  }

  std::string_view text_;
  std::size_t at_;
  Span trusted_;
  const DigitStyle& style_;
  bool glued_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

bool is_quotation_mark(const Token& token) {
  static const std::set<char32_t> marks = {U'"', U'\'', 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A};
  return token.kind == TokenKind::mark && !token.word.empty() && marks.contains(decode_utf8(token.word, 0).point);
}

std::vector<Token> tokens_of(std::string_view text, Span within, Span trusted, const DigitStyle& style) {
  within.end = static_cast<std::uint32_t>(std::min<std::size_t>(within.end, text.size()));
  within.begin = std::min(within.begin, within.end);
  return Cutter(text, within, trusted, style).run();
}

std::vector<std::string> words_of(std::string_view cell, const DigitStyle& style) {
  std::vector<std::string> words;
  for (auto& token : tokens_of(cell, {0, static_cast<std::uint32_t>(cell.size())}, {}, style))
    if (token.word != "-") words.push_back(std::move(token.word));
  return words;
}

}  // namespace laut::meaning::figures
