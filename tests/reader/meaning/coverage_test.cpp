// coverage and group: every example of data/<lang>/{coverage,group}.examples.tsv, and what no table shows.
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

/// "FROM/TO/PRECISION".
Spanned<Time> time_of(std::string_view cell) {
  Spanned<Time> time;
  time.from = parse_iso(cell.substr(0, 10));
  time.to = parse_iso(cell.substr(11, 10));
  time.precision = from_name<TimePrecision>(cell.substr(22)).value();
  return time;
}

Claim killed(std::string_view code, std::string_view precision) {
  Claim claim;
  claim.event = Event::killed;
  claim.count.emplace();
  if (!code.empty()) claim.target.emplace().code = std::string(code);
  if (!precision.empty()) claim.place.emplace().precision = from_name<PlacePrecision>(precision).value();
  return claim;
}

Read<Coverage> read(const Claim& claim, std::string_view text, std::string_view language, std::optional<Day> published = kToday) {
  return coverages().coverage(claim, {text, {0, static_cast<std::uint32_t>(text.size())}, language}, published);
}

std::string iso(std::optional<Day> day) { return day ? to_iso(*day) : ""; }

TEST(Coverage, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table =
        Table::read(kData / language / "coverage.examples.tsv", {"text", "time", "target", "place", "kind", "from", "to", "whose"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      auto claim = killed(table->cell(row, "target"), table->cell(row, "place"));
      if (!table->cell(row, "time").empty()) claim.time = time_of(table->cell(row, "time"));
      const auto [coverage, by] = read(claim, table->cell(row, "text"), language);
      EXPECT_EQ(name_of(coverage.kind), table->cell(row, "kind")) << table->where(row) << " by " << by;
      EXPECT_EQ(iso(coverage.from), table->cell(row, "from")) << table->where(row);
      EXPECT_EQ(iso(coverage.to), table->cell(row, "to")) << table->where(row);
      EXPECT_EQ(name_of(coverage.whose), table->cell(row, "whose")) << table->where(row);
      EXPECT_EQ(coverage.assumed, table->cell(row, "assumed") == "yes") << table->where(row);
    }
  }
}

TEST(Coverage, ATotalEndsOnTheDayOfSaying) {
  auto claim = killed("UKRMIL", "country");
  claim.said.emplace().to = day_of(2024, 12, 16);
  EXPECT_EQ(iso(read(claim, "So far 40 soldiers have been killed.", "en").meaning.to), "2024-12-16");
}

TEST(Coverage, WithoutAPublicationDayATotalHasNoEnd) {
  EXPECT_EQ(iso(read(killed("UKRMIL", ""), "So far 40 soldiers have been killed.", "en", std::nullopt).meaning.to), "");
}

TEST(Coverage, AssumesATotalOnlyForAForceInARegionOrMore) {
  const auto* text = "300 were killed.";
  EXPECT_TRUE(read(killed("PRKMIL", "region"), text, "en").meaning.assumed);
  EXPECT_TRUE(read(killed("PSEREB", "country"), text, "en").meaning.assumed);
  EXPECT_FALSE(read(killed("PRKMIL", "site"), text, "en").meaning.assumed);
  EXPECT_FALSE(read(killed("UKRCVL", "region"), text, "en").meaning.assumed);
  EXPECT_FALSE(read(killed("PRKMIL", ""), text, "en").meaning.assumed);
  EXPECT_EQ(read(killed("PRKMIL", "region"), "300 were killed in the attack.", "en").meaning.kind, CoverageKind::event);
  auto unnumbered = killed("PRKMIL", "region");
  unnumbered.count.reset();
  EXPECT_EQ(read(unnumbered, text, "en").meaning.kind, CoverageKind::unknown);
}

TEST(Group, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "group.examples.tsv", {"words", "code", "event", "kind", "age", "role"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      const auto words = table->cell(row, "words");
      auto claim = killed(table->cell(row, "code"), "");
      claim.event = from_name<Event>(table->cell(row, "event")).value();
      if (!claim.target) claim.target.emplace();
      claim.target->span = {0, static_cast<std::uint32_t>(words.size())};
      const auto group = coverages().group(claim, words, language);
      if (table->cell(row, "kind") == "none") {
        EXPECT_FALSE(group) << table->where(row);
        continue;
      }
      ASSERT_TRUE(group) << table->where(row);
      EXPECT_EQ(name_of(group->meaning.kind), table->cell(row, "kind")) << table->where(row);
      EXPECT_EQ(name_of(group->meaning.age), table->cell(row, "age")) << table->where(row);
      EXPECT_EQ(group->meaning.role.value_or("-"), table->cell(row, "role")) << table->where(row);
    }
  }
}

TEST(Group, AnAttackOnThingsHasNone) {
  Claim claim;
  claim.event = Event::attack;
  EXPECT_FALSE(coverages().group(claim, "", "en"));
  claim.event = Event::killed;
  ASSERT_TRUE(coverages().group(claim, "", "en"));
  EXPECT_EQ(coverages().group(claim, "", "en")->meaning.kind, GroupKind::unknown);
}

}  // namespace
}  // namespace laut::meaning
