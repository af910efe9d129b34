// place: the words of a place -> {usual English name, country, precision}.
//
// The words are taken apart by tables, not by grammar: theatres (data/shared/places.tsv), countries and capitals (countries.tsv), and
// words that say what kind of place is meant, or where in it, or that point back (data/<lang>/placewords.tsv):
//
//     "in der ostukrainischen Stadt Isjum bei Charkiw"  ->  Izium, UA       the most specific, the first of equals
//     "in der russischen Region Kursk"                  ->  Kursk Oblast, RU, region
//     "in a suburb of Kyiv"                             ->  Kyiv, UA, near
//     "in northern Syria"                               ->  Northern Syria, SY, country-part
//     "in der libanesischen Hauptstadt"                 ->  Beirut, LB
//     "on the Turkish border" after Syria               ->  Syria-Turkey border (an en dash in the name)
//     "dort", "the city"                                ->  the place before it
//
// Limits: a place in no table keeps its own words as its name ("im Dorf Radensk" -> Radensk) and gets a country only where the words
// name one; towns that share a name are not told apart. Both wait for the gazetteer.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

class Places {
 public:
  /// Reads shared/countries.tsv, shared/places.tsv and of every language inflections.tsv, countries.tsv and placewords.tsv.
  static Result<Places> load(const std::filesystem::path& data);

  /// `last` is the place read before in the article, for pronouns ("there"); may be nothing. Never fails: an unknown place keeps
  /// the words as its name and has no country.
  [[nodiscard]] Read<Place> read(const Phrase& words, const Place* last) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
