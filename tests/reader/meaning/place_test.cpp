// place: every example of data/<lang>/place.examples.tsv, and what no table shows.
#include "reader/meaning/place.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/table.h"
#include "laut/names.h"
#include "marked.h"
#include "reader/meaning/countries.h"
#include "reader/meaning/gazetteer.h"
#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

const Places& places() {
  static const Result<Places> loaded = Places::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  return *loaded;
}

Read<Place> read(std::string_view sentence, std::string_view language, const Place* last = nullptr) {
  const auto [text, span] = marked(sentence);
  const auto scene = places().survey(text, language);
  return places().read({text, span, language}, last, &scene);
}

/// "Aleppo/SY/site".
std::optional<Place> place_of(std::string_view cell) {
  if (cell.empty()) return std::nullopt;
  const auto one = cell.find('/');
  const auto two = cell.find('/', one + 1);
  Place place;
  place.name = cell.substr(0, one);
  place.country = std::string(cell.substr(one + 1, two - one - 1));
  place.precision = from_name<PlacePrecision>(cell.substr(two + 1)).value();
  return place;
}

TEST(Place, ReadsEveryExample) {
  int examples = 0;
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "place.examples.tsv", {"text", "last", "name", "country", "precision"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      const auto last = place_of(table->cell(row, "last"));
      const auto [place, by] = read(table->cell(row, "text"), language, last ? &*last : nullptr);
      EXPECT_EQ(place.name, table->cell(row, "name")) << table->where(row) << " by " << by;
      EXPECT_EQ(place.country.value_or("-"), table->cell(row, "country")) << table->where(row) << " by " << by;
      EXPECT_EQ(name_of(place.precision), table->cell(row, "precision")) << table->where(row) << " by " << by;
      ++examples;
    }
  }
  EXPECT_GE(examples, 100);
}

TEST(Place, KnowsEveryCountryByItsNameInEveryLanguage) {
  const auto countries = Countries::load(kData);
  ASSERT_TRUE(countries.ok());
  for (const auto& language : languages_in(kData)) {
    const auto table = Table::read(kData / language / "countries.tsv", {"alpha2", "name"});
    ASSERT_TRUE(table.ok());
    for (const auto& row : table->rows())
      for (const auto name : list_of(table->cell(row, "name"))) {
        const auto words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
        const auto found = countries->find(words, language);
        ASSERT_FALSE(found.empty()) << table->where(row) << " " << name;
        // The one name that two states share: the better known of the two is listed first.
        if (table->cell(row, "alpha2") == "CG" || table->cell(row, "alpha2") == "CD") continue;
        EXPECT_EQ(countries->at(found.front().country).alpha2, table->cell(row, "alpha2")) << table->where(row) << " " << name;
      }
  }
}

TEST(Place, GivesACapitalItsCoordinates) {
  const auto place = read("Es gab Explosionen [in der libanesischen Hauptstadt].", "de").meaning;
  ASSERT_TRUE(place.lat && place.lon);
  EXPECT_NEAR(*place.lat, 33.9, 0.1);
  EXPECT_NEAR(*place.lon, 35.5, 0.1);
}

TEST(Place, GivesTownsAndRegionsTheirNumberAndPoint) {
  const auto town = read("Sirens wailed [in Palermo].", "en").meaning;
  EXPECT_EQ(town.geonames, 2523920);
  ASSERT_TRUE(town.lat && town.lon);
  EXPECT_LT(distance(*town.lat, *town.lon, 38.116, 13.359), 1);
  const auto region = read("Sirens wailed [in the Poltava region].", "en").meaning;
  EXPECT_EQ(region.name, "Poltava Oblast");
  EXPECT_EQ(region.precision, PlacePrecision::region);
  EXPECT_TRUE(region.geonames);
  EXPECT_TRUE(read("Sirens wailed [in Homs].", "en").meaning.geonames) << "a town of the tables has its number too";
  EXPECT_FALSE(read("Sirens wailed [in northern Syria].", "en").meaning.geonames);
}

TEST(Place, TellsPlacesOfOneNameApart) {
  EXPECT_EQ(read("Lebanese troops moved out. Shots were heard [in Tripoli].", "en").meaning.country, "LB");
  EXPECT_EQ(read("The Spanish police came. A fire broke out [in Valencia].", "en").meaning.country, "ES");
  EXPECT_EQ(read("A fire broke out [in Valencia, Venezuela].", "en").meaning.country, "VE");
  Place last;
  last.name = "Caracas";
  last.country = "VE";
  EXPECT_EQ(read("Later a fire broke out [in Merida].", "en", &last).meaning.country, "VE");
}

TEST(Place, TakesNoCommonWordForATown) {
  // Towns in Texas, Germany, Egypt ...: "Keller", "Wald", "Tor".
  EXPECT_FALSE(read("Sie versteckten sich [im Keller].", "de").meaning.country);
  EXPECT_FALSE(read("Sie versteckten sich [im Wald].", "de").meaning.country);
  EXPECT_FALSE(read("Sie standen [am alten Tor].", "de").meaning.country);
  EXPECT_EQ(read("Less was known. They were less sure. In Syria they hid [Less than a mile from Homs].", "en").meaning.name, "Homs");
}

TEST(Place, TakesTheCountryOfTheContextForWhatNoTableKnows) {
  const auto place = read("Ukrainian troops fought on. Ukrainian guns fired [near the hamlet of Xyzzykove].", "en");
  EXPECT_EQ(place.meaning.name, "Xyzzykove");
  EXPECT_EQ(place.meaning.country, "UA");
  EXPECT_NE(place.by.find("by context"), std::string::npos);
}

TEST(Place, GivesARiverTheCountryThatIsSpokenOf) {
  EXPECT_EQ(read("Iraqi troops crossed [the Euphrates].", "en").meaning.country, "IQ");
  EXPECT_EQ(read("Syrian troops crossed [the Euphrates].", "en").meaning.country, "SY");
  EXPECT_FALSE(read("Somebody crossed [the Euphrates].", "en").meaning.country);
}

TEST(Place, PointsBackToTheTextWhereNoPlaceWasReadBefore) {
  EXPECT_EQ(read("Raketen trafen Homs. Auch danach brannte es [in der Stadt].", "de").meaning.name, "Homs");
  EXPECT_EQ(read("Syria burns. Rockets hit Homs. Fires raged [in the city].", "en").meaning.name, "Homs");
}

TEST(Place, TakesTheFirstOfSeveralAndTheMostSpecific) {
  EXPECT_EQ(read("Shells fell [on Homs and Aleppo].", "en").meaning.name, "Homs");
  EXPECT_EQ(read("Shells fell [on Rafah in the Gaza Strip].", "en").meaning.name, "Rafah");
}

TEST(Place, SurvivesWordsThatAreNone) {
  for (const auto* text : {"[]", "[...]", "[ ]", "[\xF0\x9F\x92\xA5]", "[,,,]"}) EXPECT_FALSE(read(text, "de").meaning.country);
  EXPECT_EQ(read("[in Homs]", "xx").meaning.name, "in Homs");
}

TEST(Place, RefusesABrokenTable) { EXPECT_FALSE(Places::load(kData / "nowhere").ok()); }

}  // namespace
}  // namespace laut::meaning
