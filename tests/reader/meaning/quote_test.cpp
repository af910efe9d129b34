// quote: every example of data/<lang>/quote.examples.tsv, and how marks are paired.
#include "reader/meaning/quote.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/table.h"
#include "laut/names.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

std::optional<Span> span_of(std::string_view text, std::string_view words) {
  if (words == "-") return std::nullopt;
  const auto at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words << " in " << text;
  const auto begin = static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
  return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
}

std::vector<std::string> quotations(std::string_view text) {
  std::vector<std::string> all;
  const Quotations found(text, "en");
  for (const Span span : found.all()) all.emplace_back(span.in(text));
  return all;
}

using Texts = std::vector<std::string>;

TEST(Quote, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "quote.examples.tsv", {"text", "evidence", "source", "cue", "quote"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      std::string text(table->cell(row, "text"));
      std::replace(text.begin(), text.end(), '/', '\n');
      Claim claim;
      claim.evidence = claim.trigger = span_of(text, table->cell(row, "evidence")).value();
      claim.cue = span_of(text, table->cell(row, "cue"));
      if (const auto source = span_of(text, table->cell(row, "source"))) claim.sources.emplace_back().span = *source;
      const auto read = Quotations(text, language).form(claim);
      EXPECT_EQ(name_of(read.meaning), table->cell(row, "quote")) << table->where(row) << " by " << read.by;
    }
  }
}

TEST(Quote, PairsMarksOfEveryStyle) {
  EXPECT_EQ(quotations("\u201EA\u201C \u00BBB\u00AB \u00ABC\u00BB \u201CD\u201D \"E\" 'F' \u2018G\u2019 \u201AH\u2018 \u2039I\u203A"),
            (Texts{"\u201EA\u201C", "\u00BBB\u00AB", "\u00ABC\u00BB", "\u201CD\u201D", "\"E\"", "'F'", "\u2018G\u2019", "\u201AH\u2018",
                   "\u2039I\u203A"}));
  EXPECT_EQ(quotations("\u201EA\u201D und \u201EB\" und \u00AB C \u00BB."), (Texts{"\u201EA\u201D", "\u201EB\"", "\u00AB C \u00BB"}));
}

TEST(Quote, NestedMarksBelongToTheOuterQuotation) {
  EXPECT_EQ(quotations("\u201CHe cried \u2018Stop\u2019 twice,\u201D she said."), (Texts{"\u201CHe cried \u2018Stop\u2019 twice,\u201D"}));
  EXPECT_EQ(quotations("\"The \"Falcon\" is lost\", she said."), (Texts{"\"The \"Falcon\" is lost\""}));
}

TEST(Quote, ApostrophesAreNoMarks) {
  EXPECT_EQ(quotations("It's the rebels' base and the soldiers' camp, don\u2019t ask."), Texts{});
  EXPECT_EQ(quotations("\u2018They took the soldiers\u2019 camp,\u2019 he said."),
            (Texts{"\u2018They took the soldiers\u2019 camp,\u2019"}));
}

TEST(Quote, AnUnclosedMarkReachesToTheNextOrTheParagraphsEnd) {
  EXPECT_EQ(quotations("\u201CFirst part.\n\u201CSecond part,\u201D he said."), (Texts{"\u201CFirst part.", "\u201CSecond part,\u201D"}));
  EXPECT_EQ(quotations("\u201CFirst. \u201CSecond,\u201D he said."), (Texts{"\u201CFirst. ", "\u201CSecond,\u201D"}));
  EXPECT_EQ(quotations("lost\", he said. \"Gone\""), (Texts{"\"Gone\""}));
  EXPECT_EQ(quotations(""), Texts{});
  EXPECT_EQ(quotations("\""), Texts{});
}

TEST(Quote, ManyOpenMarksStayFast) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "\u201Ea ";
  const Quotations found(text, "de");
  EXPECT_NE(found.around(4), nullptr);
}

TEST(Quote, TellsWhichQuotationAByteLiesIn) {
  const std::string text = "He \"ran\" and \"hid\".";
  const Quotations found(text, "en");
  ASSERT_NE(found.around(4), nullptr);
  EXPECT_EQ(found.around(4)->in(text), "\"ran\"");
  EXPECT_EQ(found.around(0), nullptr);
  EXPECT_EQ(found.around(9), nullptr);
  EXPECT_EQ(found.around(14)->in(text), "\"hid\"");
}

}  // namespace
}  // namespace laut::meaning
