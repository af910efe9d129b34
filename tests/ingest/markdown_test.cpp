#include "ingest/markdown.h"

#include <gtest/gtest.h>

#include "items.h"

namespace laut::ingest {
namespace {

TEST(Markdown, AllFields) {
  const Item item =
      one("---\n"
          "# a comment\n"
          "id: a-1\n"
          "title: Kursk: 30 Tote # so sagt es Kiew\n"
          "outlet: 'L''Echo'\n"
          "byline: \"A. \\\"B.\\\" C\\\\D\"\n"
          "url:   https://example.org/a?b=c#d  \n"
          "language: de-DE\n"
          "published: 2024-12-17T08:30:00+01:00\n"
          "tags:\n  - x\n- y\n"
          "layout: { a: b }\n"
          "\n"
          "---\n"
          "\n \t\n"
          "  Text.\n\n---\n\nMore.\n",
          "a.md");
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_EQ(item->id, "a-1");
  EXPECT_EQ(item->title, "Kursk: 30 Tote # so sagt es Kiew");
  EXPECT_EQ(item->outlet, "L'Echo");
  EXPECT_EQ(item->byline, "A. \"B.\" C\\D");
  EXPECT_EQ(item->url, "https://example.org/a?b=c#d");
  EXPECT_EQ(item->language, "de");
  EXPECT_EQ(item->published, day_of(2024, 12, 17));
  EXPECT_EQ(item->published_basis, PublishedBasis::front_matter);
  EXPECT_EQ(item->text, "  Text.\n\n---\n\nMore.\n");
  EXPECT_EQ(item->source, "a.md");
}

TEST(Markdown, ValuesThatSayNothing) {
  const Item item = one("---\ntitle:\noutlet: null\nurl: ~\npublished: ''\nlanguage: \"\"\n---\nThe army said so on Sunday.", "a.md");
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_EQ(item->title, std::nullopt);
  EXPECT_EQ(item->outlet, std::nullopt);
  EXPECT_EQ(item->url, std::nullopt);
  EXPECT_EQ(item->published, std::nullopt);
  EXPECT_EQ(item->language, "en");
}

TEST(Markdown, WithoutFrontMatterIsTextExactly) {
  EXPECT_EQ(shown(one("\n# Title\n\n---\nText\n", "a.md")), "text: \n# Title\n\n---\nText\n");
  EXPECT_EQ(shown(one("----\nText\n", "a.md")), "text: ----\nText\n");
  EXPECT_EQ(shown(one(" ---\nText\n", "a.md")), "text:  ---\nText\n");
}

TEST(Markdown, CrlfAndMark) {
  const Item item = one("\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n\r\nA\r\nB\r\n", "a.MD");
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_EQ(item->title, "x");
  EXPECT_EQ(item->text, "A\r\nB\r\n");
}

TEST(Markdown, OfStandardInput) {
  EXPECT_EQ(shown(one("---\ntitle: x\n---\nText", "-")), "text: Text");
  EXPECT_EQ(shown(one("---\n\nText after a rule: x", "-")), "text: ---\n\nText after a rule: x");
  EXPECT_EQ(shown(one("---\ntitle: x\n", "-")), "-:1: front matter: the closing line --- is missing");
}

TEST(Markdown, FieldsOfOtherFormatsAreNone) {
  EXPECT_EQ(shown(one("---\ntext: other\nsha256: 00\npublished_basis: feed\n---\nText", "a.md")), "text: Text");
}

}  // namespace
}  // namespace laut::ingest
