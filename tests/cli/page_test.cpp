// The page of an article: header, marked sentences, blocks of claims, closing line.
#include "cli/page.h"

#include <gmock/gmock.h>

#include <sstream>

#include "articles.h"
#include "base/unicode.h"
#include "cli/marks.h"

namespace laut::cli {
namespace {

using namespace laut::test;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr Look kPlainLook{.terminal = false, .styles = false, .color = false, .width = 100};

std::string page(const Document& document, const Reading& reading, Look look = kPlainLook, bool text = true) {
  return article_page(document, reading, {look, text});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// One sentence with two claims between two sentences without.
struct Shelling {
  Document document = article(
      "It rained. The army said on Monday that shelling had killed at least 30 people and wounded 1,200 near Lyman. Nobody else spoke.\n");
  Reading reading;

  Shelling() {
    const std::string_view evidence = "shelling had killed at least 30 people and wounded 1,200 near Lyman";
    Claim killed = claim(document, Event::killed, "killed", evidence);
    killed.count = test::figure(document, "at least 30", {30, Qualifier::at_least, 30, {}, "person"});
    killed.target = actor(document, "people", {"UKRCVL", {}, false, {}});
    killed.group = Group{GroupKind::civilian, GroupAge::unknown, {}};
    killed.coverage = {CoverageKind::total, {}, {}, CoverageWhose::all, true};
    killed.place = Spanned<Place>{{"Lyman", "UA", {}, {}, {}, PlacePrecision::near, false}, span_of(document.text, "near Lyman")};
    killed.sources = {actor(document, "The army", {"UKRMIL", {}, false, {}})};
    killed.said = test::time(document, "on Monday", {day_of(2024, 12, 16), day_of(2024, 12, 16), TimeBasis::publication, {}, {}});
    killed.cue = span_of(document.text, "said");
    killed.quote = Quote::indirect;
    Claim wounded = killed;
    wounded.id = "second";
    wounded.event = Event::wounded;
    wounded.trigger = span_of(document.text, "wounded");
    wounded.count = test::figure(document, "1,200", {1200, Qualifier::exact, 1200, 1200, "person"});
    wounded.part_of = killed.id;
    wounded.status = Status::denied;
    reading.claims = {killed, wounded};
  }
};

TEST(Page, ShowsAnArticleWhole) {
  const Shelling news;
  EXPECT_EQ(page(news.document, news.reading, {.terminal = false, .styles = false, .color = false, .width = 80}),
            "Two villages shelled\n"
            "The Daily Ledger · Wed 18 Dec 2024 · English · news/a.md\n"
            "────────────────────────────────────────────────────────────────────────────────\n"
            "… The army said on Monday that shelling had killed [at least 30]¹ people and\n"
            "wounded [1,200]² near Lyman. …\n"
            "\n"
            " 1  killed    ≥\u00A030\u00A0persons    people (UKRCVL)\n"
            "    where Lyman, UA (near)   when –   coverage total (assumed)\n"
            "    says\u00A0 The army (UKRMIL) on Mon 16 Dec 2024   \"said\"\n"
            "    state · happened · indirect                                             0.91\n"
            "\n"
            " 2  wounded   1\u00A0200\u00A0persons   people (UKRCVL)\n"
            "    where Lyman, UA (near)   when –   coverage total (assumed)   part of claim 1\n"
            "    says\u00A0 The army (UKRMIL) on Mon 16 Dec 2024   \"said\"\n"
            "    state · denied · indirect                                               0.91\n"
            "\n"
            "2 claims · 1 voice · 2 figures of losses · machine-read\n");
}

TEST(Page, NeverExceedsItsWidth) {
  const Shelling news;
  for (int width = kNarrowest; width <= 130; ++width)
    for (const std::string& line : lines_of(page(news.document, news.reading, {false, false, false, width})))
      EXPECT_LE(terminal_width(line), width) << width << ": " << line;
}

TEST(Page, SaysThatTheArticleItselfSpeaks) {
  Shelling news;
  news.reading.claims[0].sources.clear();
  EXPECT_THAT(page(news.document, news.reading), HasSubstr("the article itself"));
}

TEST(Page, ChainsSourcesFromTheInnermost) {
  Shelling news;
  news.reading.claims[0].sources.push_back(actor(news.document, "Nobody", {"GBRMED", "BBC", false, {}}));
  EXPECT_THAT(page(news.document, news.reading), HasSubstr("The army (UKRMIL) via BBC (GBRMED) on Mon"));
}

TEST(Page, TellsOfDatesThatStayUnresolved) {
  Shelling news;
  news.document.published.reset();
  news.reading.claims[0].said = test::time(news.document, "on Monday", {});
  news.reading.unresolved_times = 1;
  const std::string text = page(news.document, news.reading);
  EXPECT_THAT(text, HasSubstr("The Daily Ledger · no publication day · English"));
  EXPECT_THAT(text, HasSubstr("The army (UKRMIL), \"on Monday\" unresolved"));
  EXPECT_THAT(text, EndsWith("machine-read\n1 date unresolved (no publication day: give --published)\n"));
}

TEST(Page, WithoutClaimsOrLanguage) {
  const Document document = article("It rained.\n");
  EXPECT_THAT(page(document, {}), EndsWith("no claims · machine-read\n"));
  EXPECT_THAT(page(document, {{}, false, 0}), EndsWith("no claims · not read: the reader does not know the language\n"));
}

TEST(Page, WithoutATitleIsHeadedByItsSource) {
  Document document = article("It rained.\n");
  document.title.reset();
  EXPECT_THAT(page(document, {}), StartsWith("news/a.md\nThe Daily Ledger · Wed 18 Dec 2024 · English\n"));
}

TEST(Page, NamesTheGroupOfTheVictims) {
  Shelling news;
  news.reading.claims[0].group = Group{GroupKind::civilian, GroupAge::child, "medic"};
  EXPECT_THAT(page(news.document, news.reading), HasSubstr("people (UKRCVL), children, medic"));
}

TEST(Page, LeavesTheTextOutWhenAsked) {
  const Shelling news;
  const std::string text = page(news.document, news.reading, kPlainLook, false);
  EXPECT_THAT(text, Not(HasSubstr("shelling")));
  EXPECT_THAT(text, HasSubstr(" 1  killed"));
}

TEST(Page, LetsNoControlCharacterOfTheArticleThrough) {
  Document document = article("\x1b]0;owned\x07The \x1b[2Jarmy\u009b1m killed 30\x1b[0m men.\n");
  document.title = "Head\x1b[31mline";
  document.outlet = "Out\nlet";
  document.source = "a\x1b.md";
  Reading reading{{claim(document, Event::killed, "killed", "killed 30\x1b[0m men")}, true, 0};
  reading.claims[0].count = test::figure(document, "30\x1b[0m", {30, Qualifier::exact, 30, 30, "per\x1bson"});
  reading.claims[0].sources = {actor(document, "The \x1b[2Jarmy", {"X\x1b", {}, false, {}})};
  for (const char c : page(document, reading)) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << static_cast<int>(c);
  EXPECT_THAT(page(document, reading), Not(HasSubstr("\u009b")));
}

std::string marked(const Document& document, const std::vector<Claim>& claims, const Look& look = kPlainLook) {
  std::string out;
  for (const Runs& paragraph : marked_paragraphs(document.text, document.language, claims, look)) out += paint(paragraph, look) + "|";
  return out;
}

Claim counted(const Document& document, Event event, std::string_view trigger, std::string_view count) {
  Claim out = claim(document, event, trigger, trigger);
  out.count = test::figure(document, count, {});
  return out;
}

TEST(Marks, AreFigureAndEventWhereTheyStandTogether) {
  const Document document = article("They killed 50 men, 47 wounded.");
  EXPECT_EQ(marked(document, {counted(document, Event::killed, "killed", "50"), counted(document, Event::wounded, "wounded", "47")}),
            "They killed [50]¹ men, [47 wounded]².|");
}

TEST(Marks, OfSeveralClaimsOnTheSameWordsCarryAllNumbers) {
  const Document document = article("They killed or wounded 50.");
  EXPECT_EQ(marked(document, {counted(document, Event::killed, "killed", "50"), counted(document, Event::wounded, "wounded", "50")}),
            "They killed or wounded [50]¹·².|");
}

TEST(Marks, MayNestAndOverlap) {
  const Document document = article("a bc d e");
  const auto claims = [&](std::string_view first, std::string_view second) {
    return std::vector{claim(document, Event::attack, first, "a bc d e"), claim(document, Event::clash, second, "a bc d e")};
  };
  EXPECT_EQ(marked(document, claims("a bc d", "bc")), "[a [bc]² d]¹ e|");
  EXPECT_EQ(marked(document, claims("a bc", "bc d")), "[a [bc]¹ d]² e|");
  const Look styled{.terminal = true, .styles = true, .color = false, .width = 80};
  EXPECT_EQ(marked(document, claims("a bc", "bc d"), styled),
            "\x1b[4ma \x1b[0m\x1b[4mbc\x1b[0m\x1b[1m¹\x1b[0m\x1b[4m d\x1b[0m\x1b[1m²\x1b[0m e|");
}

TEST(Marks, LeaveOutSentencesAndParagraphsWithoutClaims) {
  const Document document =
      article("First paragraph.\n\nOne. They attacked. Two. They marched. Three.\n\nMiddle.\n\nThey talked.\r\n\r\nLast.");
  EXPECT_EQ(marked(document, {claim(document, Event::attack, "attacked", "They attacked"),
                              claim(document, Event::offensive, "marched", "They marched"),
                              claim(document, Event::negotiate, "talked", "They talked")}),
            "… They [attacked]¹. … They [marched]².|… They [talked]³. …|");
}

TEST(Marks, NeverCutTheEvidenceWhereTheSentenceRuleErrs) {
  Document document = article("Es regnete. Das 8. Regiment habe 50 Soldaten getötet. Nachher.");
  document.language = "de";
  const Claim killed = claim(document, Event::killed, "getötet", "Das 8. Regiment habe 50 Soldaten getötet");
  EXPECT_EQ(marked(document, {killed}), "… Das 8. Regiment habe 50 Soldaten [getötet]¹. …|");
}

TEST(Marks, ShowTheSourceOfAnotherSentence) {
  const Document document = article("The minister spoke. It was hot. Ten had been killed. He left.");
  Claim killed = claim(document, Event::killed, "killed", "Ten had been killed");
  killed.sources = {actor(document, "The minister", {})};
  EXPECT_EQ(marked(document, {killed}), "The minister spoke. … Ten had been [killed]¹. …|");
}

TEST(Marks, StandInRightToLeftAndWideTextAndBetweenEmoji) {
  Document hebrew = article("נהרגו 30 חיילים.");
  EXPECT_EQ(marked(hebrew, {counted(hebrew, Event::killed, "נהרגו", "30")}), "נהרגו [30]¹ חיילים.|");
  Document chinese = article("三十人死亡。");
  EXPECT_EQ(marked(chinese, {claim(chinese, Event::killed, "死亡", "三十人死亡")}), "三十人[死亡]¹。|");
  Document emoji = article("😀 30 killed 👨‍👩‍👧.");
  EXPECT_EQ(marked(emoji, {counted(emoji, Event::killed, "killed", "30")}), "😀 [30 killed]¹ 👨‍👩‍👧.|");
}

TEST(Superscript, HasAllDigits) { EXPECT_EQ(superscript(1234567890), "¹²³⁴⁵⁶⁷⁸⁹⁰"); }

}  // namespace
}  // namespace laut::cli
