// What a pattern's parts mean together: the actions that data/<language>/times.tsv names.
//
// The grammar finds the form ("<length> ago"), an action computes the meaning from the parts and from the day that relative words
// count from. A part is a Sense: a word's value, a number, a length of time, or a time. An action that cannot make sense of its parts
// (the 45th of May) gives nothing, and the item is not there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "reader/meaning/time_calendar.h"
#include "reader/meaning/time_grammar.h"

namespace laut::meaning::times {

/// What relative words count from.
struct Reference {
  std::optional<Day> day;
  TimeBasis basis = TimeBasis::publication;  // or utterance
  bool planned = false;
  bool tagging = false;  // in running text, where nothing tells plans: a month that begins soon is the coming one
  using Before = std::function<std::optional<DayInterval>()>;
  Before anchor;    // the days last spoken of before these words; may be empty
  Before last_day;  // the single day last spoken of; may be empty
  Before near;      // the day spoken of close before, which a time of the clock belongs to; may be empty
};

struct Sense {
  std::uint16_t kind = 0;
  std::string_view value;  // of a word in the table
  double number = 0;       // of a number, or of the units of a length
  double least = 0;        // of a number that is a range ("two or three"); else 0
  bool vague = false;      // the number is not told
  Unit unit = Unit::day;   // of a length or a unit's word
  When when;               // of a time
  int period = 0;          // days after which the words come true again: 7 of a weekday, 366 of a date without year, 1 of a clock time
};

struct Call {
  const std::vector<Sense>& parts;
  std::string_view with;
  const Reference& reference;

  /// The n-th part of a class, or null.
  [[nodiscard]] const Sense* part(Class kind, int nth = 0) const;
  [[nodiscard]] std::optional<double> number() const;  // of the first numeral, number word or ordinal
  [[nodiscard]] std::optional<int> year() const;       // of the numerals, or of a time that is a whole year
};

using Action = std::optional<Sense> (*)(const Call&);

std::optional<std::uint16_t> time_action_named(std::string_view name);

/// The meaning of an item of a chart; nothing where its parts make no sense.
std::optional<Sense> evaluate(const Grammar& grammar, const Chart& chart, std::uint32_t item, const Reference& reference);

/// A time from the calendar, with its TIMEX3 value; relative ones carry the reference's basis.
Sense absolute(DayInterval days, Unit grain);
Sense relative(DayInterval days, Unit grain, const Reference& reference);
Sense unresolved(std::string timex, Unit grain);
/// A length as a time: it reaches back from the reference day.
Sense length_as_time(const Sense& length, const Reference& reference);
/// Days, weeks, months, years without a number: 7, 28, 120, 1095 days.
int vague_days(Unit unit);
int value_number(std::string_view value);

namespace time_actions {
// Dates and names of the calendar (time_dates.cpp)
std::optional<Sense> date(const Call& call);
std::optional<Sense> dates(const Call& call);
std::optional<Sense> month(const Call& call);
std::optional<Sense> year(const Call& call);
std::optional<Sense> season(const Call& call);
std::optional<Sense> fraction(const Call& call);
std::optional<Sense> holiday(const Call& call);
std::optional<Sense> weekday(const Call& call);
std::optional<Sense> day(const Call& call);
std::optional<Sense> unit(const Call& call);
std::optional<Sense> within(const Call& call);
std::optional<Sense> part(const Call& call);
std::optional<Sense> decade(const Call& call);
std::optional<Sense> century(const Call& call);
std::optional<Sense> event(const Call& call);
std::optional<Sense> clock(const Call& call);
std::optional<Sense> daypart(const Call& call);
std::optional<Sense> night_to(const Call& call);
// Lengths and relations (time_relations.cpp)
std::optional<Sense> number(const Call& call);
std::optional<Sense> length(const Call& call);
std::optional<Sense> same(const Call& call);
std::optional<Sense> ago(const Call& call);
std::optional<Sense> ahead(const Call& call);
std::optional<Sense> past(const Call& call);
std::optional<Sense> coming(const Call& call);
std::optional<Sense> since(const Call& call);
std::optional<Sense> until(const Call& call);
std::optional<Sense> from(const Call& call);
std::optional<Sense> range(const Call& call);
std::optional<Sense> nth_day(const Call& call);
std::optional<Sense> so_far(const Call& call);
std::optional<Sense> rest(const Call& call);
std::optional<Sense> reference(const Call& call);
std::optional<Sense> repeated(const Call& call);
std::optional<Sense> anaphor(const Call& call);
std::optional<Sense> offset(const Call& call);
}  // namespace time_actions

}  // namespace laut::meaning::times
