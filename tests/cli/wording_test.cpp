// How figures, days, units and places are said.
#include "cli/wording.h"

#include <gtest/gtest.h>

#include "articles.h"

namespace laut::cli {
namespace {

Figure figure(std::optional<double> value, Qualifier qualifier, std::optional<double> low = {}, std::optional<double> high = {},
              std::string unit = "person") {
  return {value, qualifier, low, high, std::move(unit)};
}

TEST(Numbers, GroupsOfThreePartedByANoBreakSpace) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(47), "47");
  EXPECT_EQ(number_text(999), "999");
  EXPECT_EQ(number_text(3000), "3\u00A0000");
  EXPECT_EQ(number_text(1234567), "1\u00A0234\u00A0567");
  EXPECT_EQ(number_text(2.5), "2.5");
}

TEST(Figures, AreShownAsSaid) {
  EXPECT_EQ(figure_text(figure(47, Qualifier::exact, 47, 47), "47"), "47");
  EXPECT_EQ(figure_text(figure(30, Qualifier::at_least, 30), "at least 30"), "≥\u00A030");
  EXPECT_EQ(figure_text(figure(3000, Qualifier::more_than, 3001), "more than 3,000"), ">\u00A03\u00A0000");
  EXPECT_EQ(figure_text(figure(50, Qualifier::up_to, 0, 50), "up to 50"), "≤\u00A050");
  EXPECT_EQ(figure_text(figure(50, Qualifier::fewer, 0, 49), "fewer than 50"), "<\u00A050");
  EXPECT_EQ(figure_text(figure(100, Qualifier::about, 90, 110), "about 100"), "≈\u00A0100");
  EXPECT_EQ(figure_text(figure({}, Qualifier::range, 30, 40), "30 to 40"), "30–40");
}

TEST(Figures, OfABoundWithoutItsValueGiveTheNumberThatWasSaid) {
  EXPECT_EQ(figure_text(figure({}, Qualifier::more_than, 3001), ""), ">\u00A03\u00A0000");
  EXPECT_EQ(figure_text(figure({}, Qualifier::fewer, 0, 49), ""), "<\u00A050");
}

TEST(Figures, VagueWordsAreSaidInEnglishAndNeverAsAnInterval) {
  EXPECT_EQ(figure_text(figure({}, Qualifier::word, 300, 999), "mehrere hundert"), "several hundred");
  EXPECT_EQ(figure_text(figure({}, Qualifier::word, 24, 99), "Dutzende"), "dozens");
  EXPECT_EQ(figure_text(figure({}, Qualifier::word, 5, 17), "une poignée"), "\"une poignée\"");
  EXPECT_EQ(figure_text(figure({}, Qualifier::word), "schwere"), "no figure");
  EXPECT_EQ(counted_text(figure({}, Qualifier::word), "schwere"), "no figure (\"schwere\")");
}

TEST(Units, HaveTheirPlural) {
  const auto counted = [](double value, const char* unit) { return counted_text(figure(value, Qualifier::exact, value, value, unit), ""); };
  EXPECT_EQ(counted(1, "person"), "1\u00A0person");
  EXPECT_EQ(counted(2, "person"), "2\u00A0persons");
  EXPECT_EQ(counted(0, "tank"), "0\u00A0tanks");
  EXPECT_EQ(counted(2, "city"), "2\u00A0cities");
  EXPECT_EQ(counted(2, "convoy"), "2\u00A0convoys");
  EXPECT_EQ(counted(2, "aircraft"), "2\u00A0aircraft");
  EXPECT_EQ(counted(40, "percent"), "40\u00A0%");
  EXPECT_EQ(counted(12, "km2"), "12\u00A0km²");
  EXPECT_EQ(counted(5000000, "EUR"), "5\u00A0000\u00A0000\u00A0EUR");
  EXPECT_EQ(counted_text(figure({}, Qualifier::word, 24, 99, "drone"), "dozens"), "dozens of drones");
  EXPECT_EQ(counted_text(figure({}, Qualifier::word, 300, 999), "several hundred"), "several hundred\u00A0persons");
  EXPECT_EQ(counted_text(figure(1, Qualifier::at_least, 1), "at least one"), "≥\u00A01\u00A0persons");
}

TEST(Days, AreAsShortAsTheyCanBeSaid) {
  const Day saturday = day_of(2024, 12, 14);
  EXPECT_EQ(day_text(day_of(2024, 12, 17)), "Tue 17 Dec 2024");
  EXPECT_EQ(days_text(saturday, saturday), "Sat 14 Dec 2024");
  EXPECT_EQ(days_text(saturday, day_of(2024, 12, 15)), "Sat 14 – Sun 15 Dec 2024");
  EXPECT_EQ(days_text(day_of(2024, 11, 30), day_of(2024, 12, 1)), "Sat 30 Nov – Sun 1 Dec 2024");
  EXPECT_EQ(days_text(day_of(2024, 12, 1), day_of(2024, 12, 10)), "1–10 Dec 2024");
  EXPECT_EQ(days_text(day_of(2024, 11, 20), day_of(2024, 12, 18)), "20 Nov – 18 Dec 2024");
  EXPECT_EQ(days_text(day_of(2024, 12, 1), day_of(2024, 12, 31)), "Dec 2024");
  EXPECT_EQ(days_text(day_of(2024, 1, 1), day_of(2024, 12, 31)), "2024");
  EXPECT_EQ(days_text(day_of(2023, 12, 30), day_of(2024, 1, 2)), "30 Dec 2023 – 2 Jan 2024");
  EXPECT_EQ(days_text(saturday, {}), "since Sat 14 Dec 2024");
  EXPECT_EQ(days_text({}, saturday), "up to Sat 14 Dec 2024");
}

TEST(Days, ThatAreNotKnownSaySoWithTheirWords) {
  const Document document = test::article("On Saturday a town was shelled.");
  EXPECT_EQ(time_text(test::time(document, "On Saturday", {}), document.text), "\"On Saturday\" unresolved");
}

TEST(Places, CarryCountryAndPrecision) {
  Place place{"Kursk Oblast", "RU", {}, {}, {}, PlacePrecision::region, false};
  EXPECT_EQ(place_text(place), "Kursk Oblast, RU (region)");
  EXPECT_EQ(place_text({"Plekhovo", "RU", {}, {}, {}, PlacePrecision::site, false}), "Plekhovo, RU");
  EXPECT_EQ(place_text({"Russia", "RU", {}, {}, {}, PlacePrecision::country, false}), "Russia");
  place.lent = true;
  EXPECT_EQ(place_text(place), "Kursk Oblast, RU (region), by context");
}

TEST(Actors, AreNamedElseQuotedWithTheirCode) {
  const Document document = test::article("A senior official said that he and the spy service GUR knew.");
  EXPECT_EQ(actor_text(test::actor(document, "A senior official", {"USAMIL", {}, true, {}}), document.text),
            "A senior official, anonymous (USAMIL)");
  EXPECT_EQ(actor_text(test::actor(document, "the spy service GUR", {"UKRSPY", "GUR", false, {}}), document.text), "GUR (UKRSPY)");
  const Span official = test::span_of(document.text, "A senior official");
  EXPECT_EQ(actor_text(test::actor(document, "he", {"USAMIL", {}, false, official}), document.text), "A senior official (USAMIL)");
}

TEST(Coverage, TellsKindDaysAndWhose) {
  EXPECT_EQ(coverage_text({CoverageKind::total, {}, {}, CoverageWhose::all, true}), "total (assumed)");
  EXPECT_EQ(coverage_text({CoverageKind::window, day_of(2024, 12, 9), day_of(2024, 12, 15), CoverageWhose::unit, false}),
            "window Mon 9 – Sun 15 Dec 2024, one unit's");
}

TEST(Voices, AreToldApartByNameThenCodeThenWords) {
  const Document document = test::article("The service, NIS, said. An official said. A second official said.");
  const auto service = test::actor(document, "The service", {"KORSPY", "NIS", false, {}});
  const auto name = test::actor(document, "NIS", {"KORSPY", "nis", false, {}});
  EXPECT_EQ(voice_of(service, document.text), voice_of(name, document.text));
  const auto first = test::actor(document, "An official", {"USAMIL", {}, true, {}});
  const auto second = test::actor(document, "A second official", {"USAMIL", {}, true, {}});
  EXPECT_EQ(voice_of(first, document.text), voice_of(second, document.text));
  EXPECT_NE(voice_of(first, document.text), voice_of(service, document.text));
}

TEST(Languages, HaveEnglishNames) {
  EXPECT_EQ(language_text("uk"), "Ukrainian");
  EXPECT_EQ(language_text("other"), "language not known");
}

}  // namespace
}  // namespace laut::cli
