#include "laut/reader.h"

#include <gmock/gmock.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "laut/names.h"

namespace laut {
namespace {

Document document(const std::string& text, const std::string& language, std::optional<Day> published) {
  Document out;
  out.text = text;
  out.sha256 = sha256_hex(text);
  out.language = language;
  out.published = published;
  return out;
}

class ReaderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto reader = Reader::open({LAUT_SOURCE, "", 2});
    ASSERT_TRUE(reader) << reader.error().text();
    reader_ = new Reader(*std::move(reader));
  }
  static void TearDownTestSuite() { delete reader_; }
  static inline Reader* reader_ = nullptr;
};

TEST_F(ReaderTest, GivesEveryFieldItsMeaning) {
  const std::string text =
      "Mindestens 30 nordkoreanische Soldaten sind nach Angaben des Milit\xC3\xA4rgeheimdienstes GUR am Samstag in der Region Kursk "
      "get\xC3\xB6tet "
      "worden.\n";
  const auto reading = reader_->read(document(text, "de", day_of(2024, 12, 16)));
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->claims.size(), 1U);
  const Claim& claim = reading->claims.front();
  EXPECT_EQ(claim.event, Event::killed);
  ASSERT_TRUE(claim.count);
  EXPECT_EQ(claim.count->qualifier, Qualifier::at_least);
  EXPECT_EQ(claim.count->low, 30);
  EXPECT_EQ(claim.count->high, std::nullopt);
  ASSERT_TRUE(claim.time);
  EXPECT_EQ(claim.time->from, day_of(2024, 12, 14));
  EXPECT_EQ(claim.time->basis, TimeBasis::publication);
  ASSERT_TRUE(claim.target);
  EXPECT_EQ(claim.target->code, "PRKMIL");
  ASSERT_EQ(claim.sources.size(), 1U);
  EXPECT_EQ(claim.sources.front().code, "UKRSPY");
  ASSERT_TRUE(claim.place);
  EXPECT_EQ(claim.place->country, "RU");
  EXPECT_EQ(claim.cue->in(text), "nach Angaben");
  EXPECT_GT(claim.confidence.at("claim"), 0.5);
  EXPECT_EQ(claim.id.size(), 16U);
}

TEST_F(ReaderTest, LeavesRelativeDaysOpenWithoutAPublicationDay) {
  const auto reading = reader_->read(document("Ten soldiers were killed in Kursk on Monday, Kyiv said.\n", "en", std::nullopt));
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->claims.size(), 1U);
  ASSERT_TRUE(reading->claims[0].time);
  EXPECT_EQ(reading->claims[0].time->basis, TimeBasis::unresolved);
  EXPECT_EQ(reading->claims[0].time->from, std::nullopt);
  EXPECT_EQ(reading->unresolved_times, 1);
}

TEST_F(ReaderTest, SaysThatItDoesNotKnowALanguage) {
  const auto reading = reader_->read(document("Dieci soldati sono stati uccisi a Kursk.", "other", std::nullopt));
  ASSERT_TRUE(reading);
  EXPECT_FALSE(reading->language_known);
  EXPECT_TRUE(reading->claims.empty());
}

TEST_F(ReaderTest, RefusesATextThatIsNoArticle) {
  const auto reading = reader_->read(document(std::string(std::size_t{5} << 20, 'x'), "en", std::nullopt));
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().kind, ErrorKind::limit);
}

TEST_F(ReaderTest, GivesTheSameIdsAgain) {
  const Document in = document("At least 12 soldiers were killed and 20 wounded near Kursk, the army said.\n", "en", day_of(2024, 12, 19));
  const auto once = reader_->read(in);
  const auto again = reader_->read(in);
  ASSERT_TRUE(once);
  ASSERT_GE(once->claims.size(), 2U);
  for (std::size_t i = 0; i < once->claims.size(); ++i) EXPECT_EQ(once->claims[i].id, again->claims[i].id);
  EXPECT_NE(once->claims[0].id, once->claims[1].id);
}

// Every span of every claim of every example lies in its text, at code points.
TEST_F(ReaderTest, SpansOfTheExamplesLieAtCodePoints) {
  std::size_t claims = 0;
  ingest::documents({std::string(LAUT_SOURCE) + "/examples/kursk"}, {}, [&](const ingest::Item& item) {
    EXPECT_TRUE(item) << item.error().text();
    const auto reading = reader_->read(*item);
    EXPECT_TRUE(reading);
    const auto begins = [&](std::uint32_t at) {
      return at == item->text.size() || (static_cast<unsigned char>(item->text[at]) & 0xC0U) != 0x80U;
    };
    const auto check = [&](Span span) {
      EXPECT_LT(span.begin, span.end);
      EXPECT_LE(span.end, item->text.size());
      EXPECT_TRUE(begins(span.begin) && begins(span.end));
    };
    for (const Claim& claim : reading->claims) {
      ++claims;
      check(claim.anchor);
      check(claim.trigger);
      check(claim.evidence);
      if (claim.count) check(claim.count->span);
      if (claim.time) check(claim.time->span);
      if (claim.place) check(claim.place->span);
      for (const auto& source : claim.sources) check(source.span);
    }
    return true;
  });
  EXPECT_GT(claims, 60U);
}

TEST(Reader, NamesWhatIsMissing) {
  const auto reader = Reader::open({"/no/such/folder", "", 1});
  ASSERT_FALSE(reader);
  EXPECT_THAT(reader.error().text(), testing::HasSubstr("/no/such/folder"));
}

}  // namespace
}  // namespace laut
