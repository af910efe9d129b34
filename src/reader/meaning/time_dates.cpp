// Actions that place names of the calendar: dates, weekdays, months, seasons, holidays, units, times of day.
//
// A name that comes round again (a weekday, a month without a year) is the last one that has begun by the reference day; of what is
// planned, the next one that has not ended before it. `with` can ask for the one before or after the current one ("last", "next").

#include <algorithm>
#include <cmath>
#include <string>

#include "reader/meaning/time_actions.h"

namespace laut::meaning::times::time_actions {

using std::chrono::days;

namespace {

constexpr long kSoon = 92;  // days ahead in which a month named without more is rather the coming one

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The recurring days, given the days that a year has of them, that fit `with` and the reference.
template <class InYear>
DayInterval recurring(const Call& call, bool by_day, InYear in_year) {
  const Day today = *call.reference.day;
  const int year = year_of(today);
  const bool next = call.with == "next" || (call.reference.planned && call.with != "last");
  if (call.reference.tagging && call.with.empty() && !by_day)
    for (const int y : {year, year + 1})
      if (const auto ahead = (in_year(y).from - today).count(); ahead > 0 && ahead <= kSoon) return in_year(y);
  DayInterval found = in_year(next ? year + 2 : year - 2);
  for (int y = next ? year + 2 : year - 2; next ? y >= year - 1 : y <= year + 1; y += next ? -1 : 1) {
    const DayInterval there = in_year(y);
    const bool fits = call.with == "last"   ? there.to < today
                      : call.with == "next" ? there.from > today
                      : next                ? there.to >= today
                                            : there.from <= today;
    if (fits) found = there;
  }
  return found;
}

/// A name of the calendar in the year that was said, or as it recurs; `partial` is its TIMEX3 value without a year.
template <class InYear>
std::optional<Sense> placed(const Call& call, Unit grain, const std::string& partial, InYear in_year) {
  if (const auto year = call.year()) {
    Sense sense = absolute(in_year(*year), grain);
    if (!call.part(kYear) && !call.part(kPlainYear) && !call.part(kShortYear)) sense.when.basis = call.part(kTime)->when.basis;
    return sense;
  }
  if (call.part(kTime)) return std::nullopt;  // said with a time that is no year
  Sense sense = call.reference.day ? relative(recurring(call, grain == Unit::day, in_year), grain, call.reference)
                                   : unresolved("XXXX" + partial, grain);
  sense.period = 366;
  return sense;
}

/// Of the years around the reference, the nearest whose date is this weekday.
std::optional<Sense> date_on_weekday(const Call& call, int month, int day, unsigned weekday) {
  const Day today = *call.reference.day;
  std::optional<Day> found;
  for (const int year : {year_of(today), year_of(today) - 1, year_of(today) + 1}) {
    const Day there = day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (weekday_of(there) == weekday && (!found || std::abs((there - today).count()) < std::abs((*found - today).count()))) found = there;
  }
  if (!found || std::abs((*found - today).count()) > 200) return std::nullopt;
  return relative({*found, *found}, Unit::day, call.reference);
}

bool exists(int year, int month, int day) {
  return day >= 1 && month >= 1 && month <= 12 &&
         std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}}
             .ok();
}

std::optional<Sense> date_of(const Call& call, int month, int day) {
  const auto year = call.year();
  if (!exists(year.value_or(2024), month, day)) return std::nullopt;
  if (const Sense* weekday = call.part(kWeekday); weekday && !year && call.reference.day)
    if (auto found = date_on_weekday(call, month, day, static_cast<unsigned>(weekday->number))) return found;
  return placed(call, Unit::day, "-" + two(month) + "-" + two(day), [&](int y) {
    const Day there = day_of(y, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return DayInterval{there, there};
  });
}

std::optional<int> month_number(const Call& call) {
  for (const Class kind : {kMonth, kMonthNumber})
    if (const Sense* sense = call.part(kind); sense && sense->number >= 1 && sense->number <= 12) return static_cast<int>(sense->number);
  return std::nullopt;
}

std::optional<int> day_number(const Call& call, int nth) {
  for (const Class kind : {kDayNumber, kOrdinal})
    if (const Sense* sense = call.part(kind, nth)) return static_cast<int>(sense->number);
  return std::nullopt;
}

}  // namespace

/// A day of a month, or of the current month ("on the 15th").
std::optional<Sense> date(const Call& call) {
  const auto day = day_number(call, 0);
  if (!day) return std::nullopt;
  if (const auto month = month_number(call)) return date_of(call, *month, *day);
  if (*day < 1 || *day > 31 || !call.reference.day) return std::nullopt;
  const Day today = *call.reference.day;
  Day there = day_of(year_of(today), month_of(today), static_cast<unsigned>(*day));
  if (there > today && !call.reference.planned) there = shifted(there, Unit::month, -1);
  if (there < today && call.reference.planned) there = shifted(there, Unit::month, 1);
  return relative({there, there}, Unit::day, call.reference);
}

/// From one day to another of one month: "3 to 5 May", "11 and 12 July 1995".
std::optional<Sense> dates(const Call& call) {
  const auto month = month_number(call);
  const auto first = day_number(call, 0);
  const auto last = day_number(call, 1);
  if (!month || !first || !last || *first > *last) return std::nullopt;
  auto begin = date_of(call, *month, *first);
  const auto end = date_of(call, *month, *last);
  if (!begin || !end || !begin->when.days || !end->when.days) return begin;
  if (end->when.days->from > begin->when.days->from + days{31}) return end;
  begin->when.days->to = std::max(end->when.days->to, begin->when.days->from);
  begin->when.timex.clear();
  begin->when.open = true;
  return begin;
}

std::optional<Sense> month(const Call& call) {
  const auto month = month_number(call);
  if (!month) return std::nullopt;
  return placed(call, Unit::month, "-" + two(*month), [&](int y) { return month_interval(y, static_cast<unsigned>(*month)); });
}

/// A year, or two in one word ("2013-14").
std::optional<Sense> year(const Call& call) {
  const auto year = call.year();
  if (!year) return std::nullopt;
  Sense sense = absolute(year_interval(*year), Unit::year);
  const Sense* last = call.part(kYear) ? call.part(kShortYear) : nullptr;
  const int end = last ? *year / 100 * 100 + static_cast<int>(last->number) : *year;
  if (end < *year || end > *year + 60) return std::nullopt;
  if (end > *year) {
    sense.when.days->to = day_of(end, 12, 31);
    if (*year / 10 == end / 10) sense.when.timex.resize(3);
    sense.when.open = true;
  }
  return sense;
}

std::optional<Sense> season(const Call& call) {
  const Sense* season = call.part(kSeason);
  if (!season) return std::nullopt;
  const std::string name(season->value);
  return placed(call, Unit::season, "-" + name, [&](int y) { return season_interval(y, name); });
}

/// A quarter or half of a year; `with` is the unit.
std::optional<Sense> fraction(const Call& call) {
  const bool quarter = call.with == "quarter";
  const auto number = call.number();
  if (!number || *number < 1 || *number > (quarter ? 4 : 2)) return std::nullopt;
  const int months = quarter ? 3 : 6;
  const int first = static_cast<int>(*number - 1) * months + 1;
  const Call plain{call.parts, "", call.reference};
  return placed(plain, quarter ? Unit::quarter : Unit::half, (quarter ? "-Q" : "-H") + std::to_string(static_cast<int>(*number)),
                [&](int y) {
                  return DayInterval{day_of(y, static_cast<unsigned>(first), 1), day_of(y, static_cast<unsigned>(first + months - 1), 31)};
                });
}

std::optional<Sense> holiday(const Call& call) {
  const Sense* holiday = call.part(kHoliday);
  if (!holiday) return std::nullopt;
  const auto dots = std::min(holiday->value.find(".."), holiday->value.size());
  const std::string_view first = holiday->value.substr(0, dots);
  const std::string_view last = dots == holiday->value.size() ? first : holiday->value.substr(dots + 2);
  if (!holiday_in(first, 2024) || !holiday_in(last, 2024)) return std::nullopt;
  return placed(call, Unit::day, "-XX-XX", [&](int y) {
    const Day begin = *holiday_in(first, y);
    const Day end = *holiday_in(last, y);
    return DayInterval{begin, end < begin ? *holiday_in(last, y + 1) : end};
  });
}

std::optional<Sense> weekday(const Call& call) {
  const Sense* name = call.part(kWeekday);
  if (!name || name->number < 1 || name->number > 7) return std::nullopt;
  const auto weekday = static_cast<unsigned>(name->number);
  Sense sense;
  if (!call.reference.day) {
    sense = unresolved("XXXX-WXX-" + std::to_string(weekday), Unit::day);
  } else {
    const Day today = *call.reference.day;
    const bool next = call.with == "next" || (call.reference.planned && call.with != "last");
    const Day there = next ? weekday_from(call.with == "next" ? today + days{1} : today, weekday)
                           : weekday_until(call.with == "last" ? today - days{1} : today, weekday);
    sense = relative({there, there}, Unit::day, call.reference);
  }
  sense.period = 7;
  return sense;
}

/// Yesterday, today, tomorrow: days from the reference, of the word or in `with`.
std::optional<Sense> day(const Call& call) {
  const Sense* word = call.part(kRelative);
  const int offset = word ? static_cast<int>(word->number) : value_number(call.with);
  if (!call.reference.day) return unresolved("XXXX-XX-XX", Unit::day);
  const Day there = *call.reference.day + days{offset};
  return relative({there, there}, Unit::day, call.reference);
}

namespace {

/// Saturday and Sunday: this week's from Saturday on and for plans, else those before.
int weekend_offset(const Reference& reference, int offset) {
  const bool begun = weekday_of(*reference.day) >= 6;
  if (offset == 0) return begun || reference.planned ? 0 : -1;
  return offset > 0 && !begun ? offset - 1 : offset;
}

/// The unit named after the number in `with`.
std::optional<Unit> unit_in(std::string_view with) {
  const auto space = with.find(' ');
  return space == std::string_view::npos ? std::nullopt : unit_named(with.substr(space + 1));
}

Sense night(const Reference& reference, int offset) {
  const bool ahead = offset > 0 || (offset == 0 && reference.planned);
  const Day evening = ahead ? *reference.day : *reference.day - days{1};
  Sense sense = relative({evening, evening + days{1}}, Unit::day, reference);
  sense.when.type = TimexType::time;
  sense.when.timex += "TNI";
  return sense;
}

}  // namespace

/// The current unit of the calendar or the one before or after it, by the number in `with`; the unit is a part, or named there
/// ("-1 year").
std::optional<Sense> unit(const Call& call) {
  const Sense* word = call.part(kUnit);
  if (!word) word = call.part(kUnits);
  Sense named;
  if (!word) {
    const auto unit = unit_in(call.with);
    if (!unit) return std::nullopt;
    named.unit = *unit;
    word = &named;
  }
  const int offset = value_number(call.with);
  if (!call.reference.day) return unresolved(word->unit == Unit::week ? "XXXX-WXX" : "", word->unit);
  const Day today = *call.reference.day;
  if (word->unit == Unit::night) return night(call.reference, offset);
  if (word->unit < Unit::day) return relative({today, today}, Unit::day, call.reference);
  const int places = word->unit == Unit::weekend ? weekend_offset(call.reference, offset) : offset;
  Sense sense = relative(unit_at(word->unit, today, places), word->unit, call.reference);
  if (word->unit == Unit::week && offset == 0) {  // what happened this week has happened by now
    (call.reference.planned ? sense.when.days->from : sense.when.days->to) = today;
  }
  return sense;
}

/// A day of a week ("Tuesday of last week"), or a day said twice ("on Saturday (27 April)"): the one that says more.
std::optional<Sense> within(const Call& call) {
  const Sense* first = call.part(kTime, 0);
  const Sense* second = call.part(kTime, 1);
  if (first && second) {
    if (first->when.grain != Unit::day || second->when.grain != Unit::day || second->when.type != TimexType::date) return std::nullopt;
    const bool better = second->when.basis == TimeBasis::stated || second->period == 366;
    return better ? *second : *first;
  }
  const Sense* weekday = call.part(kWeekday);
  if (!weekday || !first || !first->when.days || weekday->number < 1 || weekday->number > 7) return std::nullopt;
  if (first->when.grain == Unit::day && first->when.type == TimexType::date) return *first;
  if (first->when.grain != Unit::week) return std::nullopt;
  const Day there = weekday_in_week(first->when.days->from, static_cast<unsigned>(weekday->number));
  Sense sense = absolute({there, there}, Unit::day);
  sense.when.basis = first->when.basis;
  return sense;
}

/// The beginning (`with` 0), middle (1) or end (2) of a time, or of the current unit.
std::optional<Sense> part(const Call& call) {
  Sense whole;
  if (const Sense* time = call.part(kTime)) {
    whole = *time;
  } else {
    const auto space = std::min(call.with.find(' '), call.with.size());
    const auto current = unit({call.parts, "0" + std::string(call.with.substr(space)), call.reference});
    if (!current) return std::nullopt;
    whole = *current;
    if (whole.when.grain == Unit::week && whole.when.days) whole.when.days = unit_at(Unit::week, whole.when.days->from, 0);
  }
  if (!whole.when.days || whole.when.open || whole.when.grain == Unit::day) return whole;
  whole.when.days = part_of(*whole.when.days, whole.when.grain, std::clamp(value_number(call.with), 0, 2));
  return whole;
}

/// "the nineties", "the 1990s", "90er Jahre".
std::optional<Sense> decade(const Call& call) {
  std::optional<int> year = call.year();
  if (const Sense* word = call.part(kDecade)) year = static_cast<int>(word->number);
  if (!year || *year < 10) return std::nullopt;
  return absolute({day_of(*year / 10 * 10, 1, 1), day_of(*year / 10 * 10 + 9, 12, 31)}, Unit::decade);
}

std::optional<Sense> century(const Call& call) {
  const auto number = call.number();
  if (!number || *number < 1 || *number > 22) return std::nullopt;
  const int first = (static_cast<int>(*number) - 1) * 100;
  Sense sense = absolute({day_of(std::max(first, 1), 1, 1), day_of(first + 99, 12, 31)}, Unit::century);
  sense.when.timex = two(first / 100);
  return sense;
}

/// A known day or stretch that the words name: its ISO days are the word's value ("2022-02-24", "2003-03-20..2003-05-01"); `with`
/// since: from then to now.
std::optional<Sense> event(const Call& call) {
  const Sense* word = call.part(kEvent);
  if (!word) return std::nullopt;
  const auto first = parse_iso(word->value.substr(0, 10));
  const auto last = word->value.size() > 12 ? parse_iso(word->value.substr(12)) : first;
  if (!first || !last || *last < *first) return std::nullopt;
  if (call.with != "since" || !call.reference.day || *call.reference.day < *last) return absolute({*first, *last}, Unit::day);
  return relative({*first, *call.reference.day}, Unit::day, call.reference);
}

namespace {

/// The day that a time of day belongs to: of the time said with it, else the reference's.
std::optional<Sense> day_of_call(const Call& call) {
  if (const Sense* time = call.part(kTime)) return *time;
  if (call.part(kWeekday)) return weekday({call.parts, "", call.reference});
  if (call.part(kRelative)) return day({call.parts, "", call.reference});
  if (call.part(kHoliday)) return holiday({call.parts, "", call.reference});
  if (!call.reference.day) return unresolved("XXXX-XX-XX", Unit::day);
  Sense sense = relative({*call.reference.day, *call.reference.day}, Unit::day, call.reference);
  sense.period = 1;
  return sense;
}

}  // namespace

/// A time of the clock; `with` are hours to add ("pm": 12).
std::optional<Sense> clock(const Call& call) {
  const Sense* word = call.part(kHour);
  if (!word) word = call.part(kNumber);
  const Sense* minute = call.part(kMinute);
  auto sense = day_of_call(call);
  if (!word || !sense || sense->when.grain != Unit::day) return std::nullopt;
  if (const auto near = sense->period == 1 && call.reference.near ? call.reference.near() : std::nullopt)
    sense = relative({near->to, near->to}, Unit::day, call.reference);
  int hour = static_cast<int>(word->number);
  if (hour < 12) hour += value_number(call.with);
  if (hour < 0 || hour > 24) return std::nullopt;
  if (sense->when.type == TimexType::time) sense->when.timex.resize(std::min<std::size_t>(sense->when.timex.size(), 10));
  sense->when.type = TimexType::time;
  sense->when.timex += "T" + two(hour) + ":" + two(minute ? static_cast<int>(minute->number) : 0);
  return sense;
}

/// A part of a day; alone it is today's, and the night is the one that ends today. `with` names the part where no word does.
std::optional<Sense> daypart(const Call& call) {
  const Sense* word = call.part(kDaypart);
  const std::string part(word ? word->value : call.with);
  auto sense = day_of_call(call);
  if (!sense || sense->when.grain != Unit::day || sense->when.type != TimexType::date) return std::nullopt;
  if (sense->when.open) return sense;
  if (part == "NI" && sense->period == 1 && call.reference.day) return night(call.reference, 0);
  if (part == "NI" && call.part(kHoliday) && sense->when.days) sense->when.days->to += days{1};
  sense->when.type = TimexType::time;
  sense->when.timex += "T" + part;
  return sense;
}

/// "in der Nacht zum Sonntag": the evening before and the day.
std::optional<Sense> night_to(const Call& call) {
  const Sense* time = call.part(kTime);
  if (!time || time->when.grain != Unit::day || time->when.type != TimexType::date) return std::nullopt;
  Sense sense = *time;
  sense.when.type = TimexType::time;
  if (sense.when.days) {
    sense.when.days->from = clamped(sense.when.days->from - days{1});
    sense.when.timex = to_iso(sense.when.days->from) + "TNI";
  }
  return sense;
}

}  // namespace laut::meaning::times::time_actions
