// quote: what stands in quotation marks, and how a claim is quoted: direct, mixed, indirect, or not at all.
//
// The form is told by rule, from the marks around the claim's evidence:
//
//     "We lost 30 men," he said.                 all of it in marks                      direct
//     He said they had "lost 30 men".            a fragment in his sentence              mixed
//     He said the "cowards" had lost 30 men.     some of its words in marks              mixed
//     He said "Strela" missiles had killed 30.   only a name in marks                    indirect
//     He said they had lost 30 men.              none                                    indirect
//     Thirty men were lost.                      no source: the article's own voice      none
//     Miller: They lost 30 men.                  a speaker's label, as in an interview   direct
//
// Marks of all styles and their mixtures are paired paragraph by paragraph; nested ones belong to the outer quotation. An opening mark that
// is never closed reaches to the next opening one of its kind or to the paragraph's end, as when each paragraph of a long quotation opens
// anew. Apostrophes are no marks. Where nouns are written with capitals (German), a capital alone does not make a name: there a noun
// before the marks tells ("Raketen vom Typ "Strela"").
//
// Limits: a single mark at a word's end, as in "the rebels' base", is taken for a closing one only when the next word does not go on in
// lower case after an s. A quotation without any marks (a tweet set into the text) is not seen.
#pragma once

#include <string_view>
#include <vector>

#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

class Quotations {
 public:
  /// `language` is a folder of data/, e.g. "de".
  Quotations(std::string_view text, std::string_view language);

  /// The outermost quotations, marks included, in order.
  [[nodiscard]] const std::vector<Span>& all() const { return quotations_; }

  /// The quotation that a byte lies in; nothing where it lies in none.
  [[nodiscard]] const Span* around(std::uint32_t byte) const;

  /// The form of a claim whose sources, cue and evidence are known.
  [[nodiscard]] Read<Quote> form(const Claim& claim) const;

 private:
  [[nodiscard]] bool is_fragment(Span quotation, Span evidence) const;
  [[nodiscard]] bool is_name(Span quotation) const;
  [[nodiscard]] bool only_names(Span evidence) const;

  std::string_view text_;
  bool capital_nouns_;
  std::vector<Span> quotations_;
};

}  // namespace laut::meaning
