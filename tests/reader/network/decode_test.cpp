#include "reader/network/decode.h"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

namespace laut::network {
namespace {

using Scores = std::vector<float>;

TEST(BestSpan, TakesTheLikeliestStartAndEnd) {
  const Pointed pointed = best_span(Scores{0, 9, 0, 0, 0}, Scores{0, 0, 9, 0, 0}, 10);
  ASSERT_TRUE(pointed.range);
  EXPECT_EQ(pointed.range->first, 1U);
  EXPECT_EQ(pointed.range->last, 2U);
  EXPECT_GT(pointed.probability, 0.99F);
}

TEST(BestSpan, IsEmptyWhereNothingIsLikelier) {
  const Pointed pointed = best_span(Scores{0, 1, 0, 5}, Scores{0, 1, 0, 5}, 10);
  EXPECT_FALSE(pointed.range);
  EXPECT_GT(pointed.probability, 0.9F);
}

TEST(BestSpan, NeverEndsBeforeItStartsNorRunsTooLong) {
  const Pointed backwards = best_span(Scores{0, 0, 9, -9}, Scores{9, 0, 1, -9}, 10);
  ASSERT_TRUE(backwards.range);
  EXPECT_LE(backwards.range->first, backwards.range->last);
  const Pointed too_long = best_span(Scores{9, 0, 0, 0, 0, -9}, Scores{0, 2, 0, 0, 9, -9}, 3);
  ASSERT_TRUE(too_long.range);
  EXPECT_EQ(too_long.range->last, 1U);
}

TEST(BestSpan, OfAWindowWithoutWordsIsEmpty) { EXPECT_FALSE(best_span(Scores{1}, Scores{1}, 3).range); }

TEST(BestSpan, GivesAProbability) {
  const Pointed even = best_span(Scores{0, -100}, Scores{0, 0}, 3);
  EXPECT_NEAR(even.probability, 0.5, 1e-6);
}

}  // namespace
}  // namespace laut::network
