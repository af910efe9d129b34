#include "ingest/charset.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace laut::ingest {
namespace {

using namespace std::string_literals;

std::string encode(std::string_view text, const char* encoding) {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string bytes(4 * text.size() + 4, '\0');
  bytes.resize(static_cast<std::size_t>(wide.extract(0, wide.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding)));
  return bytes;
}

struct Case {
  const char* encoding;
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.encoding << ": " << c.text.substr(0, 20); }

const std::string kGerman = "Die Behörde erklärte, über 30 Männer seien in der Nähe der „Grünen Straße“ getötet worden – für 5 € Sold.";
const std::string kFrench = "L’armée a déclaré qu’« une trentaine » de soldats avaient été tués près de la forêt, où la bataille a cessé.";
const std::string kSpanish = "El ejército informó de que al menos treinta niños murieron en la región; ¿quién lo atacó?, preguntó.";
const std::string kPolish = "Według władz co najmniej trzydziestu żołnierzy zginęło w ciągu weekendu, a pięćdziesięciu zostało rannych.";
const std::string kRussian = "По данным военных, за выходные погибли не менее тридцати солдат, ещё пятьдесят получили ранения.";
const std::string kUkrainian = "За даними військових, за вихідні загинули щонайменше тридцять солдатів, її бригада відступила, є поранені.";
const std::string kEnglish = "The army said thirty soldiers didn’t return; it’s “heavy”, one officer told the agency on Sunday.";

class Legacy : public testing::TestWithParam<Case> {};

TEST_P(Legacy, IsConverted) {
  const auto& [encoding, text] = GetParam();
  const auto read = to_utf8(encode(text, encoding), "a.txt");
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(*read, text);
}

INSTANTIATE_TEST_SUITE_P(Table, Legacy,
                         testing::Values(Case{"windows-1252", kGerman}, Case{"windows-1252", kFrench}, Case{"windows-1252", kSpanish},
                                         Case{"windows-1252", kEnglish}, Case{"ISO-8859-1", kSpanish},
                                         Case{"ISO-8859-15", "Der Sold beträgt 30 €, erklärte die Behörde für Männer in der Nähe."},
                                         Case{"windows-1250", kPolish}, Case{"ISO-8859-2", kPolish}, Case{"windows-1251", kRussian},
                                         Case{"KOI8-R", kRussian}, Case{"ISO-8859-5", kRussian}, Case{"IBM866", kRussian},
                                         Case{"windows-1251", kUkrainian}, Case{"KOI8-U", kUkrainian}, Case{"UTF-16", kUkrainian},
                                         Case{"UTF-32", kGerman + "😀"}));

TEST(Charset, OtherLanguagesByUchardet) {
  const std::string greek = "Σύμφωνα με την κυβέρνηση, τουλάχιστον τριάντα στρατιώτες σκοτώθηκαν το Σαββατοκύριακο στην πόλη.";
  const std::string japanese = "政府によると、週末に少なくとも三十人の兵士が死亡した。政府は詳しい説明をしていない。";
  EXPECT_EQ(to_utf8(encode(greek, "ISO-8859-7"), "").value(), greek);
  EXPECT_EQ(to_utf8(encode(japanese, "Shift_JIS"), "").value(), japanese);
}

// Wrong letters are worse than an article that is not read.
TEST(Charset, UnsureIsRefused) {
  EXPECT_FALSE(to_utf8("x\xE4", "a.txt"));
  EXPECT_FALSE(to_utf8("30 \xB1 50 \xA4", "a.txt"));
  EXPECT_EQ(to_utf8(encode(kGerman, "windows-1252") + "\x81\x8D" + encode(kGerman, "windows-1252"), "a.txt").ok(), false);
}

// KOI8-R has line drawing where KOI8-U has Ukrainian letters.
TEST(Charset, UkrainianLettersOfKoi8) { EXPECT_NE(to_utf8(encode(kUkrainian, "KOI8-U"), "").value().find("її"), std::string::npos); }

TEST(Charset, MarksAreDropped) {
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFx", "").value(), "x");
  EXPECT_EQ(to_utf8("\xFF\xFEx\0"s, "").value(), "x");
  EXPECT_EQ(to_utf8("\xFE\xFF\0x"s, "").value(), "x");
  EXPECT_EQ(to_utf8("\xFF\xFE\0\0x\0\0\0"s, "").value(), "x");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBF\xEF\xBB\xBFx", "").value(), "\xEF\xBB\xBFx");  // the second one is text
}

TEST(Charset, OddBytesFarBehindAreSeen) {
  std::string text;
  while (text.size() < 300'000) text += "Die Armee meldet Tote und Verletzte am Sonntag. ";
  const std::string whole = text + kGerman;
  EXPECT_EQ(to_utf8(encode(whole, "windows-1252"), "").value(), whole);
}

TEST(Charset, BlocksDoNotBreakCharacters) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += i % 7 == 0 ? "😀" : "ж";
  EXPECT_EQ(to_utf8(encode(text, "UTF-16"), "").value(), text);
}

}  // namespace
}  // namespace laut::ingest
