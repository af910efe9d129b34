// Names: finding names and words of the tables in running text, whatever their case, number or gender.
//
// Three parts: Word, a word of a text; Inflections, the endings that words of a language take (data/<lang>/inflections.tsv); and
// Lexicon, phrases -> entries, matched word by word from the left, the longest phrase first:
//
//     lexicon.add("Severnaya Koreya", 7, russian);
//     lexicon.find(words_in("iz Severnoy Korei", ...))   ->   {first word 1, 2 words, entry 7}
//
// How a word of a table is written says how it is matched:
//     russisch    itself and its forms by the language's inflections, in any case of letters
//     Turkey      the same, but only where the text has a capital ("a turkey" is none)
//     US          only capitals: an abbreviation, matched as it stands, never inflected
//     minister*   any word that begins so;  *minister ends so;  *minister* holds it (compounds, stems of irregular words)
// An exact form is preferred to a pattern; of patterns the longest wins, of equals an ending, as the head of a compound stands there.
//
// Limits: a word is a run of letters, digits and marks, so hyphens and apostrophes part words ("US-Soldaten", "Sana'a"). The rules
// over-generate: forms that nobody writes do no harm unless they are another name; the tables' examples watch for that.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace laut::meaning {

struct Word {
  std::string_view raw;
  std::string folded;
  Span span;
  bool capital = false;  // begins with a capital letter

  /// What stands before it ends a sentence or part (". " "! " "? " "; " or a line break).
  bool opens = false;
  bool after_comma = false;
};

std::vector<Word> words_in(std::string_view text, Span span);

/// Up to `most` bytes of the text before `end`, beginning with a whole character.
Span before_span(std::string_view text, std::uint32_t end, std::uint32_t most);

/// Up to `most` bytes of the text from `begin` on, ending with a whole character.
Span after_span(std::string_view text, std::uint32_t begin, std::uint32_t most);

/// "a|b|c" -> {"a", "b", "c"}, trimmed, without empty ones.
std::vector<std::string_view> list_of(std::string_view cell);

class Inflections {
 public:
  /// Columns `ending` ("-": any word) and `forms` (what replaces it, space-separated, "-": nothing). Only the longest ending applies.
  static Result<Inflections> read(const std::filesystem::path& file);

  /// The folded word and its forms.
  [[nodiscard]] std::vector<std::string> forms(std::string_view folded) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> rules_;
  std::size_t longest_ = 0;
};

class Lexicon {
 public:
  using Entry = std::uint32_t;
  struct Match {
    std::size_t first = 0;       // index of the first word
    std::size_t count = 0;       // words
    std::vector<Entry> entries;  // in the order in which they were added
  };

  /// A phrase of no words is ignored.
  void add(std::string_view phrase, Entry entry, const Inflections& inflections);
  void add_list(std::string_view cell, Entry entry, const Inflections& inflections) {
    for (const auto phrase : list_of(cell)) add(phrase, entry, inflections);
  }

  /// Matches that do not overlap, left to right, the longest at each word.
  [[nodiscard]] std::vector<Match> find(const std::vector<Word>& words) const;

 private:
  using Id = std::uint32_t;
  enum class Pattern { prefix, infix, suffix };
  struct Form {
    Id id = 0;
    bool capital = false;  // only of a word that begins with a capital
  };
  struct Infix {
    std::string part;
    Id id = 0;
  };

  Id id_of(std::string_view raw, const Inflections& inflections);
  Id pattern_id(std::string_view folded, Pattern pattern);
  [[nodiscard]] std::vector<Id> ids(const Word& word) const;
  [[nodiscard]] std::optional<Id> by_pattern(std::string_view folded) const;
  void walk(const std::vector<Word>& words, const std::vector<std::vector<Id>>& found, std::size_t first, std::size_t at,
            std::uint32_t node, Match& best) const;

  std::unordered_map<std::string, Id> known_;  // a table's word as written -> id
  std::unordered_map<std::string, std::vector<Form>> forms_;
  std::unordered_map<std::string, Id> capitals_, prefixes_, suffixes_;
  std::vector<Infix> infixes_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and id -> node; node 0 is the root
  std::vector<std::vector<Entry>> entries_{1};              // of each node
};

}  // namespace laut::meaning
