// time: words -> days.  (stub header: replaced by its owner)
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
  std::optional<Day> published;  // the day that relative words count from
  std::optional<Day> utterance;  // the day the words were said, when they stand in a quotation and it is known; else nothing
  bool planned = false;          // the claim is planned or possible: a weekday is the next one
};

/// A time expression as TIMEX3 has it, found by rule in running text.
struct Timex {
  Span span;
  std::string type;   // DATE, TIME, DURATION, SET
  std::string value;  // "2024-12-14", "PRESENT_REF", "P3D" …
};

class Times {
 public:
  /// Reads data/<language>/times.tsv of every language folder.
  static Result<Times> load(const std::filesystem::path& data);

  /// Never fails: words that cannot be resolved give basis unresolved and no days.
  [[nodiscard]] Read<Time> read(const Phrase& words, const TimeContext& context) const;

  /// All time expressions of a text, left to right.
  [[nodiscard]] std::vector<Timex> tag(std::string_view text, std::string_view language, std::optional<Day> published) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
