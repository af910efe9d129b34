// Actions that relate times: lengths ("three days"), what they reach back to or on to, and times given by other times.
//
// A length counts from the reference day. Going back some months or years names a whole month or year ("three years ago": that year),
// days and weeks name a day; a length reached back through ("in the last three years") is exact to the day.

#include <algorithm>
#include <cmath>
#include <string>

#include "reader/meaning/time_actions.h"

namespace laut::meaning::times::time_actions {

using std::chrono::days;

namespace {

/// What was spoken of before: the last single day, or the last days of any length.
std::optional<DayInterval> before(const Call& call, bool single) {
  const auto& which = single ? call.reference.last_day : call.reference.anchor;
  return which ? which() : std::nullopt;
}

/// The length among the parts; a bare plural ("for days") is one without a number, a bare unit is one of it, `with` as for length().
std::optional<Sense> length_of(const Call& call, std::string_view with = {}) {
  if (const Sense* length = call.part(kLength)) return *length;
  return length({call.parts, with, call.reference});
}

/// The word of a unit; of several ("days and weeks") the last.
const Sense* unit_of(const Call& call) {
  const Sense* found = nullptr;
  for (const Sense& part : call.parts)
    if (unit_named(part.value)) found = &part;
  return found;
}

Day moved(Day day, const Sense& length, int sign) {
  if (length.vague) return clamped(day + days{sign * vague_days(length.unit)});
  return shifted(day, length.unit, sign * length.number);
}

}  // namespace

/// The sum of the number words ("forty" "two"), their product (`with` times: "two" "dozen"), or the last of them
/// ("two or three").
std::optional<Sense> number(const Call& call) {
  Sense sense;
  sense.number = call.with == "times" ? 1 : 0;
  bool any = false;
  double least = 0;
  for (const Sense& part : call.parts)
    if (part.kind == kNumber || part.kind == kOrdinal) {
      sense.number = call.with == "times" ? sense.number * part.number : call.with == "last" ? part.number : sense.number + part.number;
      if (any && call.with == "last") sense.least = least;
      least = part.number;
      any = true;
    }
  if (!any || sense.number > 1e7) return std::nullopt;
  return sense;
}

/// A number of units; `with` is the number where no word says it, "vague" for an untold one, "+0.5" for what is added, or number and
/// unit ("1 day").
std::optional<Sense> length(const Call& call) {
  const Sense* unit = unit_of(call);
  if (!unit) {
    if (const auto space = call.with.find(' '); space != std::string_view::npos) {
      Sense named;
      named.number = std::atof(std::string(call.with).c_str());
      named.unit = unit_named(call.with.substr(space + 1)).value_or(Unit::day);
      return named;
    }
    const Sense* inner = call.part(kLength);
    return inner ? std::optional<Sense>(*inner) : std::nullopt;
  }
  Sense sense;
  sense.unit = unit->unit;
  const auto number = call.number();
  const bool added = call.with.starts_with('+');
  sense.vague = call.with == "vague" || call.part(kVague) || (!number && call.with.empty() && unit->kind == kUnits);
  sense.number = number.value_or(1);
  if (const Sense* range = call.part(kNumber)) sense.least = range->least;
  if (!added && !call.with.empty() && call.with != "vague") sense.number = std::atof(std::string(call.with).c_str());
  if (added) sense.number += std::atof(std::string(call.with.substr(1)).c_str());
  if (sense.number > 1e5) return std::nullopt;
  return sense;
}

/// The part as it is: a time, or a name of the calendar that is placed.
std::optional<Sense> same(const Call& call) {
  if (const Sense* time = call.part(kTime)) return *time;
  if (call.part(kLength)) return length_of(call);
  return std::nullopt;
}

std::optional<Sense> ago(const Call& call) {
  const auto length = length_of(call);
  if (!length) return std::nullopt;
  if (!call.reference.day) return unresolved(timex_of_span(length->number, length->vague, length->unit), length->unit);
  const Day today = *call.reference.day;
  if (length->vague) {
    Sense sense = length_as_time(*length, call.reference);
    sense.when.timex = "PAST_REF";
    sense.when.type = TimexType::date;
    return sense;
  }
  const Day there = moved(today, *length, -1);
  const bool months = length->unit == Unit::month || (length->unit == Unit::year && length->number < 2);
  if (months) return relative(unit_at(Unit::month, there, 0), Unit::month, call.reference);
  if (length->unit >= Unit::year) return relative(unit_at(Unit::year, there, 0), Unit::year, call.reference);
  Sense sense = relative({there, there}, Unit::day, call.reference);
  if (length->unit == Unit::week) sense.when.timex = timex_of(Unit::week, there);
  return sense;
}

/// "in three days": ahead for what is planned or where `with` is "always", else the days it took; "within" (`with` span) is up to then.
std::optional<Sense> ahead(const Call& call) {
  const auto length = length_of(call);
  if (!length) return std::nullopt;
  if (!call.reference.planned && call.with != "always") return length_as_time(*length, call.reference);
  if (!call.reference.day) return length_as_time(*length, call.reference);
  if (call.with == "span") return coming(call);
  const Day there = moved(*call.reference.day, *length, 1);
  const Day least = length->least > 0 ? shifted(*call.reference.day, length->unit, length->least) : there;
  Sense sense = relative({length->vague ? *call.reference.day : std::min(least, there), there}, Unit::day, call.reference);
  if (length->vague) sense.when.timex = "FUTURE_REF";
  return sense;
}

std::optional<Sense> past(const Call& call) {
  const auto length = length_of(call, call.with);
  return length ? std::optional<Sense>(length_as_time(*length, call.reference)) : std::nullopt;
}

std::optional<Sense> coming(const Call& call) {
  const auto length = length_of(call, call.with == "span" ? "" : call.with);
  if (!length) return std::nullopt;
  Sense sense = length_as_time(*length, call.reference);
  if (call.reference.day) sense.when.days = DayInterval{*call.reference.day, moved(*call.reference.day, *length, 1)};
  return sense;
}

std::optional<Sense> since(const Call& call) {
  const Sense* time = call.part(kTime);
  if (!time) return past(call);
  Sense sense = *time;
  if (!sense.when.open && sense.when.days && call.reference.day && sense.when.days->from <= *call.reference.day) {
    sense.when.days->to = *call.reference.day;
    sense.when.open = true;
    if (sense.when.basis == TimeBasis::stated) sense.when.basis = call.reference.basis;
  }
  return sense;
}

/// Up to a time: of plans, from now to its end; of what happened, that time itself.
std::optional<Sense> until(const Call& call) {
  const Sense* time = call.part(kTime);
  if (!time) return coming(call);
  Sense sense = *time;
  if (call.reference.planned && sense.when.days && call.reference.day && sense.when.days->to >= *call.reference.day) {
    sense.when.days->from = *call.reference.day;
    if (sense.when.basis == TimeBasis::stated) sense.when.basis = call.reference.basis;
  }
  return sense;
}

/// From a time on: of plans, that time itself; of what happened, up to now.
std::optional<Sense> from(const Call& call) {
  const Sense* time = call.part(kTime);
  if (!time) return std::nullopt;
  return call.reference.planned || time->when.open ? std::optional<Sense>(*time) : since(call);
}

/// From one time to another, or one and another. Of two that recur, the one that is out of order moves by its period: "Saturday and
/// Sunday" are of one weekend, "from 3 May to 5 June 2023" of one year.
std::optional<Sense> range(const Call& call) {
  const Sense* first = call.part(kTime, 0);
  const Sense* second = call.part(kTime, 1);
  if (!first || !second) return std::nullopt;
  if (!first->when.days || !second->when.days) return unresolved("", first->when.grain);
  Sense begin = *first;
  Sense end = *second;
  const auto move = [](DayInterval interval, int period, int sign) {
    const auto by = [&](Day day) { return period == 7 ? clamped(day + days{7 * sign}) : shifted(day, Unit::year, sign); };
    return DayInterval{by(interval.from), by(interval.to)};
  };
  if (begin.period == 366 && end.when.basis == TimeBasis::stated) {
    for (int i = 0; i < 100 && begin.when.days->from > end.when.days->from; ++i) begin.when.days = move(*begin.when.days, 366, -1);
    for (int i = 0; i < 100 && move(*begin.when.days, 366, 1).from <= end.when.days->from; ++i)
      begin.when.days = move(*begin.when.days, 366, 1);
  } else if (begin.when.days->from > end.when.days->from && begin.period >= 7 && end.period >= 7) {
    if (call.reference.planned) {
      end.when.days = move(*end.when.days, end.period, 1);
    } else {
      begin.when.days = move(*begin.when.days, begin.period, -1);
    }
  }
  if (begin.period == 7 && end.period == 7)  // "last Wednesday and Thursday": of one week
    while (end.when.days->from >= begin.when.days->from + days{7}) end.when.days = move(*end.when.days, 7, -1);
  if (begin.when.days->from > end.when.days->to) return std::nullopt;
  begin.when.days->to = std::max(begin.when.days->to, end.when.days->to);
  if (begin.when.basis == TimeBasis::stated) begin.when.basis = end.when.basis;
  begin.when.timex.clear();
  begin.when.open = true;
  return begin;
}

/// "for the third day": the days so far.
std::optional<Sense> nth_day(const Call& call) {
  const auto number = call.number();
  if (!number || *number < 1 || *number > 10000) return std::nullopt;
  const Sense* unit = call.part(kUnit);
  Sense length;
  length.number = *number - 1;
  length.unit = unit ? unit->unit : Unit::day;
  return length_as_time(length, call.reference);
}

/// "earlier this month": from its beginning to now; of a week, to yesterday.
std::optional<Sense> so_far(const Call& call) {
  Sense whole;
  if (const Sense* time = call.part(kTime)) {
    whole = *time;
  } else if (const auto current = unit({call.parts, "0", call.reference})) {
    whole = *current;
  } else {
    return std::nullopt;
  }
  if (whole.when.grain == Unit::day || !call.reference.day || !whole.when.days) return whole;
  const Day now = *call.reference.day - days{whole.when.grain == Unit::week ? 1 : 0};
  whole.when.days->to = std::clamp(now, whole.when.days->from, whole.when.days->to);
  return whole;
}

/// "later this month": from now to its end.
std::optional<Sense> rest(const Call& call) {
  const Sense* unit = call.part(kUnit);
  const Sense* time = call.part(kTime);
  if (time && (time->when.grain == Unit::day || !time->when.days || !call.reference.day)) return *time;
  if ((!unit && !time) || !call.reference.day) return std::nullopt;
  const Day today = *call.reference.day;
  const DayInterval whole = time ? *time->when.days : unit_at(unit->unit, today, 0);
  return relative({std::clamp(today, whole.from, whole.to), whole.to}, time ? time->when.grain : unit->unit, call.reference);
}

/// "now", "once", "soon": PRESENT_REF is the reference day, PAST_REF and FUTURE_REF are no days.
std::optional<Sense> reference(const Call& call) {
  Sense sense = unresolved(std::string(call.with), Unit::day);
  if (call.with == "PRESENT_REF" && call.reference.day) {
    sense.when.days = DayInterval{*call.reference.day, *call.reference.day};
    sense.when.basis = call.reference.basis;
  }
  return sense;
}

/// "daily", "every Friday": a set of times, not one of them.
std::optional<Sense> repeated(const Call& call) {
  Sense sense = unresolved(std::string(call.with), Unit::day);
  sense.when.type = TimexType::set;
  if (const Sense* word = call.part(kRepeat)) sense.when.timex = word->value;
  if (const Sense* word = call.part(kWeekday)) sense.when.timex = "XXXX-WXX-" + std::string(word->value);
  if (const Sense* word = call.part(kMonth))
    sense.when.timex = "XXXX-" + std::string(word->number < 10 ? "0" : "") + std::string(word->value);
  if (const auto length = length_of(call)) sense.when.timex = timex_of_span(length->number, length->vague, length->unit);
  return sense;
}

/// A time that is told by the one before it in the text: `with` is a number of days from it, "since", the unit that holds it, or one
/// further on ("year+1").
std::optional<Sense> anaphor(const Call& call) {
  const auto anchor = before(call, call.with.empty() || value_number(call.with) != 0);
  const auto plus = std::min(call.with.find_first_of("+-", 1), call.with.size());
  const auto unit = unit_named(call.with.substr(0, plus));
  if (!anchor) return unresolved(call.with == "PAST_REF" ? "PAST_REF" : "", unit.value_or(Unit::day));
  DayInterval there = *anchor;
  if (unit) {
    there = unit_at(*unit, there.from, value_number(call.with.substr(plus)));
  } else if (call.with == "since") {
    there.to = std::max(there.to, call.reference.day.value_or(there.to));
  } else if (!call.with.empty() && call.with != "PAST_REF") {
    const int offset = value_number(call.with);
    const Day from = clamped((offset > 0 ? there.to : there.from) + days{offset});
    there = {from, from};
  }
  Sense sense = relative(there, unit.value_or(Unit::day), call.reference);
  if (call.with == "PAST_REF") sense.when.timex = "PAST_REF";
  return sense;
}

/// A length before (`with` -1) or after (1) a time said with it or before it: "two days after 7 October", "a week earlier".
std::optional<Sense> offset(const Call& call) {
  const auto length = length_of(call);
  if (!length) return std::nullopt;
  const Sense* time = call.part(kTime);
  const int sign = value_number(call.with);
  std::optional<DayInterval> anchor = time ? time->when.days : std::nullopt;
  if (!time) anchor = before(call, length->unit < Unit::month);
  if (!anchor) return unresolved(timex_of_span(length->number, length->vague, length->unit), length->unit);
  const Day there = moved(sign < 0 ? anchor->from : anchor->to, *length, sign);
  const Unit grain =
      length->unit >= Unit::month && length->unit != Unit::season ? (length->unit < Unit::year ? Unit::month : Unit::year) : Unit::day;
  Sense sense = relative(grain == Unit::day ? DayInterval{there, there} : unit_at(grain, there, 0), grain, call.reference);
  if (time) sense.when.basis = time->when.basis;
  return sense;
}

}  // namespace laut::meaning::times::time_actions
