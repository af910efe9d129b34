// The table of bad inputs: nothing crashes, each says what is wrong and where; and what looks bad but is an article is read exactly.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "items.h"

namespace laut::ingest {
namespace {

using namespace std::string_literals;

struct Bad {
  std::string name;
  std::string source;
  std::string bytes;
  std::string says;  // "source: message"
};

std::ostream& operator<<(std::ostream& out, const Bad& bad) { return out << bad.name; }

const std::string kDeep(100'000, '[');

const std::vector<Bad> kBad{
    {"empty", "a.txt", "", "a.txt: empty"},
    {"empty standard input", "-", "", "-: empty"},
    {"only white space", "a.txt", " \r\n\t\u00A0\n", "a.txt: empty: only white space"},
    {"only a byte order mark", "a.txt", "\xEF\xBB\xBF", "a.txt: empty"},
    {"front matter without text", "a.md", "---\ntitle: x\n---\n\n", "a.md: empty"},
    {"empty JSON Lines", "a.jsonl", "\n \r\n", "a.jsonl: empty"},
    {"empty JSON", "a.json", "", "a.json: empty"},
    {"empty array", "a.json", "[]", "a.json: an empty array"},
    {"PDF", "a.txt", "%PDF-1.7\n\xE2\xE3", "a.txt: a PDF; only text is read"},
    {"zip", "-", "PK\x03\x04zzzz", "-: a zip archive (or a Word, OpenDocument or EPUB file); only text is read"},
    {"gzip", "a.jsonl", "\x1F\x8B\x08\0\0"s, "a.jsonl: a gzip file; only text is read"},
    {"JPEG", "a.md", "\xFF\xD8\xFF\xE0", "a.md: a JPEG image; only text is read"},
    {"PNG", "photo", "\x89PNG\r\n\x1A\n", "photo: a PNG image; only text is read"},
    {"HTML", "-", "<!DOCTYPE html><p>x", "-: HTML or XML; only plain text, Markdown and JSON are read"},
    {"zero byte", "a.txt", "abc\0def"s, "a.txt: binary: a zero byte at byte 3 (UTF-16 is read only with a byte order mark)"},
    {"zero byte far behind", "a.txt", std::string(9000, 'a') + '\0',
     "a.txt: binary: a zero byte at byte 9000 (UTF-16 is read only with a byte order mark)"},
    {"zero byte in JSON", "a.json", R"({"text": "a\u0000b"})", "a.json: the text holds a zero byte at byte 1"},
    {"cut UTF-8", "a.txt", "Größe: fünf Mä\xC3", "a.txt: broken UTF-8 at byte 18"},
    {"damaged UTF-8", "a.txt", "Größe \xFF fünf", "a.txt: broken UTF-8 at byte 8"},
    {"damaged UTF-8 with a mark", "a.txt", "\xEF\xBB\xBFx\xFF", "a.txt: broken UTF-8 at byte 4"},
    {"noise", "a.txt", "\x91\xFE\x83 \xAB\x9D\x80\x81\xA0\xFF",
     "a.txt: encoding not told: not UTF-8 at byte 0, and no other fits the letters"},
    {"cut UTF-16", "a.txt", "\xFF\xFE\x41\0\x42"s, "a.txt: broken UTF-16LE at byte 4"},
    {"half a pair in UTF-16", "a.txt", "\xFE\xFF\xD8\x3D\0A"s, "a.txt: broken UTF-16BE at byte 2"},
    {"front matter without end", "a.md", "---\ntitle: x\n\n", "a.md:1: front matter: the closing line --- is missing"},
    {"front matter without key", "a.md", "---\ntitle: x\nnonsense\n---\nText",
     R"(a.md:3: front matter: not a line "key: value": "nonsense")"},
    {"front matter with open quote", "a.md", "---\ntitle: \"x\n---\nText", "a.md:2: front matter: the closing quote is missing"},
    {"front matter said twice", "a.md", "---\ntitle: x\ntitle: y\n---\nText", "a.md:3: front matter: title stands there twice"},
    {"front matter with a list", "a.md", "---\ntitle:\n  - x\n---\nText", "a.md:3: front matter: a value of more than one line"},
    {"front matter with a bad day", "a.md", "---\npublished: 17.12.2024\n---\nText",
     "a.md: published: not a day (YYYY-MM-DD): \"17.12.2024\""},
    {"a day that does not exist", "a.md", "---\npublished: 2024-02-30\n---\nText",
     "a.md: published: not a day (YYYY-MM-DD): \"2024-02-30\""},
    {"a language that is none", "a.md", "---\nlanguage: German\n---\nText", "a.md: language: not a code such as en: \"German\""},
    {"JSON that breaks off", "a.json", R"({"text": "abc)", "a.json: not JSON at byte 14: invalid string: missing closing quote"},
    {"an empty line of JSON", "a.json", "\n", "a.json: not JSON at byte 2: unexpected end of input; expected '[', '{', or a literal"},
    {"JSON of another kind", "a.json", "17", "a.json: not a JSON object"},
    {"JSON without text", "a.json", R"({"title": "x"})", "a.json: no \"text\""},
    {"JSON with claims alone", "a.json", R"({"claims": [], "doc": "x"})", "a.json: holds claims but no \"text\""},
    {"JSON text that is none", "a.json", R"({"text": ["a"]})", "a.json: \"text\" is an array, not a string"},
    {"JSON day that is none", "a.json", R"({"text": "a", "published": 1734393600})", "a.json: \"published\" is a number, not a string"},
    {"JSON with another hash", "a.json", R"({"text": "a", "sha256": "00"})",
     "a.json: sha256: not that of the text, which was altered: \"00\""},
    {"JSON with a lone surrogate", "a.json", R"({"text": "\ud800"})",
     "a.json: not JSON at byte 17: invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF"},
    {"JSON that is not UTF-8", "a.json", "{\"text\": \"\xFF\"}", "a.json: JSON that is not UTF-8 at byte 10"},
    {"deep JSON", "a.json", "{\"x\": " + kDeep, "a.json: JSON nested deeper than 64"},
    {"deep JSON in claims", "a.json", R"({"text": "a", "claims": )" + kDeep, "a.json: JSON nested deeper than 64"},
    {"a number beyond all", "a.json", R"({"text": "a", "x": 1e999})", "a.json: not JSON at byte 24: number overflow parsing '1e999'"},
};

class BadInput : public testing::TestWithParam<Bad> {};

TEST_P(BadInput, SaysWhatAndWhere) {
  const Bad& bad = GetParam();
  EXPECT_THAT(shown(from_bytes(bad.bytes, bad.source, {})), testing::ElementsAre(bad.says));
}

INSTANTIATE_TEST_SUITE_P(Table, BadInput, testing::ValuesIn(kBad));

// Every cut of good bytes gives items or errors, never a crash or nothing.
TEST(BadInputs, CutAnywhere) {
  const std::string json = R"([{"document": {"text": "Grüße 😀", "id": 7}, "claims": [{"a": [1.5, null, true]}]}, {"text": "b"}])";
  const std::string markdown = "---\r\ntitle: \"a \\\" b\"\r\npublished: '2024-12-17'\r\n---\r\n\r\nGrüße 😀\r\n";
  for (const auto& [bytes, source] : {std::pair{json, "a.json"}, {json, "a.jsonl"}, {json, "-"}, {markdown, "a.md"}, {markdown, "-"}})
    for (std::size_t size = 0; size <= bytes.size(); ++size) EXPECT_FALSE(from_bytes(bytes.substr(0, size), source, {}).empty()) << size;
}

struct Odd {
  std::string name;
  std::string text;
  std::string language;
};

std::ostream& operator<<(std::ostream& out, const Odd& odd) { return out << odd.name; }

// Built once: 10 and 20 MB.
std::string repeated(std::string_view part, std::size_t size) {
  std::string text;
  while (text.size() < size) text += part;
  return text;
}

const std::vector<Odd> kOdd{
    {"CRLF", "At least thirty soldiers were killed.\r\n\r\nThe army said so.\r\n", "en"},
    {"control characters", "The army\x01 said that \x1B[31mthirty\x07 soldiers\x7F were killed over the weekend.", "en"},
    {"C1 controls", "The army\xC2\x85 said that thirty soldiers were killed over the weekend.", "en"},
    {"right to left", "قالت الحكومة إن ثلاثين جنديا على الأقل قتلوا في نهاية الأسبوع.", "other"},
    {"marks of direction", "\u202BThe army said that thirty soldiers\u202C were killed over the weekend.", "en"},
    {"emoji", "😀🇺🇦👩‍👩‍👧 Thirty soldiers were killed over the weekend, the army said.", "en"},
    {"only emoji", "😀😀😀", "other"},
    {"combining marks", "Zu\u0308rich: Die Armee meldet mindestens 30 getötete Soldaten.", "de"},
    {"soft hyphens", "Die Armee mel\u00ADdet min\u00ADdes\u00ADtens drei\u00ADßig getötete Soldaten am Wochenende.", "de"},
    {"noncharacters", "The army said that thirty soldiers \uFFFF\uFFFD\U0010FFFF were killed.", "en"},
    {"a mark within", "The army said\uFEFF that thirty soldiers were killed over the weekend.", "en"},
    {"unknown language", "Il governo ha annunciato che almeno trenta soldati sono morti.", "other"},
    {"no language", "30 50 47 12.5 % 2024-12-17", "other"},
    {"one letter", "x", "other"},
    {"one word of 10 MB", repeated("a", 10'000'000), "other"},
    {"20 MB", repeated("Die Armee meldet mindestens 30 getötete Soldaten am Wochenende. ", 20'000'000), "de"},
    {"a fence in a text", "---\ntitle: x\n---\nDie Armee meldet am Wochenende getötete Soldaten.\n", "de"},
    {"JSON in a text", R"({"text": "The army said that thirty soldiers were killed."})", "en"},
};

class OddInput : public testing::TestWithParam<Odd> {};

TEST_P(OddInput, IsReadExactly) {
  const Item item = one(GetParam().text);
  ASSERT_TRUE(item) << item.error().text();
  EXPECT_TRUE(item->text == GetParam().text);
  EXPECT_EQ(item->language, GetParam().language);
  EXPECT_EQ(item->published, std::nullopt);
  EXPECT_EQ(item->published_basis, PublishedBasis::none);
}

INSTANTIATE_TEST_SUITE_P(Table, OddInput, testing::ValuesIn(kOdd));

TEST(BadInputs, OverTheLimit) {
  Options options;
  options.limit = 100;
  const std::string large(101, 'a');
  EXPECT_EQ(shown(one(large, "a.txt", options)), "a.txt: larger than the 100 bytes that are read");
  EXPECT_TRUE(one(large.substr(1), "a.txt", options));
  EXPECT_EQ(shown(one(R"({"text": ")" + large + "\"}", "a.json", options)), "a.json: larger than the 100 bytes that are read");
  EXPECT_EQ(shown(one("{\n\"text\": \"" + large + "\"}", "a.json", options)), "a.json: larger than the 100 bytes that are read");
  EXPECT_THAT(shown(from_bytes("{\"text\": \"a\"}\n{\"text\": \"" + large + "\"}\n{\"text\": \"b\"}", "a.jsonl", options)),
              testing::ElementsAre("text: a", "a.jsonl:2: larger than the 100 bytes that are read", "text: b"));
}

// A broken line of 20 MB must not come back in the message.
TEST(BadInputs, MessagesAreShort) {
  for (const std::string& bytes : {R"({"text": ")" + repeated("a", 20'000'000), R"({"x": )" + repeated("9", 2'000'000) + "e999}",
                                   R"({"text": "a", "published": ")" + repeated("b", 2'000'000) + R"("})"})
    EXPECT_LT(shown(one(bytes, "a.json")).size(), 200U);
}

}  // namespace
}  // namespace laut::ingest
