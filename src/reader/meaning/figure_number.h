// A run of digits and number words -> a number.
//
//     zwei tausend drei hundert   2 -> 2 x 1000 -> + 3 x 100           2300
//     2,5 Millionen               2.5 x 1000000                        2500000
//     a dozen and a half          1 x 12 -> + 12 / 2                   18
//     dos mil millones            2 x 1000 x 1000000                   2000000000
//     two thirds                  a fraction: 2/3 (the reader makes it percent)
//
// A word joins the run only where it can: "twenty five" is one number, "five twenty" is two.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "reader/meaning/figure_lexicon.h"
#include "reader/meaning/figure_token.h"

namespace laut::meaning::figures {

struct Number {
  double value = 0;
  std::optional<double> whole;  // in digits, if the decimal sign were a thousands sign (figure_token.h)
  double scale = 1;             // the scale it was said in: 1000000 of "3 million"
  bool bare = false;            // scales only: "tausend", "hundreds"
  bool rough = false;           // said with a scale that is meant roughly
  bool fraction = false;        // a part of a whole, 0..1
  bool article = false;         // only "a", "one"
  bool ordinal = false;
  std::size_t last = 0;  // token after it
};

/// The number that begins at token `at`. Digits and number words must lie before token `end`, scales before `reach`.
std::optional<Number> number_at(const std::vector<Token>& tokens, const Lexicon& lexicon, std::size_t at, std::size_t end,
                                std::size_t reach);

}  // namespace laut::meaning::figures
