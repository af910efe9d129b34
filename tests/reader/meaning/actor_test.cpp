// actor: every example of data/<lang>/actor.examples.tsv, and what no table shows.
#include "reader/meaning/actor.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/table.h"
#include "marked.h"
#include "reader/meaning/countries.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";
const Day kToday = day_of(2024, 12, 18);

const Actors& actors() {
  static const Result<Actors> loaded = Actors::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  return *loaded;
}

Read<Actor> read(std::string_view sentence, std::string_view language, ActorRole role, std::optional<Day> day = kToday) {
  const auto [text, span] = marked(sentence);
  return actors().read({text, span, language}, role, day);
}

ActorRole role_of(std::string_view cell) {
  return cell == "agent" ? ActorRole::agent : cell == "target" ? ActorRole::target : ActorRole::source;
}

TEST(Actor, ReadsEveryExample) {
  int examples = 0;
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "actor.examples.tsv", {"text", "role", "day", "code", "name", "anonymous"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      const auto day = table->cell(row, "day").empty() ? kToday : parse_iso(table->cell(row, "day"));
      const auto [actor, by] = read(table->cell(row, "text"), language, role_of(table->cell(row, "role")), day);
      EXPECT_EQ(actor.code.value_or("-"), table->cell(row, "code")) << table->where(row) << " by " << by;
      const auto name = table->cell(row, "name");
      EXPECT_TRUE(name.empty() || actor.name.value_or("-") == name) << table->where(row) << " " << actor.name.value_or("-");
      EXPECT_EQ(actor.anonymous, table->cell(row, "anonymous") == "yes") << table->where(row);
      ++examples;
    }
  }
  EXPECT_GE(examples, 100);
}

TEST(Actor, NeverTakesOneKoreaForTheOther) {
  for (const auto& language : languages_in(kData)) {
    const auto table = Table::read(kData / language / "countries.tsv", {"alpha2", "name", "adjectives", "people", "capital"});
    ASSERT_TRUE(table.ok());
    for (const auto& row : table->rows())
      for (const auto& [alpha2, alpha3] : {std::pair{"KP", "PRK"}, std::pair{"KR", "KOR"}, std::pair{"NE", "NER"}, std::pair{"NG", "NGA"}})
        if (table->cell(row, "alpha2") == alpha2)
          for (const auto* column : {"name", "adjectives", "people", "capital"})
            for (const auto word : list_of(table->cell(row, column))) {
              const auto code = read("[" + std::string(word) + "]", language, ActorRole::target).meaning.code.value_or("-");
              EXPECT_EQ(code.substr(0, 3), alpha3) << table->where(row) << " " << word;
            }
  }
}

TEST(Actor, ReadsEveryNamedActorOfTheTableByItsEnglishName) {
  const auto table = Table::read(kData / "shared" / "actors.tsv", {"code", "from", "any", "en"});
  ASSERT_TRUE(table.ok());
  const auto countries = Countries::load(kData);
  for (const auto& row : table->rows()) {
    const std::string code(table->cell(row, "code"));
    const std::set<std::string> others{"INT", "WST", "UNK", "ISI", "IGO"};
    EXPECT_TRUE(others.contains(code.substr(0, 3)) || countries->by_alpha3(code.substr(0, 3)) != nullptr) << table->where(row);
    for (const auto* column : {"any", "en"})
      for (const auto name : list_of(table->cell(row, column))) {
        const auto from = parse_iso(table->cell(row, "from"));
        const auto to = parse_iso(table->cell(row, "to"));
        const auto day = from ? from : to ? to : kToday;
        EXPECT_EQ(read("[" + std::string(name) + "]", "en", ActorRole::source, day).meaning.code.value_or("-"), code)
            << table->where(row) << " " << name;
      }
  }
}

TEST(Actor, ACapitalActsForItsGovernmentButIsHitAsATown) {
  EXPECT_EQ(read("[Teheran] droht.", "de", ActorRole::agent).meaning.code, "IRNGOV");
  EXPECT_EQ(read("Raketen auf [Teheran].", "de", ActorRole::target).meaning.code, "IRN");
}

TEST(Actor, TakesTheFirstOfJointActors) {
  EXPECT_EQ(read("[Israel und die Hamas] verhandeln.", "de", ActorRole::agent).meaning.code, "ISR");
  EXPECT_EQ(read("[Russia and Iran] signed.", "en", ActorRole::agent).meaning.code, "RUS");
}

TEST(Actor, WithoutAPublicationDayTakesTheOneWhoHoldsTheOfficeNow) {
  EXPECT_EQ(read("[The Taliban] said so.", "en", ActorRole::source, std::nullopt).meaning.code, "AFGGOV");
}

TEST(Actor, SurvivesWordsThatAreNone) {
  for (const auto* text : {"[]", "[...]", "[ ]", "[\xF0\x9F\x92\xA5]", "[qwrtz]"}) {
    const auto actor = read(text, "de", ActorRole::target).meaning;
    EXPECT_FALSE(actor.code) << text;
    EXPECT_FALSE(actor.anonymous);
  }
  EXPECT_FALSE(read("[Russland]", "xx", ActorRole::source).meaning.code);
}

TEST(Actor, RefusesABrokenTable) { EXPECT_FALSE(Actors::load(kData / "nowhere").ok()); }

}  // namespace
}  // namespace laut::meaning
