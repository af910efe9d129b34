// figure: the words of a count -> {value, qualifier, low, high, unit}.
//
// The words are cut into tokens (figure_token), known words are looked up in the language's tables (figure_lexicon), runs of number
// words and digits become numbers (figure_number), what is counted becomes a unit (figure_unit), and here docs/claim.md's
// table of counts turns number and qualifier into an interval for comparing:
//
//     "mindestens 30" Soldaten         value 30, at_least, 30 .. open, person
//     "several hundred" drones         no value, word, 300 .. 999, drone
//     "1,5 Millionen Euro"             value 1500000, exact, 1500000 .. 1500000, EUR
//     "viele" Tote                     no value, word, untold, person
//
// A qualifier may also stand just beside the words ("rund [300]", "[10] or more"), a scale or a group of digits just after them.
// Limits: one figure a span (of "14 of 23" the first); sums of separate figures are not formed but for "X and Y" with their nouns.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

class Figures {
 public:
  /// Reads data/<language>/figures.tsv and units.tsv of every language folder.
  static Result<Figures> load(const std::filesystem::path& data);

  /// `count` are the words of the figure. `event` and `target` (the words of the victims or things, may be nothing) tell the unit.
  /// Never fails: words that hold no figure give {no value, word, no low, no high}. A language without tables is read by its digits.
  [[nodiscard]] Read<Figure> read(const Phrase& count, Event event, std::optional<Span> target) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
