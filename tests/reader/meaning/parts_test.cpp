// part_of: every example of data/<lang>/parts.examples.tsv, and what no table shows.
#include "reader/meaning/parts.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "base/table.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

struct Marked {
  Document document;
  std::vector<Claim> claims;
};

/// "[20] {people}": a claim of 20 killed; the marks are taken out of the text.
Marked marked(std::string_view text, std::string_view language) {
  Marked result;
  result.document.language = std::string(language);
  auto& out = result.document.text;
  for (const char byte : text) {
    const auto at = static_cast<std::uint32_t>(out.size());
    if (byte == '[') {
      auto& claim = result.claims.emplace_back();
      claim.id = std::to_string(result.claims.size());
      claim.event = Event::killed;
      claim.count.emplace().span.begin = at;
    } else if (byte == ']') {
      auto& claim = result.claims.back();
      claim.count->span.end = at;
      claim.anchor = claim.trigger = claim.count->span;
      claim.count->low = claim.count->high = claim.count->value = std::stod(std::string(claim.count->span.in(out)));
    } else if (byte == '{') {
      result.claims.back().target.emplace().span.begin = at;
    } else if (byte == '}') {
      result.claims.back().target->span.end = at;
    } else {
      out += byte;
    }
  }
  return result;
}

/// "- 1": what each claim is part of.
std::string wholes(Marked in) {
  static const Result<Parts> loaded = Parts::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  loaded->tell(in.claims, in.document);
  std::string all;
  for (const auto& claim : in.claims) all += (all.empty() ? "" : " ") + claim.part_of.value_or("-");
  return all;
}

TEST(Parts, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "parts.examples.tsv", {"text", "wholes"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows())
      EXPECT_EQ(wholes(marked(table->cell(row, "text"), language)), table->cell(row, "wholes")) << table->where(row);
  }
}

TEST(Parts, AreNotMoreThanTheirWhole) {
  EXPECT_EQ(wholes(marked("[20] {people} died, including [25] {children}.", "en")), "- -");
  EXPECT_EQ(wholes(marked("[20] {people} died, including [15] {children} and [9] {women}.", "en")), "- 1 -");
}

TEST(Parts, CountTheSameEvent) {
  auto in = marked("[20] {people} died, including [5] {children}.", "en");
  in.claims[1].event = Event::wounded;
  EXPECT_EQ(wholes(in), "- -");
}

TEST(Parts, AShareIsOne) {
  auto in = marked("[20] {people} died, [50] per cent {women}.", "en");
  in.claims[1].count->unit = "percent";
  EXPECT_EQ(wholes(in), "- 1");
}

TEST(Parts, AWordSpentOnOneFigureJoinsNoOther) {
  EXPECT_EQ(wholes(marked("[20] {people} died, [5] of them {children} while [7] {soldiers} fell.", "en")), "- 1 -");
}

TEST(Parts, TheWholeMayStandRightBehind) { EXPECT_EQ(wholes(marked("[12] of the [25] {killed} were guards.", "en")), "2 -"); }

TEST(Parts, AreNotLookedForFarBack) {
  EXPECT_EQ(wholes(marked("[20] {people} died. The war went on. Among them were [5] {children}.", "en")), "- -");
}

TEST(Parts, AnUnknownLanguageHasNone) { EXPECT_EQ(wholes(marked("[20] {people} died, including [5] {children}.", "other")), "- -"); }

}  // namespace
}  // namespace laut::meaning
