// gazetteer: the compiled file, whole and broken, and its names in running text.
#include "reader/meaning/gazetteer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "base/file.h"
#include "reader/meaning/names.h"
#include "reader/meaning/place_choice.h"
#include "reader/meaning/toponyms.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

const Toponyms& toponyms() {
  static const Result<Toponyms> loaded = Toponyms::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  return *loaded;
}

const Gazetteer& gazetteer() { return toponyms().gazetteer(); }

/// A gazetteer of one letter (u-umlaut), one country, two towns and a region, written by hand.
std::string small_file() {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
    return out;
  };
  const auto place = [&](std::uint32_t id, std::uint32_t kind, std::uint32_t text, std::uint32_t region, std::uint32_t people) {
    return number(id | kind << 28U, 4) + number(text, 4) + number(49152, 2) + number(32768, 2) + number(region, 2) + number(0, 1) +
           number(people, 1);
  };
  const std::string texts("Mark\0Au\0", 8);
  const std::string keys = std::string("\x00\x02", 2) + "au" + "\x02\x01\x01" + std::string("\x00\x04", 2) + "mark" + "\x01" +
                           std::string("\x00", 1) + "\x04\x04" + " sud" + "\x01\x02";
  std::string file = "LAUTGAZ1";
  for (const std::size_t count :
       {std::size_t{1}, std::size_t{1}, std::size_t{3}, std::size_t{3}, std::size_t{1}, texts.size(), keys.size()})
    file += number(static_cast<std::uint32_t>(count), 4);
  file += number(0xFC, 4) + std::string("u\0\0\0", 4) + "AT";
  file += place(7, 1, 0, 65535, 80) + place(8, 0, 5, 0, 40) + place(9, 0, 5, 0, 32);
  return file + number(0, 4) + texts + keys;
}

TEST(Gazetteer, ReadsWhatItsGrammarSays) {
  const auto small = Gazetteer::parse(small_file(), "small");
  ASSERT_TRUE(small.ok()) << small.error().text();
  EXPECT_EQ(small->key("  M\xC3\x9C-X "), "mu-x");  // only the letters of the file are spelled otherwise
  const auto au = small->find("au");
  ASSERT_EQ(au.size(), 2U);
  EXPECT_EQ(au[0].geonames, 8);
  EXPECT_EQ(au[1].geonames, 9);
  EXPECT_EQ(au[0].name, "Au");
  EXPECT_EQ(au[0].country, "AT");
  EXPECT_EQ(au[0].kind, SiteKind::town);
  EXPECT_EQ(au[0].people, 31);
  EXPECT_EQ(au[0].region, 0U);
  EXPECT_NEAR(au[0].lat, 45, 0.01);
  EXPECT_NEAR(au[0].lon, 0, 0.01);
  ASSERT_EQ(small->find("mark").size(), 1U);
  EXPECT_EQ(small->find("mark")[0].kind, SiteKind::region);
  EXPECT_EQ(small->find("mark sud").size(), 1U);
  EXPECT_TRUE(small->continues("mark"));
  EXPECT_FALSE(small->continues("au"));
  for (const auto* none : {"", "a", "aua", "mar", "marks", "z"}) EXPECT_TRUE(small->find(none).empty()) << none;
}

TEST(Gazetteer, RefusesWhatIsCutOffOrNone) {
  const auto whole = small_file();
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(Gazetteer::parse(whole.substr(0, size), "cut").ok()) << size;
  EXPECT_FALSE(Gazetteer::parse(whole + "x", "longer").ok());
  EXPECT_FALSE(Gazetteer::load(kData / "shared" / "countries.tsv").ok());
  EXPECT_FALSE(Gazetteer::load(kData / "nowhere").ok());
}

TEST(Gazetteer, SurvivesBrokenBytes) {
  const auto whole = small_file();
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same faults each time
  for (int i = 0; i < 20000; ++i) {
    auto broken = whole;
    for (int faults = 0; faults < 3; ++faults) broken[8 + random() % (broken.size() - 8)] = static_cast<char>(random());
    const auto read = Gazetteer::parse(broken, "broken");
    if (!read) continue;
    for (const auto* name : {"au", "mark", "mark sud", "zzz"}) {
      for (const auto& site : read->find(name)) EXPECT_LE(site.name.size(), broken.size());
      (void)read->continues(name);
    }
    (void)read->at(static_cast<std::uint32_t>(random()));
  }
}

TEST(Gazetteer, KnowsTheWorld) {
  EXPECT_GT(gazetteer().size(), 200000U);
  EXPECT_EQ(gazetteer().find("berlin").front().kind, SiteKind::region);  // regions stand before towns
  const auto paris = gazetteer().find(gazetteer().key("Paris"));
  EXPECT_TRUE(std::any_of(paris.begin(), paris.end(), [](const Site& site) { return site.geonames == 2988507; }));
  EXPECT_TRUE(gazetteer().continues("new"));
}

TEST(Gazetteer, ComparesNamesWithoutMarksAndCase) {
  EXPECT_EQ(gazetteer().key("Kh\xC4\x81n-Y\xC5\xABnis"), "khan yunis");
  EXPECT_EQ(gazetteer().key("Pokrovs\xE2\x80\x99k"), "pokrovsk");
  EXPECT_EQ(gazetteer().key("\xC5\x81\xC3\x93\x44\xC5\xB9"), "lodz");
}

TEST(Gazetteer, MeasuresDistance) {
  EXPECT_NEAR(distance(52.52, 13.405, 48.8566, 2.3522), 878, 3);
  EXPECT_EQ(distance(10, 20, 10, 20), 0);
  EXPECT_NEAR(distance(0, 179.9, 0, -179.9), 22.2, 0.2);
}

TEST(Toponyms, TakesEndingsOffAgain) {
  const auto russian = Stems::read(kData / "ru" / "inflections.tsv");
  ASSERT_TRUE(russian.ok());
  const auto stems = russian->of("\xD1\x81\xD0\xB0\xD0\xBC\xD0\xB0\xD1\x80\xD0\xB5");  // "samare"
  EXPECT_NE(std::find(stems.begin(), stems.end(), "\xD1\x81\xD0\xB0\xD0\xBC\xD0\xB0\xD1\x80\xD0\xB0"), stems.end());
}

std::vector<Toponyms::Mention> found(std::string_view text, std::string_view language) {
  return toponyms().find(words_in(text, {0, static_cast<std::uint32_t>(text.size())}), language);
}

TEST(Toponyms, FindsNamesOfSeveralWordsWithArticlesAndApostrophes) {
  ASSERT_EQ(found("near New Orleans today", "en").size(), 1U);
  EXPECT_EQ(found("near New Orleans today", "en")[0].count, 2U);
  ASSERT_EQ(found("in al-Mayadin", "en").size(), 1U);
  EXPECT_EQ(found("in al-Mayadin", "en")[0].sites.front().country, "SY");
  ASSERT_FALSE(found("in Al-Qa'im", "en").empty());
  EXPECT_EQ(found("in Al-Qa'im", "en")[0].count, 3U);
  EXPECT_TRUE(found("they march and turkey", "en").empty());
}

TEST(Choice, SpeaksOfTheCountryOfTheArticleWhereThePlaceBeforeIsAside) {
  Place last;
  last.country = "GB";
  Scene scene;
  scene.countries = {{"GB", 1}, {"SY", 8}};
  scene.most = 8;
  EXPECT_EQ(country_spoken_of(&last, &scene), "SY");
  EXPECT_EQ(country_spoken_of(&last, nullptr), "GB");
  scene.countries["GB"] = 5;
  EXPECT_EQ(country_spoken_of(&last, &scene), "GB");
  EXPECT_EQ(country_spoken_of(nullptr, nullptr), std::nullopt);
}

}  // namespace
}  // namespace laut::meaning
