#include "ingest/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "items.h"

namespace laut::ingest {
namespace {

using testing::ElementsAre;

const std::string kDocument =
    R"({"document": {"id": "e-1", "text": " Grüße\r\n\u00e4 😀 \ud83d\ude00\n", "title": "T", "url": "u", "outlet": "o",
  "byline": null, "language": "de", "published": "2024-12-16", "published_basis": "json-ld", "source": "elsewhere"},
  "reader": {"name": "laut", "text": "no"}, "claims": [{"text": "no", "title": 1, "document": {"text": "no"}, "n": [1.5e3, null, true]}]})";

TEST(Json, WhatLautReadWrites) {
  const Item item = one(kDocument, "a.json");
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_EQ(item->text, " Grüße\r\nä 😀 😀\n");
  EXPECT_EQ(item->id, "e-1");
  EXPECT_EQ(item->title, "T");
  EXPECT_EQ(item->url, "u");
  EXPECT_EQ(item->outlet, "o");
  EXPECT_EQ(item->byline, std::nullopt);
  EXPECT_EQ(item->language, "de");
  EXPECT_EQ(item->published, day_of(2024, 12, 16));
  EXPECT_EQ(item->published_basis, PublishedBasis::json_ld);
  EXPECT_EQ(item->source, "a.json");
  EXPECT_EQ(item->sha256, sha256_hex(item->text));
}

TEST(Json, PlainArticle) {
  const Item item =
      one(R"({"id": 17, "text": "x", "published": "2024-12-16T10:00:00Z", "language": "it", "extra": {"text": "no"}})", "a.json");
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_EQ(item->id, "17");
  EXPECT_EQ(item->language, "other");
  EXPECT_EQ(item->published_basis, PublishedBasis::given);
}

TEST(Json, HashOfTheText) {
  const std::string hash = sha256_hex("x");
  EXPECT_TRUE(one(R"({"text": "x", "sha256": ")" + hash + "\"}", "a.json"));
  EXPECT_FALSE(one(R"({"text": "y", "sha256": ")" + hash + "\"}", "a.json"));
  EXPECT_TRUE(one(R"({"text": "x", "sha256": null})", "a.json"));
}

TEST(Json, LinesGoOnAfterABrokenOne) {
  EXPECT_THAT(shown(from_bytes("{\"text\": \"a\"}\r\n\n{\"text\": \n[{\"text\": \"b\"}, {}]\n17\n{\"text\": \"c\"}", "a.jsonl", {})),
              ElementsAre("text: a", "a.jsonl:3: not JSON at byte 10: unexpected end of input; expected '[', '{', or a literal", "text: b",
                          "a.jsonl:4[1]: no \"text\"", "a.jsonl:5: not a JSON object", "text: c"));
}

TEST(Json, SourcesNameTheLineOrTheElement) {
  EXPECT_EQ(from_bytes("\n{\"text\": \"a\"}\n", "d/a.ndjson", {}).at(0)->source, "d/a.ndjson:2");
  EXPECT_EQ(from_bytes("[{\"text\": \"a\"},\n{\"text\": \"b\"}]\n", "a.json", {}).at(1)->source, "a.json[1]");
  EXPECT_EQ(one("{\"text\": \"a\"}\n", "-")->source, "-");
}

TEST(Json, ArrayThatBreaksOffKeepsWhatCameBefore) {
  EXPECT_THAT(shown(from_bytes(R"([{"text": "a"}, 5, null, "x", [{"text": "no"}], {"text")", "a.json", {})),
              ElementsAre("text: a", "a.json[1]: not a JSON object", "a.json[2]: not a JSON object", "a.json[3]: not a JSON object",
                          "a.json[4]: not a JSON object", testing::StartsWith("a.json: not JSON at byte 56")));
}

TEST(Json, LinesInAJsonFileAndOfStandardInput) {
  for (const char* source : {"a.json", "-", "noname"}) {
    EXPECT_THAT(shown(from_bytes("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", source, {})), ElementsAre("text: a", "text: b")) << source;
    EXPECT_THAT(shown(from_bytes("{\n \"text\": \"a\"\n}\n", source, {})), ElementsAre("text: a")) << source;
    EXPECT_THAT(shown(from_bytes("\xEF\xBB\xBF[{\"text\": \"a\"}]", source, {})), ElementsAre("text: a")) << source;
  }
}

TEST(Json, InUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("{\"text\": \"a\"}\n{\"text\": \"b\"}\n")) wide += std::string{c, '\0'};
  EXPECT_THAT(shown(from_bytes(wide, "a.jsonl", {})), ElementsAre("text: a", "text: b"));
}

TEST(Json, TextsThatBeginLikeIt) {
  for (const char* text : {"{sic} The army said so.", "[Agency] The army said so.", "{", "["})
    EXPECT_EQ(shown(one(text, "-")), std::string("text: ") + text);
}

TEST(Json, WrongTypesAreNamed) {
  EXPECT_EQ(shown(one(R"({"text": "a", "title": {"x": {"text": "no"}}})", "a.json")), "a.json: \"title\" is an object, not a string");
  EXPECT_EQ(shown(one(R"({"text": true})", "a.json")), "a.json: \"text\" is a truth value, not a string");
  EXPECT_EQ(shown(one(R"({"document": {"text": ["a", {"text": "no"}]}, "claims": []})", "a.json")),
            "a.json: \"text\" is an array, not a string");
  EXPECT_EQ(shown(one(R"({"document": [{"text": "no"}], "claims": {}})", "a.json")), "a.json: holds claims but no \"text\"");
  EXPECT_EQ(shown(one(R"({"text": "a", "id": 1.5})", "a.json")), "a.json: \"id\" is a number, not a string");
}

TEST(Json, NothingOfOneArticleStaysForTheNext) {
  const auto items = from_bytes(R"([{"text": "a", "title": "t", "claims": []}, {"document": {"text": 5}}, {"text": "c"}])", "a.json", {});
  ASSERT_EQ(items.size(), 3U);
  EXPECT_FALSE(items[1]);
  EXPECT_EQ(items[2]->title, std::nullopt);
}

}  // namespace
}  // namespace laut::ingest
