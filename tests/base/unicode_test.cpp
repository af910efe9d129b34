#include "base/unicode.h"

#include <gmock/gmock.h>

#include "base/file.h"
#include "base/hash.h"

namespace laut {
namespace {

TEST(Unicode, FoldsCaseAndForm) {
  EXPECT_EQ(fold("STRASSE"), fold("Stra\xC3\x9F"
                                  "e"));
  EXPECT_EQ(fold("Mu\xCC\x88ller"), fold("M\xC3\xBCLLER"));
  EXPECT_EQ(fold("\xD0\x9A\xD0\x98\xD0\x87\xD0\x92"), fold("\xD0\xBA\xD0\xB8\xD1\x97\xD0\xB2"));
  EXPECT_NE(fold("a"), fold("\xC3\xA4"));
}

TEST(Unicode, KnowsDigitsOfOtherScripts) {
  EXPECT_EQ(digit_value(U'7'), 7);
  EXPECT_EQ(digit_value(0x0663), 3);
  EXPECT_EQ(digit_value(0x00B2), -1) << "a superscript is a number, no digit";
  EXPECT_EQ(digit_value(U'x'), -1);
}

TEST(Unicode, MeasuresATerminal) {
  EXPECT_EQ(terminal_width("Kursk"), 5);
  EXPECT_EQ(terminal_width("Mu\xCC\x88ller"), 6) << "a combining mark takes no column";
  EXPECT_EQ(terminal_width("\xE5\x8C\x97\xE4\xBA\xAC"), 4) << "wide characters take two";
  EXPECT_EQ(terminal_width("mi\xC2\xADlitary"), 8) << "a soft hyphen takes none";
}

// FIPS 180-4, examples.
TEST(Hash, IsSha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(File, SaysWhyItCannotBeRead) {
  EXPECT_EQ(read_file("/no/such/file", 10).error().kind, ErrorKind::missing);
  EXPECT_EQ(read_file("/", 10).error().kind, ErrorKind::system);
  EXPECT_EQ(read_file("/proc/self/exe", 10).error().kind, ErrorKind::limit);
}

}  // namespace
}  // namespace laut
