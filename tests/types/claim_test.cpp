#include "laut/claim.h"

#include <gmock/gmock.h>

#include "laut/names.h"

namespace laut {
namespace {

// The value is what anybody computes by hand: printf 'abc\nkilled\n3\n5\n' | sha256sum | cut -c 1-16
TEST(ClaimId, IsTheHashOfTextEventAndAnchor) {
  EXPECT_EQ(claim_id("abc", Event::killed, 3, 5), "65e606ed626f1c3f");
  EXPECT_NE(claim_id("abc", Event::wounded, 3, 5), claim_id("abc", Event::killed, 3, 5));
  EXPECT_NE(claim_id("abc", Event::killed, 3, 6), claim_id("abc", Event::killed, 3, 5));
}

template <class E>
void every_name_comes_back() {
  for (std::size_t i = 0; i < names::of<E>.size(); ++i) EXPECT_EQ(from_name<E>(name_of(static_cast<E>(i))), static_cast<E>(i));
  EXPECT_EQ(from_name<E>("no such name"), std::nullopt);
}

TEST(Names, ComeBack) {
  every_name_comes_back<Event>();
  every_name_comes_back<Stance>();
  every_name_comes_back<Status>();
  every_name_comes_back<Quote>();
  every_name_comes_back<Qualifier>();
  every_name_comes_back<TimeBasis>();
  every_name_comes_back<TimePrecision>();
  every_name_comes_back<PlacePrecision>();
  every_name_comes_back<CoverageKind>();
  every_name_comes_back<PublishedBasis>();
}

TEST(Names, OfEventsStandBesideTheirMeaning) {
  EXPECT_EQ(name_of(Event::protest), "protest");
  EXPECT_EQ(name_of(Event::damaged), "damaged");
  EXPECT_TRUE(is_loss(Event::damaged));
  EXPECT_FALSE(is_loss(Event::attack));
  EXPECT_EQ(name_of(PlacePrecision::country_part), "country-part");
}

}  // namespace
}  // namespace laut
