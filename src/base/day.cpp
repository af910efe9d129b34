#include "base/day.h"

#include <array>
#include <cstdio>

namespace laut {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

Day day_of(int year, unsigned month, unsigned day) {
  const auto in_month = std::chrono::year{year} / std::chrono::month{month};
  const year_month_day wanted = in_month / std::chrono::day{day};
  if (wanted.ok()) return Day{wanted};
  return Day{in_month / std::chrono::last};
}

int year_of(Day day) { return int{year_month_day{day}.year()}; }
unsigned month_of(Day day) { return unsigned{year_month_day{day}.month()}; }
unsigned day_of_month(Day day) { return unsigned{year_month_day{day}.day()}; }
unsigned weekday_of(Day day) { return weekday{day}.iso_encoding(); }
Day monday_of(Day day) { return day - days{weekday_of(day) - 1}; }

DayInterval month_interval(int year, unsigned month) {
  const auto in_month = std::chrono::year{year} / std::chrono::month{month};
  return {Day{in_month / 1}, Day{in_month / std::chrono::last}};
}

DayInterval year_interval(int year) { return {day_of(year, 1, 1), day_of(year, 12, 31)}; }

IsoWeek iso_week_of(Day day) {
  const Day thursday = monday_of(day) + days{3};  // a week belongs to the year of its Thursday
  const int year = year_of(thursday);
  const auto since = (thursday - day_of(year, 1, 1)).count();
  return {year, static_cast<unsigned>(since / 7 + 1)};
}

std::string to_iso(Day day) {
  const year_month_day d{day};
  std::array<char, 32> out{};
  static_cast<void>(std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", int{d.year()}, unsigned{d.month()}, unsigned{d.day()}));
  return out.data();
}

std::optional<Day> parse_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const year_month_day wanted{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
  if (!wanted.ok()) return std::nullopt;
  return Day{wanted};
}

}  // namespace laut
