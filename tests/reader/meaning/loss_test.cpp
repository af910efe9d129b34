#include "reader/meaning/loss.h"

#include <gmock/gmock.h>

#include "base/table.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

std::string joined(const Losses& losses, std::string_view sentence, std::string_view trigger, std::string_view language) {
  const auto at = static_cast<std::uint32_t>(sentence.find(trigger));
  const auto read = losses.joined({sentence, {at, at + static_cast<std::uint32_t>(trigger.size())}, language});
  return read ? std::string(read->meaning.in(sentence)) : "-";
}

TEST(Losses, ReadTheirExamples) {
  const auto losses = Losses::load(kData);
  ASSERT_TRUE(losses) << losses.error().text();
  for (const auto& language : languages_in(kData)) {
    const auto table = Table::read(kData / language / "losses.examples.tsv", {"sentence", "trigger", "joined"});
    ASSERT_TRUE(table) << table.error().text();
    EXPECT_GE(table->rows().size(), 4U);
    for (const auto& row : table->rows())
      EXPECT_EQ(joined(*losses, table->cell(row, "sentence"), table->cell(row, "trigger"), language), table->cell(row, "joined"))
          << table->where(row);
  }
}

TEST(Losses, KnowNothingOfOtherLanguages) {
  const auto losses = Losses::load(kData);
  ASSERT_TRUE(losses);
  EXPECT_EQ(joined(*losses, "Ten were killed or wounded.", "killed", "other"), "-");
}

}  // namespace
}  // namespace laut::meaning
