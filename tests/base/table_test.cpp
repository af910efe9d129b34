#include "base/table.h"

#include <gmock/gmock.h>

namespace laut {
namespace {

TEST(Table, ReadsRowsByColumnName) {
  const auto table = Table::parse("# a comment\nwords\tlow\thigh\n\ndozens\t24\t99\r\nmany\n", {"words", "low"}, "figures.tsv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows().size(), 2U);
  const auto& [dozens, many] = std::tie(table->rows()[0], table->rows()[1]);
  EXPECT_EQ(table->cell(dozens, "words"), "dozens");
  EXPECT_EQ(table->cell(dozens, "high"), "99");
  EXPECT_EQ(table->cell(many, "low"), "") << "missing cells are empty";
  EXPECT_EQ(table->cell(many, "no such column"), "");
  EXPECT_EQ(table->where(many), "figures.tsv:5");
}

TEST(Table, NamesFileAndLineOfAFault) {
  const auto wide = Table::parse("a\tb\n1\t2\t3\n", {}, "t.tsv");
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.error().where, "t.tsv:2");
  const auto lacking = Table::parse("a\tb\n", {"c"}, "t.tsv");
  ASSERT_FALSE(lacking);
  EXPECT_THAT(lacking.error().text(), testing::HasSubstr("no column 'c'"));
  EXPECT_FALSE(Table::read("/no/such/table.tsv", {}));
}

}  // namespace
}  // namespace laut
