// Place choice: which of the places of one name is meant, and whether the words are a place's name at all.
//
//     "Tripoli" where Lebanon is spoken of        ->  the one in Lebanon
//     "in der Stadt Halle"                        ->  believed: a kind of place stands before it
//     "im Keller"                                 ->  not believed: an article before a small town's name
//
// A place weighs the logarithm of its people, and more where its country is named in the phrase, spoken of in the article or is that
// of the place before, where it lies near that place, and where the words ask for its kind. What weighs too little is no place: common
// words are towns somewhere. Weights were set by hand on training articles; they are few, and far apart.
//
// Limits: two towns of one name in one country are told apart by people and nearness to the place before alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "laut/claim.h"
#include "reader/meaning/place.h"
#include "reader/meaning/place_words.h"
#include "reader/meaning/toponyms.h"

namespace laut::meaning {

/// People of a town that even running text can be trusted to mean.
inline constexpr double kKnownTown = 1e5;

/// What helps to choose.
struct PlaceHints {
  std::vector<std::string_view> named;  // countries that the words name
  const Scene* scene = nullptr;
  const Place* last = nullptr;
  bool region = false, district = false;  // the words ask for one
  double least = 0;                       // people; of running text, where nobody says that a name is a place

  [[nodiscard]] bool names(std::string_view country) const;

  /// How much of the article speaks of the country: 1 of the one most named.
  [[nodiscard]] double share(std::string_view country) const;

  /// The same, and one more where the words name it.
  [[nodiscard]] double spoken_of(std::string_view country) const;

  /// Of the countries that a river or border touches, the one that is spoken of.
  [[nodiscard]] std::optional<std::string> likeliest(const std::vector<std::string>& among) const;
};

/// The words around a name.
struct Surroundings {
  const std::vector<Word>& words;
  const PlaceSigns& signs;
  const std::vector<bool>& common;  // of each word: in placewords.tsv as it stands
};

/// The country of the place before, or the one that the article speaks of most if it hardly speaks of that.
std::optional<std::string> country_spoken_of(const Place* last, const Scene* scene);

/// The place that is meant, if any.
std::optional<Site> chosen(const Toponyms::Mention& mention, const Surroundings& around, const PlaceHints& hints);

}  // namespace laut::meaning
