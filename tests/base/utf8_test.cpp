#include "base/utf8.h"

#include <gmock/gmock.h>

namespace laut {
namespace {

TEST(Utf8, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("\xC3\x9C"
                               "ber \xF0\x9F\x94\xA5"),
            std::nullopt);
  EXPECT_EQ(first_invalid_utf8("ab\xFF"), 2U);
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U) << "an overlong slash";
  EXPECT_EQ(first_invalid_utf8("\xE0\x80\xAF"), 0U) << "an overlong slash in three bytes";
  EXPECT_EQ(first_invalid_utf8("x\xED\xA0\x80"), 1U) << "a surrogate";
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(first_invalid_utf8("\xF0\x9F\x94"), 0U) << "cut";
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (const char32_t point : {U'\0', U'a', U'\u00DC', U'\u202F', U'\uFFFD', U'\U0001F525', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, point);
    const auto [read, length] = decode_utf8(text, 0);
    EXPECT_EQ(read, point);
    EXPECT_EQ(length, text.size());
    EXPECT_EQ(previous_utf8(text, text.size()), 0U);
  }
}

// Against a plain count, at every byte that begins a code point, in texts longer than a block.
TEST(CodePoints, AgreeWithAPlainCount) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 3 == 0 ? "\xC3\xA4" : i % 7 == 0 ? "\xF0\x9F\x94\xA5" : i % 5 == 0 ? "e\xCC\x81" : "x\r\n";
  const CodePoints points(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) {
    EXPECT_EQ(points.at(at), count);
    EXPECT_EQ(points.byte_of(count), at);
    ++count;
  }
  EXPECT_EQ(points.count(), count);
  EXPECT_EQ(points.at(text.size()), count);
  EXPECT_EQ(points.byte_of(count), text.size());
  EXPECT_EQ(points.byte_of(count + 1), std::nullopt);
}

TEST(CodePoints, OfTextsAtTheBlockBorder) {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U}) {
    const std::string text(size, 'x');
    const CodePoints points(text);
    EXPECT_EQ(points.at(size), size);
    EXPECT_EQ(points.byte_of(size), size);
  }
}

}  // namespace
}  // namespace laut
