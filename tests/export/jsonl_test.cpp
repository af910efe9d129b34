#include "export/jsonl.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/hash.h"

namespace laut::exporting {
namespace {

// An astral character, a decomposed letter and CRLF before the words, so that bytes, code points and UTF-16 units differ.
Document document() {
  Document out;
  out.text = "\xF0\x9F\x94\xA5 Mu\xCC\x88ller:\r\nMindestens 30 Soldaten fielen.";
  out.sha256 = sha256_hex(out.text);
  out.language = "de";
  out.source = "a.txt";
  return out;
}

Span find(const Document& in, std::string_view words) {
  const auto at = in.text.find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Claim claim(const Document& in) {
  Claim out;
  out.id = "0123456789abcdef";
  out.event = Event::killed;
  out.trigger = find(in, "fielen");
  out.evidence = find(in, "Mindestens 30 Soldaten fielen");
  Spanned<Figure> count;
  count.value = 30;
  count.qualifier = Qualifier::at_least;
  count.low = 30;
  count.span = find(in, "Mindestens 30");
  out.count = count;
  out.confidence["claim"] = 0.912345;
  return out;
}

TEST(JsonLine, CountsCodePoints) {
  const Document in = document();
  const auto json = nlohmann::json::parse(json_line(in, {claim(in)}, {}));
  const auto& count = json["claims"][0]["count"];
  EXPECT_EQ(count["start"], 12);
  EXPECT_EQ(count["end"], 25);
  EXPECT_EQ(count["text"], "Mindestens 30");
}

TEST(JsonLine, KeepsTheTextExactly) {
  const Document in = document();
  EXPECT_EQ(nlohmann::json::parse(json_line(in, {}, {}))["document"]["text"], in.text);
  JsonOptions without;
  without.text = false;
  EXPECT_FALSE(nlohmann::json::parse(json_line(in, {}, without))["document"].contains("text"));
}

TEST(JsonLine, WritesWhatIsNotKnownAsNull) {
  const Document in = document();
  const auto json = nlohmann::json::parse(json_line(in, {claim(in)}, {}));
  for (const char* field : {"agent", "target", "time", "said", "place", "cue", "group", "part_of"})
    EXPECT_TRUE(json["claims"][0][field].is_null()) << field;
  EXPECT_TRUE(json["claims"][0]["count"]["high"].is_null());
  EXPECT_TRUE(json["document"]["published"].is_null());
  EXPECT_EQ(json["document"]["published_basis"], "none");
  EXPECT_EQ(json["claims"][0]["sources"].size(), 0U);
}

TEST(JsonLine, WritesWholeNumbersWithoutAFraction) {
  const Document in = document();
  Claim out = claim(in);
  out.count->value = 2.5;
  out.count->low = 1e20;
  const std::string line = json_line(in, {out}, {});
  EXPECT_THAT(line, testing::HasSubstr("\"value\":2.5"));
  EXPECT_THAT(line, testing::HasSubstr("\"low\":1e+20"));
  EXPECT_THAT(json_line(in, {claim(in)}, {}), testing::HasSubstr("\"low\":30,"));
  EXPECT_THAT(json_line(in, {claim(in)}, {}), testing::HasSubstr("\"claim\":0.912"));
}

TEST(JsonLine, IsOneLine) {
  const Document in = document();
  EXPECT_THAT(json_line(in, {claim(in)}, {}), testing::Not(testing::HasSubstr("\n")));
}

}  // namespace
}  // namespace laut::exporting
