// The line that says how far long work is.
#include "base/progress.h"

#include <gtest/gtest.h>

namespace laut {
namespace {

TEST(Progress, TellsRateAndTimeLeft) {
  EXPECT_EQ(progress_line({.noun = "articles", .total = 400}, 100, 10, 100),
            "======                    100 of 400 articles   10/s   30 s left");
  EXPECT_EQ(progress_line({.noun = "articles", .total = {}}, 5, 10, 100), "5 articles   0.5/s");
  EXPECT_EQ(progress_line({.noun = "articles", .total = 100000}, 100, 10, 60), "100 of 100000 articles   10/s   2.8 h left");
}

TEST(Progress, NeverPromisesLessThanIsDone) {
  EXPECT_EQ(progress_line({.noun = "articles", .total = 3}, 5, 1, 40), "5 of 5 articles   5.0/s   0 s left");
}

TEST(Progress, IsCutToTheWidth) { EXPECT_EQ(progress_line({.noun = "articles", .total = 400}, 100, 10, 12), "100 of 400.."); }

TEST(Progress, BeginsWithoutARate) { EXPECT_EQ(progress_line({.noun = "articles", .total = 7}, 0, 0, 20), "0 of 7 articles"); }

}  // namespace
}  // namespace laut
