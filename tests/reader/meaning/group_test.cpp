// group: every example of data/<lang>/group.examples.tsv, and what needs a sentence or other claims around it.
#include "reader/meaning/group.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/table.h"
#include "laut/names.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

Claim claim_on(const Document& in, Event event, std::string_view target) {
  Claim claim;
  claim.event = event;
  const auto at = static_cast<std::uint32_t>(in.text.find(target));
  claim.anchor = claim.trigger = {at, at + static_cast<std::uint32_t>(target.size())};
  claim.id = std::string(target);
  claim.target.emplace().span = claim.anchor;
  return claim;
}

void tell(std::vector<Claim>& claims, const Document& document) {
  static const Result<Groups> loaded = Groups::load(kData);
  ASSERT_TRUE(loaded.ok()) << loaded.error().text();
  loaded->tell(claims, document);
}

Document english(std::string_view text) {
  Document document;
  document.text = std::string(text);
  document.language = "en";
  return document;
}

TEST(Group, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "group.examples.tsv", {"words", "event", "kind", "age", "role"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      auto document = english(table->cell(row, "words"));
      document.language = language;
      std::vector<Claim> claims{claim_on(document, from_name<Event>(table->cell(row, "event")).value(), document.text)};
      tell(claims, document);
      const auto& group = claims.front().group;
      if (table->cell(row, "kind") == "none") {
        EXPECT_FALSE(group) << table->where(row);
        continue;
      }
      ASSERT_TRUE(group) << table->where(row);
      EXPECT_EQ(name_of(group->kind), table->cell(row, "kind")) << table->where(row);
      EXPECT_EQ(name_of(group->age), table->cell(row, "age")) << table->where(row);
      EXPECT_EQ(group->role.value_or("-"), table->cell(row, "role")) << table->where(row);
    }
  }
}

TEST(Group, MenAreSoldiersWhereAForceSpeaksOfItsOwn) {
  const auto own = english("Our company has buried ten men.");
  std::vector<Claim> claims{claim_on(own, Event::killed, "men")};
  tell(claims, own);
  EXPECT_EQ(claims[0].group->kind, GroupKind::combatant);
  EXPECT_EQ(claims[0].group->age, GroupAge::unknown);
  const auto others = english("Ten men died on the ferry.");
  claims = {claim_on(others, Event::killed, "men")};
  tell(claims, others);
  EXPECT_EQ(claims[0].group->kind, GroupKind::unknown);
  EXPECT_EQ(claims[0].group->age, GroupAge::adult);
}

TEST(Group, StaffHaveTheRoleOfTheirBody) {
  const auto article = english("UNRWA says 53 of its staff have died.");
  std::vector<Claim> claims{claim_on(article, Event::killed, "staff")};
  tell(claims, article);
  EXPECT_EQ(claims[0].group->role, "aid worker");
}

TEST(Group, AClaimWithoutWordsTakesTheKindOfTheOneBefore) {
  const auto article = english("Rebels killed 48 soldiers and captured 17.");
  std::vector<Claim> claims{claim_on(article, Event::killed, "soldiers"), claim_on(article, Event::captured, "17")};
  claims[1].target.reset();
  tell(claims, article);
  EXPECT_EQ(claims[1].group->kind, GroupKind::combatant);
}

TEST(Group, APartTakesTheKindOfItsWhole) {
  const auto article = english("They took 1,200 fighters, including 300 foreigners.");
  std::vector<Claim> claims{claim_on(article, Event::captured, "fighters"), claim_on(article, Event::captured, "foreigners")};
  claims[1].part_of = claims[0].id;
  tell(claims, article);
  EXPECT_EQ(claims[1].group->kind, GroupKind::combatant);
}

TEST(Group, AnAttackOnThingsHasNone) {
  const auto article = english("A missile hit a bridge.");
  std::vector<Claim> claims{claim_on(article, Event::attack, "bridge"), claim_on(article, Event::destroyed, "bridge")};
  tell(claims, article);
  EXPECT_FALSE(claims[0].group);
  EXPECT_FALSE(claims[1].group);
}

}  // namespace
}  // namespace laut::meaning
