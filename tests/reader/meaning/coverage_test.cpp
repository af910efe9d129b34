// coverage: every example of data/<lang>/coverage.examples.tsv, and what no table shows.
#include "reader/meaning/coverage.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/table.h"
#include "laut/names.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";
const Day kToday = day_of(2024, 12, 18);

const Coverages& coverages() {
  static const Result<Coverages> loaded = Coverages::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  return *loaded;
}

Document document(std::string_view text, std::string_view language = "en") {
  Document result;
  result.text = std::string(text);
  result.language = std::string(language);
  result.published = kToday;
  return result;
}

Span find(const Document& in, std::string_view words) {
  const auto at = in.text.find(words);
  EXPECT_NE(at, std::string::npos) << words << " in " << in.text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// A claim of people killed, all of the text its evidence, anchored at `anchor`.
Claim killed(const Document& in, std::string_view anchor = "") {
  Claim claim;
  claim.id = "at " + std::string(anchor);
  claim.event = Event::killed;
  claim.anchor = claim.trigger = anchor.empty() ? Span{0, 1} : find(in, anchor);
  claim.evidence = {0, static_cast<std::uint32_t>(in.text.size())};
  claim.count.emplace();
  claim.count->span = claim.anchor;
  return claim;
}

void set_time(Claim& claim, const Document& in, std::string_view words, Day from, Day to, TimePrecision precision) {
  claim.time.emplace();
  claim.time->span = find(in, words);
  claim.time->from = from;
  claim.time->to = to;
  claim.time->precision = precision;
}

Coverage read(Claim claim, const Document& in) {
  std::vector<Claim> claims{std::move(claim)};
  coverages().tell(claims, in);
  return claims.front().coverage;
}

std::string iso(std::optional<Day> day) { return day ? to_iso(*day) : ""; }

TEST(Coverage, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "coverage.examples.tsv", {"text", "time", "days", "place", "precision", "group", "kind"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      const auto cell = [&](const char* column) { return table->cell(row, column); };
      const auto article = document(cell("text"), language);
      auto claim = killed(article);
      claim.group.emplace().kind = from_name<GroupKind>(cell("group")).value();
      if (const auto days = cell("days"); !days.empty())
        set_time(claim, article, cell("time"), *parse_iso(days.substr(0, 10)), *parse_iso(days.substr(11, 10)),
                 from_name<TimePrecision>(days.substr(22)).value());
      if (!cell("place").empty()) {
        claim.place.emplace().precision = from_name<PlacePrecision>(cell("precision")).value();
        claim.place->span = find(article, cell("place"));
      }
      const auto coverage = read(claim, article);
      EXPECT_EQ(name_of(coverage.kind), cell("kind")) << table->where(row);
      EXPECT_EQ(iso(coverage.from), cell("from")) << table->where(row);
      EXPECT_EQ(iso(coverage.to), cell("to")) << table->where(row);
      EXPECT_EQ(name_of(coverage.whose), cell("whose")) << table->where(row);
      EXPECT_EQ(coverage.assumed, cell("assumed") == "yes") << table->where(row);
    }
  }
}

TEST(Coverage, ATotalEndsOnTheDayOfSaying) {
  const auto article = document("So far 40 soldiers have been killed.");
  auto claim = killed(article);
  claim.said.emplace().to = day_of(2024, 12, 16);
  EXPECT_EQ(iso(read(claim, article).to), "2024-12-16");
}

TEST(Coverage, WithoutAPublicationDayATotalHasNoEnd) {
  auto article = document("So far 40 soldiers have been killed.");
  article.published.reset();
  EXPECT_EQ(iso(read(killed(article), article).to), "");
}

TEST(Coverage, AStartHasADayOnlyWhereItIsSaid) {
  const auto plain = document("Since the coup 40 have died.");
  auto claim = killed(plain);
  set_time(claim, plain, "Since the coup", day_of(2021, 2, 1), kToday, TimePrecision::more);
  EXPECT_EQ(iso(read(claim, plain).from), "");
  const auto dated = document("Since the coup in February 2021 40 have died.");
  claim = killed(dated);
  set_time(claim, dated, "Since the coup in February 2021", day_of(2021, 2, 1), kToday, TimePrecision::more);
  EXPECT_EQ(iso(read(claim, dated).from), "2021-02-01");
}

TEST(Coverage, APartIsAsItsWhole) {
  const auto article = document("On Saturday 20 people died, including 5 children.");
  std::vector<Claim> claims{killed(article, "20"), killed(article, "5")};
  set_time(claims[0], article, "On Saturday", day_of(2024, 12, 14), day_of(2024, 12, 14), TimePrecision::day);
  claims[1].part_of = claims[0].id;
  coverages().tell(claims, article);
  EXPECT_EQ(claims[1].coverage.kind, CoverageKind::event);
  EXPECT_EQ(iso(claims[1].coverage.from), "2024-12-14");
}

TEST(Coverage, TakesTheDayOfTheClaimBeforeInItsSentenceOnly) {
  const auto article = document("On Saturday 20 people died; 7 men were shot. Another 9 women drowned.");
  std::vector<Claim> claims{killed(article, "20"), killed(article, "7"), killed(article, "9")};
  set_time(claims[0], article, "On Saturday", day_of(2024, 12, 14), day_of(2024, 12, 14), TimePrecision::day);
  for (auto& claim : claims) claim.evidence = claim.anchor;
  coverages().tell(claims, article);
  EXPECT_EQ(iso(claims[1].coverage.from), "2024-12-14");
  EXPECT_EQ(claims[2].coverage.kind, CoverageKind::unknown);
}

TEST(Coverage, AssumesATotalOnlyForACountedForceInARegionOrMore) {
  const auto article = document("300 soldiers were killed in Kursk.");
  auto claim = killed(article);
  claim.group.emplace().kind = GroupKind::combatant;
  claim.place.emplace().span = find(article, "Kursk");
  claim.place->precision = PlacePrecision::region;
  EXPECT_TRUE(read(claim, article).assumed);
  claim.place->precision = PlacePrecision::site;
  EXPECT_FALSE(read(claim, article).assumed);
  claim.place->precision = PlacePrecision::country;
  claim.group->kind = GroupKind::civilian;
  EXPECT_EQ(read(claim, article).kind, CoverageKind::unknown);
  claim.group->kind = GroupKind::combatant;
  claim.count.reset();
  EXPECT_EQ(read(claim, article).kind, CoverageKind::unknown);
}

TEST(Coverage, AUnitOfTheVictimsIsNotTheSpeakers) {
  const auto article = document("So far 12 soldiers of the 155th brigade have died, the ministry says.");
  auto claim = killed(article, "12");
  claim.target.emplace().span = find(article, "soldiers of the 155th brigade");
  EXPECT_EQ(read(claim, article).whose, CoverageWhose::all);
  const auto own = document("The 155th brigade says it has lost 12 men so far.");
  EXPECT_EQ(read(killed(own, "12"), own).whose, CoverageWhose::unit);
}

TEST(Coverage, SeveralPlacesArePlaces) {
  const auto article = document("So far 40 have died in Niger and Burkina Faso.");
  auto claim = killed(article, "40");
  claim.place.emplace().span = find(article, "Niger");
  claim.place->precision = PlacePrecision::country;
  EXPECT_EQ(read(claim, article).whose, CoverageWhose::places);
  const auto one = document("So far 40 have died in Niger and nobody counts.");
  claim.place->span = find(one, "Niger");
  EXPECT_EQ(read(claim, one).whose, CoverageWhose::all);
}

TEST(Coverage, AnUnknownLanguageIsReadByItsTimes) {
  const auto article = document("Am 14.", "other");
  auto claim = killed(article);
  set_time(claim, article, "14", day_of(2024, 12, 14), day_of(2024, 12, 14), TimePrecision::day);
  EXPECT_EQ(read(claim, article).kind, CoverageKind::event);
}

}  // namespace
}  // namespace laut::meaning
