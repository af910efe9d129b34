// Mentions: the states and actors that an article speaks of, in the order of its words, found once an article.
//
//     "Israeli troops advanced. Hamas kept silent."   ->   {ISRMIL, sentence 0}, {PSEREB, sentence 1}
//
// Where an actor's own words leave open whose soldiers, which ministry, who "he" is, one of these is meant. Each has the code that the
// words around it give: a country word with the role beside it, a named actor, a role with a country close by. Limits: two mentions
// of one actor are not joined; a person named without an office is none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "reader/meaning/clues.h"

namespace laut::meaning {

struct Mention {
  Span span;  // with the role beside it: "israelische Truppen"
  std::size_t sentence = 0;
  std::size_t word = 0;  // of the article
  std::string code;
  std::string state;      // ISO alpha-3; empty for bodies of no state, and for media
  bool place = false;     // by a capital or another place alone
  bool adjacent = false;  // stands beside the words asked about
};

class Mentions {
 public:
  Mentions(const ClueTables& tables, std::string_view text, std::string_view language, std::optional<Day> day);

  [[nodiscard]] const std::vector<Mention>& all() const { return mentions_; }
  [[nodiscard]] std::size_t sentence_of(std::uint32_t byte) const;
  /// Index of the first word that begins at `byte` or later.
  [[nodiscard]] std::size_t word_at(std::uint32_t byte) const;

 private:
  void add(const std::vector<Word>& words, const std::vector<Clue>& clues, std::size_t i);

  std::vector<std::uint32_t> begins_;   // of words
  std::vector<std::size_t> sentences_;  // of words
  std::vector<Mention> mentions_;
};

}  // namespace laut::meaning
