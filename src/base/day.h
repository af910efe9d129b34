// Days and intervals of days.
//
// A Day is std::chrono::sys_days (days since 1970-01-01, proleptic Gregorian). An interval is inclusive at both ends. Debian 12's
// g++ has the calendar of <chrono> but neither its parsing nor its formatting, so the ISO form is written here.
//
//     to_iso(day_of(2024, 12, 16)) == "2024-12-16"
//     monday_of(day_of(2024, 12, 18)) == day_of(2024, 12, 16)
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace laut {

using Day = std::chrono::sys_days;

struct DayInterval {
  Day from;
  Day to;  // inclusive

  friend auto operator<=>(const DayInterval&, const DayInterval&) = default;
};

/// Year, month 1..12, day 1..31. The day is clamped to the month's last one (31 April is 30 April).
Day day_of(int year, unsigned month, unsigned day);

int year_of(Day day);
unsigned month_of(Day day);      // 1..12
unsigned day_of_month(Day day);  // 1..31
unsigned weekday_of(Day day);    // ISO: Monday 1 .. Sunday 7
Day monday_of(Day day);          // of the same ISO week
DayInterval month_interval(int year, unsigned month);
DayInterval year_interval(int year);

struct IsoWeek {
  int year;
  unsigned week;  // 1..53
};
IsoWeek iso_week_of(Day day);

/// "YYYY-MM-DD".
std::string to_iso(Day day);

/// Reads exactly "YYYY-MM-DD" of an existing day in the years 1..9999; a time after it ("T12:00:00Z", " 12:00") is allowed and ignored.
std::optional<Day> parse_iso(std::string_view text);

}  // namespace laut
