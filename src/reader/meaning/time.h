// time: words -> days, basis, precision and TIMEX3 value; and the rule tagger of time expressions in running text.
//
// Three layers: the calendar's algebra (time_calendar.h), tables of words and patterns for each language with the matcher that
// finds them (time_words.h, time_grammar.h), and the actions that compute what a pattern's parts mean (time_actions.h). The definition
// is docs/claim.md's table of times:
//
//     auto times = Times::load("data");
//     times->read({"since Monday", {0, 12}, "en"}, {day_of(2024, 12, 18), {}, false}).meaning   // 2024-12-16 .. 2024-12-18
//     times->tag("He left last night.", "en", day_of(2024, 12, 18))                            // "last night" TIME 2024-12-17TNI
//
// Limits: words that lean on another time ("the day before") take the last one spoken of before them, without understanding the
// text; wars and other events are known only where a table names them; no times finer than a day in a claim.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

struct TimeContext {
  std::optional<Day> published;  // the day that relative words count from, unless the text prints its own ("Stand: 31.07.2024")
  std::optional<Day> utterance;  // the day the words were said, when they stand in a quotation and it is known; else nothing
  bool planned = false;          // the claim is planned or possible: a weekday is the next one. Never so for when something was said
};

/// A time expression as TIMEX3 has it, found by rule in running text.
struct Timex {
  Span span;
  std::string type;   // DATE, TIME, DURATION, SET
  std::string value;  // "2024-12-14", "PRESENT_REF", "P3D"; empty where it leans on what is not known
};

class Times {
 public:
  /// Reads times.words.tsv and times.tsv of every language folder of data/ that has them.
  static Result<Times> load(const std::filesystem::path& data);

  /// Never fails: words that cannot be resolved give basis unresolved and no days.
  [[nodiscard]] Read<Time> read(const Phrase& words, const TimeContext& context) const;

  /// All time expressions of a text, left to right. Takes time linear in the length of the text.
  [[nodiscard]] std::vector<Timex> tag(std::string_view text, std::string_view language, std::optional<Day> published) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
