#include "reader/meaning/time_calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

namespace laut::meaning::times {

using std::chrono::days;

namespace {

constexpr std::array<std::pair<std::string_view, Unit>, 14> kUnitNames = {{{"second", Unit::second},
                                                                           {"minute", Unit::minute},
                                                                           {"hour", Unit::hour},
                                                                           {"night", Unit::night},
                                                                           {"day", Unit::day},
                                                                           {"week", Unit::week},
                                                                           {"weekend", Unit::weekend},
                                                                           {"month", Unit::month},
                                                                           {"quarter", Unit::quarter},
                                                                           {"season", Unit::season},
                                                                           {"half", Unit::half},
                                                                           {"year", Unit::year},
                                                                           {"decade", Unit::decade},
                                                                           {"century", Unit::century}}};

struct UnitRule {
  int months;                // of the unit; 0 where it is counted in hours
  double hours;              // of the unit; 0 where it is counted in months
  std::string_view letters;  // in a TIMEX3 duration
};

UnitRule rule_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {0, 1.0 / 3600, "TS"};
    case Unit::minute:
      return {0, 1.0 / 60, "TM"};
    case Unit::hour:
      return {0, 1, "TH"};
    case Unit::night:
      return {0, 24, "NI"};
    case Unit::day:
      return {0, 24, "D"};
    case Unit::week:
      return {0, 168, "W"};
    case Unit::weekend:
      return {0, 168, "WE"};
    case Unit::month:
      return {1, 0, "M"};
    case Unit::quarter:
      return {3, 0, "Q"};
    case Unit::season:
      return {3, 0, "M"};
    case Unit::half:
      return {6, 0, "H"};
    case Unit::year:
      return {12, 0, "Y"};
    case Unit::decade:
      return {120, 0, "DE"};
    case Unit::century:
      return {1200, 0, "CE"};
  }
  return {0, 24, "D"};
}

/// The first day of the month that lies `months` after January of year 0; in the years 1 to 9999.
Day month_begin(long months) {
  months = std::clamp(months, 12L, 9999L * 12 + 11);
  return day_of(static_cast<int>(months / 12), static_cast<unsigned>(months % 12 + 1), 1);
}

/// At least `width` digits.
std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(std::max(value, 0));
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::optional<int> number_in(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Unit> unit_named(std::string_view name) {
  for (const auto& [known, unit] : kUnitNames)
    if (known == name) return unit;
  return std::nullopt;
}

std::string_view name_of(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
  }
  return "DATE";
}

Day clamped(Day day) { return std::clamp(day, day_of(1, 1, 1), day_of(9999, 12, 31)); }

Day shifted(Day day, Unit unit, double count) {
  count = std::clamp(count, -120000.0, 120000.0);
  const UnitRule rule = rule_of(unit);
  if (rule.months == 0) return clamped(day + days{static_cast<long>(std::trunc(count * rule.hours / 24))});
  const double months = count * rule.months;
  const long whole = static_cast<long>(std::trunc(months));
  const Day begin = month_begin(year_of(day) * 12L + static_cast<long>(month_of(day)) - 1 + whole);
  const Day moved = day_of(year_of(begin), month_of(begin), day_of_month(day));
  return clamped(moved + days{std::lround((months - static_cast<double>(whole)) * 30)});
}

DayInterval unit_at(Unit unit, Day day, int offset) {
  const UnitRule rule = rule_of(unit);
  if (unit == Unit::week || unit == Unit::weekend) {
    const Day monday = monday_of(clamped(day)) + days{7 * offset};
    return unit == Unit::week ? DayInterval{monday, monday + days{6}} : DayInterval{monday + days{5}, monday + days{6}};
  }
  if (rule.months == 0) return {clamped(day) + days{offset}, clamped(day) + days{offset}};
  const long month = year_of(day) * 12L + static_cast<long>(month_of(day)) - 1;
  const long first = (month / rule.months + offset) * rule.months;
  return {month_begin(first), month_begin(first + rule.months) - days{1}};
}

DayInterval part_of(DayInterval whole, Unit unit, int part) {
  const int year = year_of(whole.from);
  const unsigned month = month_of(whole.from);
  if (unit == Unit::month) {
    if (part == 0) return {whole.from, day_of(year, month, 10)};
    if (part == 1) return {day_of(year, month, 11), day_of(year, month, 20)};
    return {day_of(year, month, 21), whole.to};
  }
  if (unit == Unit::week) {
    if (part == 0) return {whole.from, whole.from + days{1}};
    if (part == 1) return {whole.from + days{2}, whole.from + days{3}};
    return {whole.from + days{4}, whole.to};
  }
  const long third = ((whole.to - whole.from).count() + 1) / 3;
  if (third < 1) return whole;
  if (unit >= Unit::year) {
    const long months = (year_of(whole.to) - year + 1) * 4L;
    const long begin = year * 12L + months * part;
    return {month_begin(begin), part == 2 ? whole.to : month_begin(begin + months) - days{1}};
  }
  const Day begin = whole.from + days{third * part};
  return {begin, part == 2 ? whole.to : begin + days{third - 1}};
}

Day weekday_in_week(Day day, unsigned weekday) { return monday_of(day) + days{weekday - 1}; }
Day weekday_until(Day day, unsigned weekday) { return day - days{(weekday_of(day) + 7 - weekday) % 7}; }
Day weekday_from(Day day, unsigned weekday) { return day + days{(weekday + 7 - weekday_of(day)) % 7}; }

DayInterval season_interval(int year, std::string_view season) {
  const unsigned month = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
  const Day begin = day_of(year, month, 1);
  return {begin, shifted(begin, Unit::month, 3) - days{1}};
}

Day easter(int year, bool orthodox) {
  const int a = year % 19;
  if (orthodox) {  // Meeus, Julian; moved to the Gregorian calendar
    const int d = (19 * a + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int sum = d + e + 114;
    const int calendars = year / 100 - year / 400 - 2;
    return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1)) + days{calendars};
  }
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<Day> holiday_in(std::string_view rule, int year) {
  year = std::clamp(year, 1, 9998);
  for (const std::string_view feast : {"easter", "orthodox"})
    if (rule.starts_with(feast)) {
      const auto offset = rule == feast ? std::optional<int>(0) : number_in(rule.substr(feast.size()));
      if (!offset || std::abs(*offset) > 100) return std::nullopt;
      return easter(year, feast == "orthodox") + days{*offset};
    }
  const auto dash = rule.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto month = number_in(rule.substr(0, dash));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto nth = rule.find("th-", dash);
  if (nth == std::string_view::npos) {
    const auto day = number_in(rule.substr(dash + 1));
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    return day_of(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  const auto count = number_in(rule.substr(dash + 1, nth - dash - 1));
  const auto weekday = number_in(rule.substr(nth + 3));
  if (!count || !weekday || *count < 1 || *count > 5 || *weekday < 1 || *weekday > 7) return std::nullopt;
  return weekday_from(day_of(year, static_cast<unsigned>(*month), 1), static_cast<unsigned>(*weekday)) + days{7 * (*count - 1)};
}

std::string timex_of(Unit unit, Day first) {
  const std::string year = padded(year_of(first), 4);
  const int month = static_cast<int>(month_of(first));
  const IsoWeek week = iso_week_of(first);
  const std::string in_week = padded(week.year, 4) + "-W" + padded(static_cast<int>(week.week), 2);
  switch (unit) {
    case Unit::week:
      return in_week;
    case Unit::weekend:
      return in_week + "-WE";
    case Unit::month:
      return year + "-" + padded(month, 2);
    case Unit::quarter:
      return year + "-Q" + padded((month - 1) / 3 + 1, 1);
    case Unit::half:
      return year + "-H" + padded((month - 1) / 6 + 1, 1);
    case Unit::season:
      return year + (month == 3 ? "-SP" : month == 6 ? "-SU" : month == 9 ? "-FA" : "-WI");
    case Unit::year:
      return year;
    case Unit::decade:
      return year.substr(0, 3);
    case Unit::century:
      return year.substr(0, 2);
    default:
      return to_iso(first);
  }
}

std::string timex_of_span(double count, bool vague, Unit unit) {
  if (!vague && unit == Unit::day && count > 1 && count != std::floor(count)) {
    count *= 24;
    unit = Unit::hour;
  }
  std::string_view letters = rule_of(unit).letters;
  std::string out = "P";
  if (letters.front() == 'T') {
    out += 'T';
    letters.remove_prefix(1);
  }
  char number[32];
  std::snprintf(number, sizeof number, "%g", std::clamp(count, 0.0, 1e9));
  out += vague ? std::string_view("X") : std::string_view(number);
  out += letters;
  return out;
}

TimePrecision precision_of(DayInterval interval) {
  const long length = (interval.to - interval.from).count() + 1;
  if (length <= 1) return TimePrecision::day;
  if (length < 7) return TimePrecision::days;
  if (length < 14) return TimePrecision::week;
  if (length <= 92) return TimePrecision::month;
  return length <= 366 ? TimePrecision::year : TimePrecision::more;
}

}  // namespace laut::meaning::times
