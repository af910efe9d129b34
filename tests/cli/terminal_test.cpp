// Breaking lines, styles, and text that must not drive the terminal.
#include "cli/terminal.h"

#include <gmock/gmock.h>

#include "base/unicode.h"

namespace laut::cli {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text, int width) {
  std::vector<std::string> out;
  for (const Runs& line : wrap({{text, {}}}, width)) out.push_back(paint(line, {}));
  return out;
}

TEST(Clean, MakesEscapesAndControlCharactersVisible) {
  EXPECT_EQ(clean("a\x1b[31mred\x07"), "a␛[31mred␇");
  EXPECT_EQ(clean("tab\tline\nend"), "tab line end");
  EXPECT_EQ(clean("del\x7f"), "del␡");
  EXPECT_EQ(clean(std::string("nul\0l", 5)), "nul␀l");
  EXPECT_EQ(clean("a\r\nb"), "a b");
}

TEST(Clean, StopsC1ControlsAndBidiOverrides) {
  EXPECT_EQ(clean("\u009b31m"), "\uFFFD31m");
  EXPECT_EQ(clean("user\u202Egpj.exe"), "user\uFFFDgpj.exe");
  EXPECT_EQ(clean("\u2066isolate\u2069"), "\uFFFDisolate\uFFFD");
  EXPECT_EQ(clean("שלום\u200F!"), "שלום\u200F!") << "direction marks of ordinary right-to-left text stay";
}

TEST(Clean, DropsWhatCannotBeSeen) { EXPECT_EQ(clean("Sol\u00ADdaten\u200B\uFEFF\u2060"), "Soldaten"); }

TEST(Clean, ReplacesBytesThatAreNoUtf8) {
  EXPECT_EQ(clean("a\xffz"), "a\uFFFDz");
  EXPECT_EQ(clean("\xc3"), "\uFFFD");
  EXPECT_EQ(clean("\xe2\x82"), "\uFFFD\uFFFD");
}

TEST(Clean, LeavesNoControlWhateverComesIn) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const char c : clean(all)) EXPECT_FALSE(static_cast<unsigned char>(c) < 0x20 || c == 0x7f) << static_cast<int>(c);
}

TEST(Wrap, BreaksAtSpacesAndDropsThemThere) {
  EXPECT_THAT(lines_of("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(lines_of("  one   two ", 20), ElementsAre("one two"));
  EXPECT_THAT(lines_of("", 20), ElementsAre());
}

TEST(Wrap, BreaksLongWordsAnywhere) { EXPECT_THAT(lines_of("a abcdefgh", 3), ElementsAre("a", "abc", "def", "gh")); }

TEST(Wrap, CountsWideCharactersTwiceAndMarksNot) {
  EXPECT_THAT(lines_of("平壤平壤", 4), ElementsAre("平壤", "平壤"));
  EXPECT_THAT(lines_of("平壤平", 3), ElementsAre("平", "壤", "平"));
  EXPECT_THAT(lines_of("e\u0301e\u0301e\u0301", 2), ElementsAre("e\u0301e\u0301", "e\u0301"));
}

TEST(Wrap, KeepsNoBreakSpacesTogether) { EXPECT_THAT(lines_of("about 3\u00A0000 men", 9), ElementsAre("about", "3\u00A0000 men")); }

TEST(Wrap, KeepsStylesOverLineEndsAndInsideWords) {
  const Style under{.underline = true};
  const auto lines = wrap({{"so ", {}}, {"many men", under}, {"s.", {}}}, 7);
  const Look look{.terminal = true, .styles = true, .color = true, .width = 7};
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(paint(lines[0], look), "so \x1b[4mmany\x1b[0m");
  EXPECT_EQ(paint(lines[1], look), "\x1b[4mmen\x1b[0ms.");
}

TEST(Wrap, IsQuickOnOneHugeWord) {
  const auto lines = lines_of(std::string(std::size_t{4} << 20, 'x'), 100);
  EXPECT_EQ(lines.size(), (std::size_t{4} << 20) / 100 + 1);
}

TEST(Paint, WritesNoEscapesWithoutStylesAndNoColourWithoutColour) {
  const Runs runs{{"47", {.bold = true, .tint = Tint::loss}}};
  EXPECT_EQ(paint(runs, {}), "47");
  EXPECT_EQ(paint(runs, {.terminal = true, .styles = true, .color = false, .width = 80}), "\x1b[1m47\x1b[0m");
  EXPECT_EQ(paint(runs, {.terminal = true, .styles = true, .color = true, .width = 80}), "\x1b[1;31m47\x1b[0m");
}

TEST(Shortened, CutsAtTheWidthWithAnEllipsis) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdefg", 6), "abcde…");
  EXPECT_EQ(shortened("平壤平壤", 5), "平壤…");
  EXPECT_LE(terminal_width(shortened("平壤平壤", 4)), 4);
}

}  // namespace
}  // namespace laut::cli
