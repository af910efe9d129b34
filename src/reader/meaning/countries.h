// Countries: the states of data/shared/countries.tsv and their words in every language (data/<lang>/countries.tsv).
//
//     find(words of "russische Truppen in Syrien", "de")  ->  {RU, adjective}, {SY, name}
//
// Places and actors both ask here. Capitals are told from names, as they stand for governments. "South Korean" is never "Korean",
// "Nigerien" never "Nigerian": the longest phrase wins and every form comes from a table. Of countries that share a word (the two
// Congos) the one listed first in the language's table is taken.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/meaning/names.h"

namespace laut::meaning {

struct Country {
  std::string alpha2;
  std::string alpha3;
  std::string name;                // usual English name
  std::string capital;             // English
  std::optional<double> lat, lon;  // of the capital
};

enum class CountryWord { name, adjective, people, capital };

class Countries {
 public:
  struct Mention {
    std::size_t first = 0;
    std::size_t count = 0;
    std::uint32_t country = 0;
    CountryWord as = CountryWord::name;
  };

  static Result<Countries> load(const std::filesystem::path& data);

  [[nodiscard]] const Country& at(std::uint32_t index) const { return countries_[index]; }
  [[nodiscard]] const Country* by_alpha2(std::string_view code) const;
  [[nodiscard]] const Country* by_alpha3(std::string_view code) const;
  [[nodiscard]] std::vector<Mention> find(const std::vector<Word>& words, std::string_view language) const;

 private:
  Result<Done> load_language(const std::filesystem::path& folder, const std::string& language);

  std::vector<Country> countries_;
  std::unordered_map<std::string, std::uint32_t> index_;  // of alpha-2 and alpha-3
  std::unordered_map<std::string, Lexicon> lexicons_;     // of languages
};

/// A number of a table's cell; nothing where it is empty or none.
std::optional<double> number_of(std::string_view cell);

}  // namespace laut::meaning
