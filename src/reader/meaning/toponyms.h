// Toponyms: the gazetteer's names in running text, whatever their case.
//
//     find(words of "bei Nowa Kachowka und im Kursker Gebiet", "de")  ->  {word 1, 2 words, Nova Kakhovka}, {word 5, 1 word, Kursk ...}
//
// The gazetteer has names as they stand on a map, texts inflect them. So the endings of data/<lang>/inflections.tsv are taken off again:
// every word that a table's word could be a form of is tried, the word as it stands first; names of several words are walked word by
// word, each in any form. A name begins with a capital, or with an Arabic article before one ("al-Hawl"). The longest name wins.
//
// Limits: which of the places of a name is meant is not decided here (place.cpp ranks them); a word that is both a common word and a
// town is found wherever it has a capital.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/meaning/gazetteer.h"
#include "reader/meaning/names.h"

namespace laut::meaning {

/// The endings of a language, backwards: from a form to the words it may be a form of.
class Stems {
 public:
  static Result<Stems> read(const std::filesystem::path& file);

  /// Without the word itself.
  [[nodiscard]] std::vector<std::string> of(std::string_view folded) const;

 private:
  Inflections forward_;
  std::unordered_map<std::string, std::vector<std::string>> endings_;  // of a form -> of words
  std::size_t longest_ = 0;
};

/// "al", "el", "ash" ...: an article in Arabic names, folded.
bool is_arabic_article(std::string_view folded);

class Toponyms {
 public:
  struct Mention {
    std::size_t first = 0;
    std::size_t count = 0;
    bool inflected = false;
    std::vector<Site> sites;         // never empty
    std::vector<std::uint32_t> own;  // indexes of those whose usual name this is

    [[nodiscard]] bool usual(const Site& site) const;
  };

  static Result<Toponyms> load(const std::filesystem::path& data);

  /// Mentions that do not overlap, left to right.
  [[nodiscard]] std::vector<Mention> find(const std::vector<Word>& words, std::string_view language) const;

  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  struct Token;
  [[nodiscard]] const std::vector<std::string>& keys_of(Token& token, const Stems& stems) const;
  [[nodiscard]] Mention longest_at(std::vector<Token>& tokens, std::size_t first, const Stems& stems) const;

  Gazetteer gazetteer_;
  std::unordered_map<std::string, Stems> stems_;  // of languages
};

}  // namespace laut::meaning
