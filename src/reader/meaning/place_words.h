// Place words: the words of data/<lang>/placewords.tsv, and what they say about the names beside them.
//
//     signs_in(words of "im Norden der Region Kursk")  ->  {part "Northern", region, kind region}
//
// They tell what kind of place is meant ("Dorf", "region"), where in it ("im Norden", "near"), or that the words point back ("dort").
// Limits: all the words of a phrase count together; "near the region" and "in the region near" are the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "reader/meaning/names.h"

namespace laut::meaning {

enum class Means { preposition, article, filler, near, site, district, city, region, country, water, capital, border, here, part };

struct WordMeaning {
  Means means = Means::filler;
  std::string part;  // "Northern"
};

/// What the words of a phrase hold besides names.
struct PlaceSigns {
  bool near = false, here = false, capital = false, border = false, region = false, district = false;
  std::optional<Means> kind;
  std::string part;
  std::vector<bool> plain;             // of each word: a word of the tables, no name
  std::vector<bool> named;             // of each word: part of a name that is known
  std::vector<const WordMeaning*> at;  // of each word, or null
};

class PlaceWords {
 public:
  struct Prefix {
    std::string text;  // "nord" of "Nordsyrien"
    std::string part;
  };

  static Result<PlaceWords> read(const std::filesystem::path& file);

  /// `named`: which of the words are part of a name that is known.
  [[nodiscard]] PlaceSigns signs_in(const std::vector<Word>& words, std::vector<bool> named) const;

  /// Of each word, whether the table has it as it stands, not only its beginning or end.
  [[nodiscard]] std::vector<bool> common(const std::vector<Word>& words) const;

  [[nodiscard]] const std::vector<Prefix>& prefixes() const { return prefixes_; }

 private:
  Lexicon words_;  // -> meanings
  Lexicon whole_;
  std::vector<WordMeaning> meanings_;
  std::vector<Prefix> prefixes_;
};

}  // namespace laut::meaning
