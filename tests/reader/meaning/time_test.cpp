// Times: the examples of every language, and what a sceptic asks of the algebra, the matcher, the context and the edges.
#include "reader/meaning/time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/table.h"
#include "reader/meaning/time_calendar.h"

namespace laut::meaning {

using namespace times;  // NOLINT(google-build-using-namespace)

namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";
const Day kToday = day_of(2024, 12, 18);      // a Wednesday
const Day kUtterance = day_of(2024, 12, 10);  // a Tuesday

const Times& times() {
  static const Times loaded = [] {
    auto result = Times::load(kData);
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(result.value());
  }();
  return loaded;
}

Phrase phrase(std::string_view text, std::string_view language) { return {text, {0, static_cast<std::uint32_t>(text.size())}, language}; }

/// The words within a text: the last place where they stand.
Phrase phrase_in(std::string_view text, std::string_view words, std::string_view language) {
  const auto at = static_cast<std::uint32_t>(text.rfind(words));
  return {text, {at, at + static_cast<std::uint32_t>(words.size())}, language};
}

Time read(std::string_view text, std::string_view language, TimeContext context = {kToday, {}, false}) {
  return times().read(phrase(text, language), context).meaning;
}

std::string days(const Time& time) { return time.from && time.to ? to_iso(*time.from) + " " + to_iso(*time.to) : "-"; }

std::string_view name(TimeBasis basis) {
  static constexpr std::string_view names[] = {"stated", "publication", "utterance", "unresolved"};
  return names[static_cast<int>(basis)];
}

std::string_view name(TimePrecision precision) {
  static constexpr std::string_view names[] = {"day", "days", "week", "month", "year", "more"};
  return names[static_cast<int>(precision)];
}

std::string tagged(std::string_view text, std::string_view language, std::optional<Day> published = kToday) {
  std::string out;
  for (const Timex& timex : times().tag(text, language, published))
    out += (out.empty() ? "" : "; ") + std::string(timex.span.in(text)) + " = " + timex.type + " " + timex.value;
  return out.empty() ? "-" : out;
}

// --- the tables' own examples -------------------------------------------------------------------------------------------------

class Examples : public testing::TestWithParam<std::string> {};

TEST_P(Examples, AreReadAsTheyStand) {
  const auto file = kData / GetParam() / "times.examples.tsv";
  const auto table = Table::read(file, {"as", "words", "from", "to", "basis", "precision", "timex"});
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_GT(table->rows().size(), 40U);
  for (const auto& row : table->rows()) {
    SCOPED_TRACE(table->where(row));
    const std::string words(table->cell(row, "words"));
    const auto as = table->cell(row, "as");
    const std::string timex(table->cell(row, "timex"));
    if (as == "tag") {
      EXPECT_EQ(tagged(words, GetParam()), timex);
      continue;
    }
    TimeContext context{kToday, {}, as == "planned"};
    if (as == "undated") context.published.reset();
    if (as == "quoted") context.utterance = kUtterance;
    const Time time = read(words, GetParam(), context);
    EXPECT_EQ(time.from ? to_iso(*time.from) : "-", table->cell(row, "from")) << words;
    EXPECT_EQ(time.to ? to_iso(*time.to) : "-", table->cell(row, "to")) << words;
    EXPECT_EQ(name(time.basis), table->cell(row, "basis")) << words;
    EXPECT_EQ(time.from ? name(time.precision) : "-", table->cell(row, "precision")) << words;
    EXPECT_EQ(time.timex.value_or("-"), timex) << words;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Examples, testing::Values("de", "en", "fr", "uk", "ru", "pl", "es"),
                         [](const auto& example) { return example.param; });

// --- the algebra --------------------------------------------------------------------------------------------------------------

TEST(TimeCalendar, KnowsEaster) {
  EXPECT_EQ(to_iso(easter(2024, false)), "2024-03-31");
  EXPECT_EQ(to_iso(easter(2019, false)), "2019-04-21");
  EXPECT_EQ(to_iso(easter(2024, true)), "2024-05-05");
  EXPECT_EQ(to_iso(easter(2022, true)), "2022-04-24");
  for (int year = 1900; year < 2100; ++year) {
    EXPECT_EQ(weekday_of(easter(year, false)), 7U) << year;
    EXPECT_EQ(weekday_of(easter(year, true)), 7U) << year;
  }
}

TEST(TimeCalendar, ReadsRulesOfHolidays) {
  EXPECT_EQ(to_iso(*holiday_in("12-25", 2024)), "2024-12-25");
  EXPECT_EQ(to_iso(*holiday_in("easter-2", 2024)), "2024-03-29");
  EXPECT_EQ(to_iso(*holiday_in("easter+49", 2023)), "2023-05-28");
  EXPECT_EQ(to_iso(*holiday_in("11-4th-4", 2024)), "2024-11-28");
  for (const auto* wrong : {"", "-", "13-1", "0-1", "1-32", "easter+x", "11-6th-1", "11-1th-8", "easter+999"})
    EXPECT_FALSE(holiday_in(wrong, 2024)) << wrong;
}

TEST(TimeCalendar, MovesByUnitsAndStaysInTheCalendar) {
  EXPECT_EQ(to_iso(shifted(day_of(2024, 3, 31), Unit::month, -1)), "2024-02-29");
  EXPECT_EQ(to_iso(shifted(kToday, Unit::hour, -24)), "2024-12-17");
  EXPECT_EQ(to_iso(shifted(kToday, Unit::hour, -36)), "2024-12-17");
  EXPECT_EQ(to_iso(shifted(kToday, Unit::year, -1.5)), "2023-06-18");
  EXPECT_EQ(year_of(shifted(kToday, Unit::century, -1e9)), 1);
  EXPECT_EQ(year_of(shifted(kToday, Unit::century, 1e9)), 9999);
}

TEST(TimeCalendar, CutsUnitsAsTheGuideDoes) {
  const auto part = [](DayInterval whole, Unit unit, int which) {
    const auto days = part_of(whole, unit, which);
    return to_iso(days.from) + " " + to_iso(days.to);
  };
  EXPECT_EQ(part(month_interval(2024, 2), Unit::month, 0), "2024-02-01 2024-02-10");
  EXPECT_EQ(part(month_interval(2024, 2), Unit::month, 1), "2024-02-11 2024-02-20");
  EXPECT_EQ(part(month_interval(2024, 2), Unit::month, 2), "2024-02-21 2024-02-29");
  EXPECT_EQ(part(year_interval(2023), Unit::year, 0), "2023-01-01 2023-04-30");
  EXPECT_EQ(part(year_interval(2023), Unit::year, 1), "2023-05-01 2023-08-31");
  EXPECT_EQ(part(year_interval(2023), Unit::year, 2), "2023-09-01 2023-12-31");
}

TEST(TimeCalendar, NamesUnitsAsTimexDoes) {
  EXPECT_EQ(timex_of(Unit::week, day_of(2025, 1, 1)), "2025-W01");
  EXPECT_EQ(timex_of(Unit::week, day_of(2024, 12, 30)), "2025-W01");  // the week belongs to the year of its Thursday
  EXPECT_EQ(timex_of(Unit::weekend, day_of(2024, 12, 14)), "2024-W50-WE");
  EXPECT_EQ(timex_of(Unit::season, day_of(2024, 6, 1)), "2024-SU");
  EXPECT_EQ(timex_of(Unit::decade, day_of(1980, 1, 1)), "198");
  EXPECT_EQ(timex_of_span(3, false, Unit::day), "P3D");
  EXPECT_EQ(timex_of_span(24, false, Unit::hour), "PT24H");
  EXPECT_EQ(timex_of_span(0, true, Unit::week), "PXW");
}

// --- the context --------------------------------------------------------------------------------------------------------------

TEST(Time, WeekdayIsTheLastUpToPublicationAndTheNextOfPlans) {
  for (unsigned weekday = 1; weekday <= 7; ++weekday) {
    static const char* names[] = {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    const Time happened = read(names[weekday], "en");
    const Time planned = read(names[weekday], "en", {kToday, {}, true});
    EXPECT_EQ(weekday_of(*happened.from), weekday);
    EXPECT_EQ(weekday_of(*planned.from), weekday);
    EXPECT_LE(*happened.from, kToday);
    EXPECT_GT(*happened.from, kToday - std::chrono::days{7});
    EXPECT_GE(*planned.from, kToday);
    EXPECT_LT(*planned.from, kToday + std::chrono::days{7});
  }
}

TEST(Time, CountsFromTheUtteranceWhereItIsKnown) {
  const TimeContext quoted{kToday, kUtterance, false};
  EXPECT_EQ(days(read("yesterday", "en", quoted)), "2024-12-09 2024-12-09");
  EXPECT_EQ(read("yesterday", "en", quoted).basis, TimeBasis::utterance);
  EXPECT_EQ(read("7 October 2023", "en", quoted).basis, TimeBasis::stated);
}

TEST(Time, WithoutADayRelativeWordsStayUnresolved) {
  for (const auto* words : {"yesterday", "on Monday", "three days ago", "for weeks", "last night", "in May", "this week", "now"}) {
    const Time time = read(words, "en", {});
    EXPECT_EQ(time.basis, TimeBasis::unresolved) << words;
    EXPECT_FALSE(time.from) << words;
    EXPECT_FALSE(time.to) << words;
  }
}

TEST(Time, LeansOnTheTimeSpokenOfBefore) {
  const auto after = [](std::string_view text, std::string_view words, std::string_view language) {
    return days(times().read(phrase_in(text, words, language), {kToday, {}, false}).meaning);
  };
  EXPECT_EQ(after("The attack of 3 May 2023 killed two. A day later a third died.", "A day later", "en"), "2023-05-04 2023-05-04");
  EXPECT_EQ(after("Am 3. Mai 2023 gab es einen Angriff. Tags zuvor war es ruhig.", "Tags zuvor", "de"), "2023-05-02 2023-05-02");
  EXPECT_EQ(after("Im Mai 2023 begann es. Seitdem kommen viele.", "Seitdem", "de"), "2023-05-01 2024-12-18");
  EXPECT_EQ(after("Am Montag fiel der Ort. Um 8.30 Uhr kamen Truppen.", "Um 8.30 Uhr", "de"), "2024-12-16 2024-12-16");
  EXPECT_EQ(after("Nothing was said. A day later a third died.", "A day later", "en"), "-");
}

TEST(Time, TakesTheDayThatTheTextPrints) {
  const std::string text = "Stand: 16.12.2024 08:15 Uhr\n\nGestern wurde das Dorf beschossen.";
  EXPECT_EQ(days(times().read(phrase_in(text, "Gestern", "de"), {kToday, {}, false}).meaning), "2024-12-15 2024-12-15");
  const std::string old = "Stand: 31.12.2023\n\nGestern wurde das Dorf beschossen.";  // the day of some figures, not of the text
  EXPECT_EQ(days(times().read(phrase_in(old, "Gestern", "de"), {kToday, {}, false}).meaning), "2024-12-17 2024-12-17");
}

TEST(Time, DateWithAWeekdayTellsItsYear) {
  EXPECT_EQ(days(read("Friday, 7 February", "en")), "2025-02-07 2025-02-07");  // 7 February 2024 was a Wednesday
  EXPECT_EQ(days(read("7 February", "en")), "2024-02-07 2024-02-07");
}

TEST(Time, PairsOfWeekdaysAreOfOneWeek) {
  EXPECT_EQ(days(read("am Samstag und Sonntag", "de", {day_of(2024, 12, 14), {}, false})), "2024-12-07 2024-12-08");
  EXPECT_EQ(days(read("am Samstag und Sonntag", "de", {day_of(2024, 12, 15), {}, true})), "2024-12-21 2024-12-22");
  EXPECT_EQ(days(read("zwischen Freitag und Montag", "de")), "2024-12-13 2024-12-16");
}

TEST(Time, SaysWhichRuleReadIt) {
  const auto read = times().read(phrase("three days ago", "en"), {kToday, {}, false});
  EXPECT_EQ(read.by, "times/en: <length> ago");
}

TEST(Time, DaysThatDoNotExistAreNotRead) {
  EXPECT_EQ(days(read("31. Februar 2023", "de")), "2023-02-01 2023-02-28");  // the month is all that can be meant
  for (const auto* words : {"45.13.2023", "2023-02-30", "2023-13-01"}) EXPECT_NE(read(words, "de").precision, TimePrecision::day) << words;
  EXPECT_EQ(days(read("29. Februar 2024", "de")), "2024-02-29 2024-02-29");
}

// --- the edges ----------------------------------------------------------------------------------------------------------------

TEST(Time, UnknownLanguagesAndEmptyWordsGiveNothing) {
  EXPECT_EQ(days(read("gestern", "xx")), "-");
  EXPECT_EQ(days(read("", "de")), "-");
  EXPECT_TRUE(times().tag("gestern", "xx", kToday).empty());
  EXPECT_TRUE(times().tag("", "de", kToday).empty());
  EXPECT_EQ(days(Times{}.read(phrase("gestern", "de"), {}).meaning), "-");
}

TEST(Time, AnyBytesAreRead) {
  for (const auto& words : {std::string("am \xff\xfe Montag"), std::string("\xc3"), std::string(5000, '1'), std::string("1\0 2", 4),
                            std::string("\xf0\x9f\x98\x80 gestern"), std::string("\xe2\x80")})
    (void)read(words, "de");
  EXPECT_EQ(days(read("\xf0\x9f\x98\x80 gestern", "de")), "2024-12-17 2024-12-17");
  EXPECT_NE(days(read("vor 99999999999999999999 Jahren", "de")).substr(0, 4), "0001");
}

TEST(Time, FoldsCaseDashesSpacesAndApostrophes) {
  EXPECT_EQ(days(read("GESTERN", "de")), "2024-12-17 2024-12-17");
  EXPECT_EQ(days(read("7.\xC2\xA0Oktober\xC2\xA0"
                      "2023",
                      "de")),
            "2023-10-07 2023-10-07");
  EXPECT_EQ(days(read("mid\xE2\x80\x93November", "en")), "2024-11-11 2024-11-20");
  EXPECT_EQ(days(read("aujourd\xE2\x80\x99hui", "fr")), "2024-12-18 2024-12-18");
}

TEST(Time, SpansLieInTheTextAndAreInOrder) {
  const std::string text =
      "\xC3\x9C"
      "ber Nacht, am Montagabend und am 3. Mai 2023 \xE2\x80\x93 vor zwei Jahren.";
  std::uint32_t last = 0;
  const auto found = times().tag(text, "de", kToday);
  EXPECT_EQ(found.size(), 4U);
  for (const Timex& timex : found) {
    EXPECT_GE(timex.span.begin, last);
    EXPECT_GT(timex.span.end, timex.span.begin);
    last = timex.span.end;
  }
  EXPECT_LE(last, text.size());
}

TEST(Time, LongAndRepetitiveTextsTakeLinearTime) {
  for (const std::string_view unit : {"Montag ", "2-3-4-5-", "am Montag und ", "seit ", "vor zwei ", "a"}) {
    std::string text;
    while (text.size() < 100000) text += unit;
    (void)times().tag(text, "de", kToday);
    (void)read(text.substr(0, 20000), "de");
  }
}

class TimeTables : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_ / "xx"); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string error_of(const std::string& words, const std::string& patterns) const {
    std::ofstream(folder_ / "xx" / "times.words.tsv") << "class\tvalue\tforms\n" << words;
    std::ofstream(folder_ / "xx" / "times.tsv") << "pattern\tgives\taction\twith\ttag\n" << patterns;
    const auto loaded = Times::load(folder_);
    return loaded ? "" : loaded.error().text();
  }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("laut_time_test_" + std::to_string(::getpid()));
};

TEST_F(TimeTables, ErrorsNameTheLine) {
  using testing::HasSubstr;
  EXPECT_EQ(error_of("day\t0\ttoday\n", "<day>\tT\tday\t\tx\n"), "");
  EXPECT_THAT(error_of("day\t0\ttoday\n", "<day>\tT\tfly\t\tx\n"), HasSubstr("times.tsv:2: no action is called 'fly'"));
  EXPECT_THAT(error_of("day\t0\ttoday\n", "<day>\tT\tday\t\ty\n"), HasSubstr("times.tsv:2"));
  EXPECT_THAT(error_of("day\t0\ttoday\n", "the?\tT\tday\t\t\n"), HasSubstr("times.tsv:2"));
  EXPECT_THAT(error_of("day\t0\ttoday\n", ".. <day>\tT\tday\t\t\n"), HasSubstr("times.tsv:2"));
  EXPECT_THAT(error_of("day\t0\t\n", "<day>\tT\tday\t\t\n"), HasSubstr("times.words.tsv:2"));
}

}  // namespace
}  // namespace laut::meaning
