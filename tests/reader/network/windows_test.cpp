#include "reader/network/windows.h"

#include <gmock/gmock.h>

namespace laut::network {
namespace {

using testing::ElementsAre;

// Words of `pieces_each` pieces, one byte a piece, and no white space.
struct Text {
  std::vector<Span> words;
  std::vector<Piece> pieces;

  Text(std::size_t many, std::uint32_t pieces_each) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < many; ++i) {
      words.push_back({at, at + pieces_each});
      for (std::uint32_t k = 0; k < pieces_each; ++k) pieces.push_back({static_cast<std::int32_t>(100 + at + k), {at + k, at + k + 1}});
      at += pieces_each;
    }
  }
};

TEST(Windows, HoldAShortTextWhole) {
  const Text text(3, 2);
  const auto windows = make_windows(text.words, text.pieces, {});
  ASSERT_EQ(windows.size(), 1U);
  EXPECT_THAT(windows[0].ids, ElementsAre(0, 100, 101, 102, 103, 104, 105, 2));
  EXPECT_THAT(windows[0].first, ElementsAre(1, 3, 5));
  EXPECT_THAT(windows[0].last, ElementsAre(2, 4, 6));
}

TEST(Windows, OverlapByAQuarterAndCoverEveryWord) {
  const Text text(1000, 2);
  const auto windows = make_windows(text.words, text.pieces, {});
  ASSERT_GT(windows.size(), 3U);
  EXPECT_EQ(windows[0].begin, 0U);
  EXPECT_EQ(windows[0].words(), 220U);
  EXPECT_EQ(windows[1].begin, 165U);
  EXPECT_EQ(windows.back().end, 1000U);
  for (std::size_t i = 1; i < windows.size(); ++i) EXPECT_LT(windows[i].begin, windows[i - 1].end);
  for (const Window& window : windows) EXPECT_LE(window.ids.size(), 442U);
}

TEST(Windows, CutAWordThatIsLongerThanAWindow) {
  const Text text(2, 1000);
  const auto windows = make_windows(text.words, text.pieces, {});
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[0].ids.size(), 442U);
  EXPECT_THAT(windows[0].first, ElementsAre(1));
  EXPECT_THAT(windows[0].last, ElementsAre(440));
}

TEST(Windows, OfNothingAreNone) { EXPECT_TRUE(make_windows({}, {}, {}).empty()); }

TEST(Homes, AreWhereAWordLiesMostCentral) {
  std::vector<Window> windows(2);
  windows[0].begin = 0;
  windows[0].end = 8;
  windows[1].begin = 4;
  windows[1].end = 12;
  // word 5: 3 from the end of the first window, 1 from the begin of the second; word 6: 2 and 2, the earlier wins; word 7: 1 and 3
  EXPECT_THAT(homes(windows, 12), ElementsAre(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1));
}

}  // namespace
}  // namespace laut::network
