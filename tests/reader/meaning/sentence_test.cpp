// sentence: where sentences end and where they do not.
#include "reader/meaning/sentence.h"

#include <gtest/gtest.h>

namespace laut::meaning {
namespace {

std::string_view around(std::string_view text, std::string_view word) {
  return sentence_at(text, static_cast<std::uint32_t>(text.find(word))).in(text);
}

TEST(Sentence, EndsWithAPointBeforeASpace) {
  EXPECT_EQ(around("Two died. Ten fled, he said. More came.", "fled"), "Ten fled, he said.");
  EXPECT_EQ(around("Two died; ten fled", "died"), "Two died; ten fled");
}

TEST(Sentence, DatesAndShortWordsEndNone) {
  EXPECT_EQ(around("Am 25. August fielen zwei. Mehr nicht.", "August"), "Am 25. August fielen zwei.");
  EXPECT_EQ(around("In St. Petersburg two died.", "died"), "In St. Petersburg two died.");
  EXPECT_EQ(around("Some 1.500 died.", "died"), "Some 1.500 died.");
}

TEST(Sentence, ALineEndsOne) { EXPECT_EQ(around("Headline\nTwo died", "died"), "Two died"); }

TEST(Sentence, EdgesOfTheTextAreNoError) {
  EXPECT_TRUE(sentence_at("", 0).in("").empty());
  EXPECT_EQ(sentence_at("One.", 4).in("One."), "");
  EXPECT_TRUE(in_one_sentence("One two. Three", 0, 5));
  EXPECT_FALSE(in_one_sentence("One two. Three", 0, 10));
}

}  // namespace
}  // namespace laut::meaning
