// Figures: the examples beside the tables of every language, then what no single language owns: tokens, ranges, bytes that are no
// text. The rows of the guide's table of counts are checked over many numbers, number words by writing numbers out and reading back.
#include "reader/meaning/figure.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/table.h"
#include "laut/names.h"
#include "reader/meaning/figure_lexicon.h"
#include "reader/meaning/figure_number.h"
#include "reader/meaning/figure_token.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

const Figures& figures_of_all_languages() {
  static const auto loaded = Figures::load(kData);
  EXPECT_TRUE(loaded) << loaded.error().text();
  return *loaded;
}

// A text with the figure in [brackets], the target in {braces}.
struct Marked {
  std::string text;
  Span span;
  std::optional<Span> target;
};

Marked unmarked(std::string_view marked) {
  Marked result;
  Span target;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(result.text.size());
    switch (c) {
      case '[':
        result.span.begin = at;
        break;
      case ']':
        result.span.end = at;
        break;
      case '{':
        target.begin = at;
        break;
      case '}':
        target.end = at;
        break;
      default:
        result.text += c;
    }
  }
  if (!target.empty()) result.target = target;
  return result;
}

Figure read(std::string_view marked, std::string_view language = "en", Event event = Event::killed) {
  const Marked text = unmarked(marked);
  return figures_of_all_languages().read({text.text, text.span, language}, event, text.target).meaning;
}

std::string shown(std::optional<double> number) {
  if (!number) return "-";
  std::ostringstream out;
  out.precision(15);
  out << *number;
  return out.str();
}

class FigureExamples : public testing::TestWithParam<std::string> {};

TEST_P(FigureExamples, AllHold) {
  const auto file = kData / GetParam() / "figures.examples.tsv";
  const auto table = Table::read(file, {"text", "event", "value", "qualifier", "low", "high", "unit"});
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_GE(table->rows().size(), 30U);
  for (const auto& row : table->rows()) {
    const auto cell = [&](const char* column) { return std::string(table->cell(row, column)); };
    const std::string where = table->where(row) + ": " + cell("text");
    const auto event = from_name<Event>(cell("event"));
    ASSERT_TRUE(event) << where;
    const Figure figure = read(cell("text"), GetParam(), *event);
    EXPECT_EQ(shown(figure.value), cell("value")) << where;
    EXPECT_EQ(name_of(figure.qualifier), cell("qualifier")) << where;
    EXPECT_EQ(shown(figure.low), cell("low")) << where;
    EXPECT_EQ(shown(figure.high), cell("high")) << where;
    EXPECT_EQ(figure.unit, cell("unit")) << where;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, FigureExamples, testing::Values("de", "en", "fr", "uk", "ru", "pl", "es"),
                         [](const auto& language) { return language.param; });

TEST(Figures, HoldTheGuidesTableForManyNumbers) {
  for (int n = 2; n < 3000; n += 7) {
    const std::string number = std::to_string(n);
    const auto check = [&](const std::string& words, std::optional<double> low, std::optional<double> high) {
      const Figure figure = read("Yesterday [" + words + "] people died.");
      EXPECT_EQ(shown(figure.low), shown(low)) << words;
      EXPECT_EQ(shown(figure.high), shown(high)) << words;
      EXPECT_EQ(figure.unit, "person");
    };
    const int below = (9 * n) / 10;       // 0.9 n rounded down
    const int above = (11 * n + 9) / 10;  // 1.1 n rounded up
    check(number, n, n);
    check("about " + number, below, above);
    check("nearly " + number, below, n);
    check("just over " + number, n, above);
    check("at least " + number, n, std::nullopt);
    check(number + " or more", n, std::nullopt);
    check("more than " + number, n + 1, std::nullopt);
    check("up to " + number, 0, n);
    check("fewer than " + number, 0, n - 1);
    check("between " + number + " and " + std::to_string(n + 5), n, n + 5);
  }
}

struct NumberWords {
  std::vector<std::string> small;  // 0..19
  std::vector<std::string> tens;   // 0, 10, 20 ..
  [[nodiscard]] const std::string& below_twenty(int n) const { return small[static_cast<std::size_t>(n)]; }
  [[nodiscard]] const std::string& ten(int n) const { return tens[static_cast<std::size_t>(n / 10)]; }
};

std::string german(int n) {
  static const NumberWords words = {
      {"",     "ein", "zwei",       "drei",     "vier",     "f\u00FCnf",     "sechs",    "sieben",   "acht",     "neun",
       "zehn", "elf", "zw\u00F6lf", "dreizehn", "vierzehn", "f\u00FCnfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"},
      {"", "", "zwanzig", "drei\u00DFig", "vierzig", "f\u00FCnfzig", "sechzig", "siebzig", "achtzig", "neunzig"}};
  if (n >= 1000) return german(n / 1000) + "tausend" + german(n % 1000);
  if (n >= 100) return words.below_twenty(n / 100) + "hundert" + german(n % 100);
  if (n >= 20) return (n % 10 == 0 ? "" : words.below_twenty(n % 10) + "und") + words.ten(n);
  return words.below_twenty(n);
}

std::string english(int n) {
  static const NumberWords words = {
      {"",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
       "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
      {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}};
  if (n >= 1000) return english(n / 1000) + " thousand" + (n % 1000 == 0 ? "" : " " + english(n % 1000));
  if (n >= 100) return words.below_twenty(n / 100) + " hundred" + (n % 100 == 0 ? "" : " and " + english(n % 100));
  if (n >= 20) return words.ten(n) + (n % 10 == 0 ? "" : "-" + words.below_twenty(n % 10));
  return words.below_twenty(n);
}

TEST(Figures, ReadEveryNumberInWords) {
  for (int n = 2; n < 100000; n += n < 2000 ? 1 : 331) {
    EXPECT_EQ(shown(read("[" + german(n) + "] Menschen", "de").low), shown(n)) << german(n);
    EXPECT_EQ(shown(read("[" + english(n) + "] people").low), shown(n)) << english(n);
  }
}

TEST(Figures, ReadTheSeparatorsOfEachLanguage) {
  const std::map<std::string, std::pair<std::string, std::string>> marks = {
      // language -> thousands, decimal
      {"de", {".", ","}},      {"en", {",", "."}}, {"fr", {"\u202F", ","}}, {"es", {".", ","}},
      {"ru", {"\u00A0", ","}}, {"uk", {" ", ","}}, {"pl", {"\u2009", ","}}};
  for (const auto& [language, mark] : marks) {
    EXPECT_EQ(shown(read("[12" + mark.first + "500] %", language).low), "12500") << language;
    EXPECT_EQ(shown(read("[1" + mark.first + "234" + mark.first + "567]", language).low), "1234567") << language;
    EXPECT_EQ(shown(read("[3" + mark.second + "5] %", language).low), "3.5") << language;
    EXPECT_EQ(shown(read("[1" + mark.first + "234" + mark.second + "5] %", language).low), "1234.5") << language;
  }
}

TEST(Figures, CountPeopleWholeWhateverTheSign) {
  EXPECT_EQ(shown(read("[12,000] Menschen", "de").low), "12000");
  EXPECT_EQ(shown(read("[12.000] people").low), "12000");
  EXPECT_EQ(shown(read("[0,125] Prozent", "de").low), "0.125");
  EXPECT_EQ(shown(read("[1.250 million] people").low), "1250000");
}

TEST(Figures, TakeTheRestOfTheNumberFromBesideTheSpan) {
  EXPECT_EQ(shown(read("[2] million people").low), "2000000");
  EXPECT_EQ(shown(read("12\u202F[000] personnes", "fr").low), "12000");
  EXPECT_EQ(shown(read("[12]\u00A0000 personnes", "fr").low), "12000");
  EXPECT_EQ(shown(read("In 2022 [500] people").low), "500");
  EXPECT_EQ(shown(read("[7] 12-mile zones").low), "7");
}

TEST(Figures, QualifiersBesideTheSpanReachOverQuotationMarksOnly) {
  EXPECT_EQ(read("at least \u201C[30]\u201D soldiers").qualifier, Qualifier::at_least);
  EXPECT_EQ(read("\u201Cat least\u201D [30] soldiers").qualifier, Qualifier::at_least);
  EXPECT_EQ(read("they talk about [a] soldier").qualifier, Qualifier::exact);
  EXPECT_EQ(read("At least. [30] soldiers").qualifier, Qualifier::exact);
  EXPECT_EQ(read("about 20 tanks and [30] soldiers").qualifier, Qualifier::exact);
}

TEST(Figures, ALanguageWithoutTablesIsReadByItsDigits) {
  EXPECT_EQ(shown(read("[4,000] mensen", "nl").low), "4000");
  EXPECT_EQ(read("[veel] mensen", "nl").qualifier, Qualifier::word);
}

TEST(Figures, WordsWithoutAFigureAreUntold) {
  for (const std::string text :
       {"[]", "on [Monday]", "[...]", "[the]", "[10.12.2024]", "[0049 1234567890123456789012]", "[\xF0\x9F\x92\xA3]"}) {
    const Figure figure = read(text);
    EXPECT_EQ(figure.value.has_value(), text.find("0049") != std::string::npos) << text;
    EXPECT_EQ(figure.qualifier, figure.value ? Qualifier::exact : Qualifier::word) << text;
  }
}

TEST(Figures, SurviveBytesThatAreNoText) {
  const std::string bytes = "\xFF zwei \xC3\x28 12\xE2\x80 \xF0\x9F 3\xBF % \xC3";
  for (const std::string language : {"de", "en", "fr", "uk", "ru", "pl", "es", "", "xx"})
    for (std::uint32_t begin = 0; begin <= bytes.size(); ++begin)
      for (std::uint32_t end = begin; end <= bytes.size(); ++end)
        EXPECT_NO_THROW((void)figures_of_all_languages().read({bytes, {begin, end}, language}, Event::attack, Span{begin, end}));
}

// Found by fuzzing: U+02BC, the modifier letter apostrophe, is a letter and an elision at once; the tokens never moved past it.
TEST(Figures, ALetterApostropheDoesNotStopTheTokens) {
  for (const char* language : {"en", "fr", "uk"}) EXPECT_EQ(shown(read("d\u02BC[12] pi\u02BCat \u02BC", language).low), "12") << language;
  EXPECT_EQ(read("[\u02BC\u02BC]", "fr").qualifier, Qualifier::word);
}

// Found by fuzzing: two vague words side by side gave a low above the high.
TEST(Figures, TwoVagueWordsKeepTheirBoundsInOrder) {
  for (const char* words : {"[dozens dozens]", "[dozens of hundreds]", "[hundreds dozens]"}) {
    const Figure figure = read(words);
    if (figure.low && figure.high) {
      EXPECT_LE(*figure.low, *figure.high) << words;
    }
  }
}

TEST(Figures, LongWordsCostLittle) {
  std::string text = "[";
  for (int i = 0; i < 5000; ++i) text += "einund";
  EXPECT_EQ(read(text + "]", "de").qualifier, Qualifier::word);
}

TEST(Figures, SayWhichRuleGaveThem) {
  const auto marked = unmarked("[mindestens 30] Soldaten");
  EXPECT_EQ(figures_of_all_languages().read({marked.text, marked.span, "de"}, Event::deploy, {}).by,
            "figures/de: at least N, units: *soldat*");
}

TEST(Figures, LoadTellsWhatIsMissing) {
  const auto nothing = Figures::load("/nonexistent");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().kind, ErrorKind::missing);
}

TEST(FigureNumbers, JoinOnlyWhatMakesOneNumber) {
  const auto lexicon = figures::Lexicon::load(kData / "en" / "figures.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().text();
  const auto number = [&](const std::string& text) {
    const auto tokens = figures::tokens_of(text, {0, static_cast<std::uint32_t>(text.size())}, {}, lexicon->style());
    const auto found = figures::number_at(tokens, *lexicon, 0, tokens.size(), tokens.size());
    return found ? std::make_pair(found->value, found->last) : std::make_pair(-1.0, std::size_t{0});
  };
  EXPECT_EQ(number("twenty five"), std::make_pair(25.0, std::size_t{2}));
  EXPECT_EQ(number("five twenty"), std::make_pair(5.0, std::size_t{1}));
  EXPECT_EQ(number("ten ten"), std::make_pair(10.0, std::size_t{1}));
  EXPECT_EQ(number("two hundred and five"), std::make_pair(205.0, std::size_t{4}));
  EXPECT_EQ(number("two hundred and people"), std::make_pair(200.0, std::size_t{2}));
  EXPECT_EQ(number("3 4"), std::make_pair(3.0, std::size_t{1}));
  EXPECT_EQ(number("people"), std::make_pair(-1.0, std::size_t{0}));
}

}  // namespace
}  // namespace laut::meaning
