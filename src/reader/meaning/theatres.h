// Theatres: the regions, towns, waters, borders and bases of data/shared/places.tsv, found in running text by their names in every
// language.
//
//     find(words of "pod Charkowem", "pl")  ->  {word 1, 1 word, the row of Kharkiv}
//
// Places read names from it, actors the country that is spoken of. Limits: written by hand for the main conflicts, the rest of the
// world is in the gazetteer; towns that share a name are one row each, the first wins.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/meaning/countries.h"
#include "reader/meaning/names.h"

namespace laut::meaning {

enum class PlaceKind { area, country, part, region, water, district, city, site };  // the later, the more specific

struct Theatre {
  std::string name;     // usual English name
  std::string country;  // ISO 3166-1 alpha-2, or empty
  PlaceKind kind = PlaceKind::city;
  std::string region;              // the region of the same name, or empty
  std::vector<std::string> among;  // of a river or border: the countries it touches; then `country` is empty
};

class Theatres {
 public:
  struct Mention {
    std::size_t first = 0;
    std::size_t count = 0;
    const Theatre* theatre = nullptr;
  };

  static Result<Theatres> load(const std::filesystem::path& data, const Countries& countries);

  [[nodiscard]] std::vector<Mention> find(const std::vector<Word>& words, std::string_view language) const;

 private:
  std::vector<Theatre> rows_;
  std::unordered_map<std::string, Lexicon> lexicons_;  // of languages
};

}  // namespace laut::meaning
