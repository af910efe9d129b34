// The cues of coverage (data/<lang>/coverage.tsv), found once in a whole article and then asked for by span.
//
//     Marks marks(table, "Since the war began 700 have died so far.");
//     marks.since_start({0, 19})           true: "since", and after it "war"
//     marks.has({20, 41}, Cue::total)      true: "so far"
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "reader/meaning/names.h"

namespace laut::meaning::coverage {

/// What a cue means; their names in the table are these, and its head says what they are.
enum class Cue {
  since,
  from,
  start,
  begin,
  date,
  until,
  total,
  span,
  ago,
  window,
  event,
  campaign,
  alone,
  both,
  we,
  own,
  body,
  says,
  wide
};

struct CueTable {
  Lexicon words;
  std::vector<Cue> means;

  static Result<CueTable> read(const std::filesystem::path& file);
};

class Marks {
 public:
  /// `text` must outlive it.
  Marks(const CueTable& table, std::string_view text);

  [[nodiscard]] bool has(Span span, Cue cue) const;
  [[nodiscard]] std::vector<Span> all(Span span, Cue cue) const;
  /// The words begin with the cue.
  [[nodiscard]] bool opens_with(Span words, Cue cue) const;
  /// "Since the war", "since it began"; not "since the beginning of October". "From", where it opens the words, is as good as "since".
  [[nodiscard]] bool since_start(Span words) const;
  /// "Since February 2022".
  [[nodiscard]] bool since_year(Span words) const;
  /// Digits, or the name of a month.
  [[nodiscard]] bool has_date(Span words) const;
  /// The cue stands within three words of the span.
  [[nodiscard]] bool near(Span span, Cue cue) const;
  /// The cue is among the words, right behind them or behind the place listed with them: "[Kherson] and Zaporizhzhia regions".
  [[nodiscard]] bool is_kind(Span place, Cue cue) const;
  /// The cue stands before the span, at most one word between.
  [[nodiscard]] bool right_before(Span span, Cue cue) const;
  /// "In [Niger] and Burkina Faso", "[the Kherson and Zaporizhzhia regions]".
  [[nodiscard]] bool listed(Span place) const;

 private:
  struct Mark {
    Cue cue = Cue::since;
    Span span;
  };

  [[nodiscard]] std::vector<Mark>::const_iterator from(std::uint32_t at) const;
  [[nodiscard]] bool starts_something(Span phrase) const;
  [[nodiscard]] std::size_t words_between(std::uint32_t begin, std::uint32_t end) const;

  std::string_view text_;
  std::vector<Mark> marks_;
};

}  // namespace laut::meaning::coverage
