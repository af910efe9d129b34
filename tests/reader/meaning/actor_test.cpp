// actor: every example of data/<lang>/actor.examples.tsv, and what no table shows.
#include "reader/meaning/actor.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/table.h"
#include "laut/names.h"
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

Read<Actor> read(std::string_view sentence, std::string_view language, ActorRole role, std::optional<Day> day = kToday,
                 std::optional<Event> event = std::nullopt) {
  const auto [text, span] = marked(sentence);
  ClaimWords claim;
  claim.event = event;
  if (role == ActorRole::agent) claim.agent = span;
  if (role == ActorRole::target) claim.target = span;
  if (role == ActorRole::source) claim.sources.push_back(span);
  auto read = actors().article(text, language, day).read(claim);
  return role == ActorRole::agent ? *read.agent : role == ActorRole::target ? *read.target : read.sources.front();
}

/// The span of words in a text.
Span in(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

ActorRole role_of(std::string_view cell) {
  return cell == "agent" ? ActorRole::agent : cell == "target" ? ActorRole::target : ActorRole::source;
}

TEST(Actor, ReadsEveryExample) {
  int examples = 0;
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "actor.examples.tsv", {"text", "role", "day", "code", "name", "anonymous", "event"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      const auto day = table->cell(row, "day").empty() ? kToday : parse_iso(table->cell(row, "day"));
      const auto [actor, by] =
          read(table->cell(row, "text"), language, role_of(table->cell(row, "role")), day, from_name<Event>(table->cell(row, "event")));
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
  EXPECT_EQ(read("Raketen auf [Teheran].", "de", ActorRole::target, kToday, Event::attack).meaning.code, "IRN");
  EXPECT_EQ(read("Gespräche mit [Teheran].", "de", ActorRole::target, kToday, Event::negotiate).meaning.code, "IRNGOV");
}

TEST(Actor, TakesTheFirstOfJointActors) {
  EXPECT_EQ(read("[Israel und die Hamas] verhandeln.", "de", ActorRole::agent).meaning.code, "ISR");
  EXPECT_EQ(read("[Russia and Iran] signed.", "en", ActorRole::agent).meaning.code, "RUS");
}

TEST(Actor, AForceSentBelongsToTheSender) {
  const std::string text = "Nordkoreas Nachbarn sind besorgt. Pjöngjang hat tausende Soldaten nach Russland geschickt.";
  ClaimWords claim{Event::deploy, in(text, "Pjöngjang"), in(text, "Soldaten"), in(text, "Russland"), {}};
  const auto read = actors().article(text, "de", kToday).read(claim);
  EXPECT_EQ(read.agent->meaning.code, "PRKGOV");
  EXPECT_EQ(read.target->meaning.code, "PRKMIL") << read.target->by;
}

TEST(Actor, APronounTakesTheOneWhoSpokeLastAndPointsAtHim) {
  const std::string text = "Präsident Wolodymyr Selenskyj sprach von Angriffen. Am Abend sagte er, russische Truppen seien geschlagen.";
  auto article = actors().article(text, "de", kToday);
  article.read({Event::attack, {}, {}, {}, {in(text, "Präsident Wolodymyr Selenskyj")}});
  const auto read = article.read(
      {Event::withdraw, in(text, "russische Truppen"), {}, {}, {Span{in(text, "er, russ").begin, in(text, "er, russ").begin + 2}}});
  EXPECT_EQ(read.sources.front().meaning.code, "UKRGOV") << read.sources.front().by;
  ASSERT_TRUE(read.sources.front().meaning.refers_to);
  EXPECT_EQ(read.sources.front().meaning.refers_to->in(text), "Präsident Wolodymyr Selenskyj");
  EXPECT_EQ(read.agent->meaning.code, "RUSMIL");
}

TEST(Actor, WordsThatSayWhoTheyAreReferToNothing) {
  EXPECT_FALSE(read("Israel schwieg. [Russische Truppen] rückten vor.", "de", ActorRole::agent).meaning.refers_to);
  EXPECT_FALSE(read("Hamas fighters fled. [Reuters] said so.", "en", ActorRole::source).meaning.refers_to);
}

TEST(Actor, ReadsTheActorsOfAClaimInTheirOrder) {
  const std::string text = "Reuters quotes the Pentagon: Hamas fighters killed Israeli soldiers.";
  const auto read = actors()
                        .article(text, "en", kToday)
                        .read({Event::killed,
                               in(text, "Hamas fighters"),
                               in(text, "Israeli soldiers"),
                               {},
                               {in(text, "the Pentagon"), in(text, "Reuters")}});
  EXPECT_EQ(read.agent->meaning.code, "PSEREB");
  EXPECT_EQ(read.target->meaning.code, "ISRMIL");
  ASSERT_EQ(read.sources.size(), 2U);
  EXPECT_EQ(read.sources[0].meaning.code, "USAGOV");
  EXPECT_EQ(read.sources[1].meaning.code, "GBRMED");
  EXPECT_FALSE(actors().article(text, "en", kToday).read({}).agent);
}

TEST(Actor, ReadsTheSameAgainWhateverWasReadElsewhere) {
  const std::string text = "Syrische Rebellen griffen an. Die Soldaten flohen. Israel sah zu.";
  const ClaimWords claim{Event::withdraw, in(text, "Die Soldaten"), {}, {}, {}};
  const auto first = actors().article(text, "de", kToday).read(claim);
  actors().article("Russland und die USA.", "de", kToday).read({Event::aid, Span{0, 8}, {}, {}, {}});
  EXPECT_EQ(actors().article(text, "de", kToday).read(claim).agent->meaning.code, first.agent->meaning.code);
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
