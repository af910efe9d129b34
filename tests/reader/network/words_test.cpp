#include "reader/network/words.h"

#include <gmock/gmock.h>

#include <string>

namespace laut::network {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const Span span : split_words(text)) out.emplace_back(span.in(text));
  return out;
}

TEST(Words, KeepNumbersAndCompoundsWhole) {
  EXPECT_THAT(words("Rund 10.000, sagt er."), ElementsAre("Rund", "10.000", ",", "sagt", "er", "."));
  EXPECT_THAT(words("6:30 Uhr 3,5"), ElementsAre("6:30", "Uhr", "3,5"));
  EXPECT_THAT(words("US-Beamte und/oder rock'n'roll"), ElementsAre("US-Beamte", "und/oder", "rock'n'roll"));
  EXPECT_THAT(words("l\xE2\x80\x99"
                    "arm\xC3\xA9"
                    "e"),
              ElementsAre("l\xE2\x80\x99"
                          "arm\xC3\xA9"
                          "e"));
}

TEST(Words, JoinOnlyBetweenCharacters) {
  EXPECT_THAT(words("a--b c' 5. 12th"), ElementsAre("a", "-", "-", "b", "c", "'", "5", ".", "12", "th"));
  EXPECT_THAT(words("F-16s"), ElementsAre("F-16s"));
}

// As Python's re has it: a mark is neither a word character nor white space.
TEST(Words, SplitAtMarksAndSoftHyphens) {
  EXPECT_THAT(words("Mu\xCC\x88ller"), ElementsAre("Mu", "\xCC\x88", "ller"));
  EXPECT_THAT(words("Sol\xC2\xAD"
                    "daten"),
              ElementsAre("Sol", "\xC2\xAD", "daten"));
}

TEST(Words, KnowWhiteSpace) {
  EXPECT_THAT(words("3\xE2\x80\xAF"
                    "000\xC2\xA0"
                    "a\x1C"
                    "b\r\n\tc"),
              ElementsAre("3", "000", "a", "b", "c"));
  EXPECT_THAT(words(" \n"), ElementsAre());
  EXPECT_THAT(words(""), ElementsAre());
  EXPECT_THAT(words("\xE2\x80\x8B"), ElementsAre("\xE2\x80\x8B")) << "a zero width space is none";
}

TEST(Words, KnowOtherScripts) {
  EXPECT_THAT(words("\xD9\xA3\xD9\xA0 x"), ElementsAre("\xD9\xA3\xD9\xA0", "x"));
  EXPECT_THAT(words("\xF0\x9F\x94\xA5"
                    "12"),
              ElementsAre("\xF0\x9F\x94\xA5", "12"));
}

}  // namespace
}  // namespace laut::network
