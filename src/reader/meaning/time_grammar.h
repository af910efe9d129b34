// Patterns of time expressions and the matcher that finds them: a small chart parser.
//
// data/<language>/times.tsv has the columns pattern, gives, action, with, tag:
//
//     <length> ago                       T       ago                      x    "three days ago"
//     since <T>                          T       since                         "since Monday"
//     the|this? <last> <units>           length  length      vague        x    "the last days"
//     since .. <T>                       T       since                         "since the fighting began on 7 October"
//
// A pattern is a row of elements: <class>; words "a|b|c" (of which "*" ends a stem and "_" joins two words); an element with "?" may be
// missing; ".." skips words. `gives` is the class of the whole (T: a time, length: a stretch of time, n: a number, or any other name),
// which other patterns may use in turn. `action` names what the algebra does with the parts (time_actions.cpp), `with` is its argument.
// `tag` is "x" where the whole is an expression as TIMEX3 delimits it (without the preposition), "+1" where its first token is left out,
// "-2" where the last two are, "-" where the words only look like one and are passed over. Where two patterns cover the same words, the one
// that stands first in the table wins; if its action can make no sense of the parts, the next one is asked.
//
// The chart is built from right to left: for each token all classes that begin there, closed under the patterns. A place where no word
// of time stands costs one look-up, and no item is longer than kLongest tokens, so that the work is linear in the length of the text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/meaning/time_words.h"

namespace laut::meaning::times {

inline constexpr std::size_t kNoGap = static_cast<std::size_t>(-1);

struct TimeRule {
  std::vector<std::uint16_t> elements;
  std::uint16_t gives = kTime;
  std::uint16_t action = 0;  // index of the action, see time_actions.h
  std::string with;
  bool tag = false;
  bool pass = false;         // looks like an expression but is none ("44-year-old")
  std::uint32_t skip = 0;    // tokens at the begin and
  std::uint32_t drop = 0;    // at the end that TIMEX3 leaves out
  std::size_t gap = kNoGap;  // index of "..", which is for reading given words only
  std::string where;         // "times/de:12 since .. <T>"
};

inline constexpr std::uint16_t kNoRule = 0xFFFF;
inline constexpr std::uint32_t kNoItem = 0xFFFFFFFF;

struct Item {
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  std::uint16_t kind = 0;
  std::uint16_t rule = kNoRule;         // none: a word
  std::string_view value;               // of a word
  std::vector<std::uint32_t> children;  // of a rule: indices into Chart::items
  std::uint32_t next = kNoItem;         // another way to the same class of the same words: index into Chart::alternatives
};

struct Chart {
  std::vector<Token> tokens;
  std::vector<Item> items;
  std::vector<Item> alternatives;
  int steps = 0;                     // taken from the present token
  std::vector<std::uint32_t> first;  // items that begin at token t: first[t] .. first[t] + count[t]
  std::vector<std::uint32_t> count;
};

class Grammar {
 public:
  static Result<Grammar> load(const std::filesystem::path& folder, const std::string& language);

  /// `gaps`: with the patterns that skip words.
  [[nodiscard]] Chart parse(std::string_view text, bool gaps) const;
  [[nodiscard]] const TimeRule& rule(std::size_t number) const { return rules_[number]; }
  /// The words after which a text prints its own day ("Stand:"), as they are written.
  [[nodiscard]] const std::vector<std::string>& as_of() const { return lexicon_.as_of(); }

 private:
  Result<Done> add(std::string_view pattern, TimeRule rule, const std::string& where);
  void expand(const std::vector<std::string>& elements, std::size_t at, TimeRule& rule);
  void close(Chart& chart, std::uint32_t at, bool gaps) const;
  void follow(Chart& chart, const TimeRule& rule, std::uint16_t number, std::vector<std::uint32_t>& children, std::uint32_t end) const;

  ClassNames names_;
  Lexicon lexicon_;
  std::vector<TimeRule> rules_;
  std::vector<std::vector<std::uint16_t>> by_first_;  // rules by the class of their first element
};

}  // namespace laut::meaning::times
