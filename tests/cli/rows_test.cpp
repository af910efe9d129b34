// The table: whole and separated by tabs for programs, aligned and cut for a terminal.
#include "cli/rows.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "articles.h"
#include "base/unicode.h"

namespace laut::cli {
namespace {

using namespace laut::test;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells{""};
  for (const char c : row.substr(0, row.size() - 1)) {
    if (c == '\t')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

struct Strike {
  Document document = article("The\tarmy said\nthat 30 men were killed.");
  Reading reading;
  Strike() {
    Claim killed = claim(document, Event::killed, "killed", "30 men were killed");
    killed.count = test::figure(document, "30", {30, Qualifier::at_least, 30, {}, "person"});
    killed.target = actor(document, "men", {"RUSMIL", {}, false, {}});
    killed.sources = {actor(document, "The\tarmy", {"UKRMIL", {}, false, {}})};
    reading.claims = {killed};
  }
};

TEST(Rows, ForProgramsHaveAsManyCellsAsTheHeader) {
  const Strike news;
  const auto header = cells_of(header_row({}));
  const auto row = cells_of(claim_rows(news.document, news.reading, {}));
  ASSERT_EQ(header.size(), row.size());
  const auto cell = [&](std::string_view name) {
    return row[static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin())];
  };
  EXPECT_EQ(cell("article"), "news/a.md");
  EXPECT_EQ(cell("event"), "killed");
  EXPECT_EQ(cell("figure"), "≥\u00A030");
  EXPECT_EQ(cell("low"), "30");
  EXPECT_EQ(cell("high"), "");
  EXPECT_EQ(cell("target_code"), "RUSMIL");
  EXPECT_EQ(cell("source"), "The army") << "a tab of the article separates nothing";
  EXPECT_EQ(cell("evidence"), "30 men were killed");
}

TEST(Rows, ForATerminalKeepToItsWidth) {
  Strike news;
  news.document.source = "archive/2024/december/18/a-very-long-name-of-a-file.md";
  for (const int width : {70, 80, 100, 140, 300}) {
    const Look look{.terminal = true, .styles = false, .color = false, .width = width};
    for (const std::string& row : {header_row(look), claim_rows(news.document, news.reading, look)})
      EXPECT_LE(terminal_width(row), width + 1);
  }
}

TEST(Rows, ForATerminalKeepTheFigureWhole) {
  Strike news;
  news.reading.claims[0].count->qualifier = Qualifier::word;
  news.reading.claims[0].count->value.reset();
  news.reading.claims[0].count->low = 3000;
  news.reading.claims[0].count->high = 9999;
  for (const int width : {70, 80, 96, 110, 160})
    EXPECT_THAT(claim_rows(news.document, news.reading, {.terminal = true, .styles = false, .color = false, .width = width}),
                HasSubstr("  several thousand  "));
}

TEST(Rows, OfNoClaimsAreNone) { EXPECT_EQ(claim_rows(article("x"), {}, {}), ""); }

}  // namespace
}  // namespace laut::cli
