// The algebra of time expressions: calendar units, intervals of days, and what TIMEX3 calls them.
//
// A When is what a stretch of words means: an interval of days (or none, where it cannot be placed), the unit that the words speak
// in, and the TIMEX3 value. Everything is computed on days; strings appear only in the value.
//
//     unit_at(Unit::week, day_of(2024, 12, 18), -1)          // 2024-12-09 .. 2024-12-15
//     part_of({2024-12-01 .. 2024-12-31}, Unit::month, 0)    // 2024-12-01 .. 2024-12-10, as docs/claim.md cuts a month
//
// Limits: the proleptic Gregorian calendar; years are clamped to 1..9999 so that no arithmetic can leave it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "laut/claim.h"

namespace laut::meaning::times {

enum class Unit { second, minute, hour, night, day, week, weekend, month, quarter, season, half, year, decade, century };

/// "day" -> Unit::day; nothing for other words.
std::optional<Unit> unit_named(std::string_view name);

enum class TimexType { date, time, duration, set };
std::string_view name_of(TimexType type);

struct When {
  std::optional<DayInterval> days;
  Unit grain = Unit::day;
  TimexType type = TimexType::date;
  TimeBasis basis = TimeBasis::stated;
  std::string timex;  // TIMEX3 value; empty where there is none
  bool open = false;  // has been given both its ends ("from 3 to 5 May", "since May"): neither moves any more
};

Day clamped(Day day);
Day shifted(Day day, Unit unit, double count);
/// The unit of the calendar that holds the day, moved by whole units.
DayInterval unit_at(Unit unit, Day day, int offset);
/// 0 the beginning, 1 the middle, 2 the end: of a month 1-10, 11-20, 21-end; of a year January-April, May-August, September-December.
DayInterval part_of(DayInterval whole, Unit unit, int part);

Day weekday_in_week(Day day, unsigned weekday);                  // of the ISO week that holds the day
Day weekday_until(Day day, unsigned weekday);                    // the last one up to and including the day
Day weekday_from(Day day, unsigned weekday);                     // the first one from the day on
DayInterval season_interval(int year, std::string_view season);  // SP SU FA WI, meteorological; a winter begins in its year's December

/// Easter Sunday of the western or the orthodox churches, as a Gregorian day.
Day easter(int year, bool orthodox);
/// A holiday's rule in a year: "12-25", "easter-2", "orthodox+1", "11-4th-4" (month, n-th, ISO weekday); nothing if it is none.
std::optional<Day> holiday_in(std::string_view rule, int year);

/// The TIMEX3 value of a whole unit: "2024-12-14", "2024-W50", "2024-W50-WE", "2024-12", "2024-Q4", "2024-H2", "2024", "202", "20".
std::string timex_of(Unit unit, Day first);
/// "P3D", "PT24H", "PXD" for an unknown number, "P1WE".
std::string timex_of_span(double count, bool vague, Unit unit);

TimePrecision precision_of(DayInterval days);

}  // namespace laut::meaning::times
