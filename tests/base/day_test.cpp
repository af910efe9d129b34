#include "base/day.h"

#include <gmock/gmock.h>

namespace laut {
namespace {

TEST(Day, WritesAndReadsIso) {
  EXPECT_EQ(to_iso(day_of(2024, 2, 29)), "2024-02-29");
  EXPECT_EQ(parse_iso("2024-02-29"), day_of(2024, 2, 29));
  EXPECT_EQ(parse_iso("2024-12-17T08:30:00+01:00"), day_of(2024, 12, 17));
  for (const char* bad :
       {"", "2024", "2023-02-29", "2024-13-01", "2024-00-10", "24-12-17", "2024/12/17", "2024-12-17x", "0000-01-01", "2024-1-17 "})
    EXPECT_EQ(parse_iso(bad), std::nullopt) << bad;
}

TEST(Day, ClampsToTheLastOfTheMonth) {
  EXPECT_EQ(day_of(2024, 4, 31), day_of(2024, 4, 30));
  EXPECT_EQ(day_of(2023, 2, 29), day_of(2023, 2, 28));
}

TEST(Day, KnowsWeeks) {
  const Day wednesday = day_of(2024, 12, 18);
  EXPECT_EQ(weekday_of(wednesday), 3U);
  EXPECT_EQ(monday_of(wednesday), day_of(2024, 12, 16));
  EXPECT_EQ(monday_of(day_of(2024, 12, 16)), day_of(2024, 12, 16));
  EXPECT_EQ(monday_of(day_of(2024, 12, 22)), day_of(2024, 12, 16));
}

// ISO 8601: the week of 4 January is the first.
TEST(Day, CountsIsoWeeksOverTheNewYear) {
  EXPECT_EQ(iso_week_of(day_of(2024, 12, 30)).year, 2025);
  EXPECT_EQ(iso_week_of(day_of(2024, 12, 30)).week, 1U);
  EXPECT_EQ(iso_week_of(day_of(2021, 1, 3)).year, 2020);
  EXPECT_EQ(iso_week_of(day_of(2021, 1, 3)).week, 53U);
}

TEST(Day, KnowsMonthsAndYears) {
  EXPECT_EQ(month_interval(2024, 2), (DayInterval{day_of(2024, 2, 1), day_of(2024, 2, 29)}));
  EXPECT_EQ(year_interval(2023), (DayInterval{day_of(2023, 1, 1), day_of(2023, 12, 31)}));
}

}  // namespace
}  // namespace laut
