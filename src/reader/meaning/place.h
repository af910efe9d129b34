// place: the words of a place -> {usual English name, country, GeoNames id, latitude, longitude, precision}.
//
// The words are taken apart by tables, not by grammar: theatres (data/shared/places.tsv: regions, seas, rivers, borders, bases, by
// hand), countries and capitals (countries.tsv), towns and regions of the world (gazetteer.h), and words that say what kind of place is
// meant, or where in it, or that point back (data/<lang>/placewords.tsv):
//
//     "in der ostukrainischen Stadt Isjum bei Charkiw"  ->  Izium, UA       the most specific, the first of equals
//     "in der russischen Region Kursk"                  ->  Kursk Oblast, RU, region
//     "in a suburb of Kyiv"                             ->  Kyiv, UA, near
//     "in northern Syria", "in the south" after Syria   ->  Northern Syria, Southern Syria, SY, country-part
//     "in der libanesischen Hauptstadt"                 ->  Beirut, LB
//     "on the Turkish border" after Syria               ->  Syria-Turkey border (an en dash in the name)
//     "dort", "the city", "in the ruins"                ->  the place before it
//
// Which of several places of a name is meant is told by people and context (place_choice.h): the scene, which is what the article
// speaks of, surveyed once; the place before; the countries in the words. `by` names the table that gave the place.
//
// Limits: a place in no table keeps its own words as its name and takes its country from the context, without a point; streets and
// buildings are known where places.tsv has them; of several places in the words the first is taken; a common noun ("in the ruins")
// stands for the place before, which may be too narrow. A point is a town's middle, a region's is that of its towns.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

/// What an article speaks of: helps to tell places of one name apart.
struct Scene {
  std::map<std::string, int, std::less<>> countries;  // alpha-2 -> how often named, by its people and adjectives too; towns count half
  int most = 0;                                       // of these numbers
  std::unordered_set<std::string> small;              // words that the article writes without a capital, folded

  [[nodiscard]] int count(std::string_view country) const {
    const auto found = countries.find(country);
    return found == countries.end() ? 0 : found->second;
  }

  /// The country named most, if any.
  [[nodiscard]] std::optional<std::string> main() const {
    for (const auto& [country, count] : countries)
      if (count == most) return country;
    return std::nullopt;
  }
};

class Places {
 public:
  /// Reads shared/countries.tsv, shared/places.tsv, shared/gazetteer.bin and of every language inflections.tsv, countries.tsv and
  /// placewords.tsv.
  static Result<Places> load(const std::filesystem::path& data);

  /// Once an article, before its places are read.
  [[nodiscard]] Scene survey(std::string_view text, std::string_view language) const;

  /// `last` is the place read before in the article, for pronouns ("there"); may be nothing, and so may the scene. Never fails: an
  /// unknown place keeps the words as its name, and takes its country from the context.
  [[nodiscard]] Read<Place> read(const Phrase& words, const Place* last, const Scene* scene = nullptr) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
