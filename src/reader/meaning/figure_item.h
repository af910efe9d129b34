// The pieces of a figure's words: amounts, qualifiers, joints.
//
//     "mehr als zwei Dutzend"      more_than, number 24
//     "several hundred"            interval 300 .. 999
//     "zwischen 20 und 40"         between, number 20, joiner, number 40
//
// Words that mean nothing here (nouns, adjectives) leave gaps between the items.
#pragma once

#include <cstddef>
#include <vector>

#include "reader/meaning/figure_lexicon.h"
#include "reader/meaning/figure_number.h"
#include "reader/meaning/figure_token.h"

namespace laut::meaning::figures {

struct Item {
  Kind kind = Kind::skip;
  std::size_t first = 0;
  std::size_t last = 0;
  double low = 0;  // interval
  double high = 0;
  Number number;  // kind number

  [[nodiscard]] bool is_amount() const { return kind == Kind::number || kind == Kind::interval; }
};

/// The items of tokens [first, last), left to right.
std::vector<Item> items_of(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t first, std::size_t last);

}  // namespace laut::meaning::figures
