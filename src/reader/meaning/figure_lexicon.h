// What a language's words do in a count: data/<language>/figures.tsv, one row a meaning.
//
//     words              kind       value   beside
//     tausend            scale      1000
//     mindestens         at-least                        (may also stand before the span)
//     unter              fewer              no           (only inside the span: "unter 20 Toten" is "among 20 dead")
//
// `words` holds alternatives parted by " | ", each of one or more words. A word may have several rows ("Millionen" is
// a scale in "drei Millionen", a plural alone). Compounds are read as sequences of rows: "zweieinhalbtausend" = zwei + einhalb + tausend.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/meaning/figure_token.h"

namespace laut::meaning::figures {

enum class Kind {
  number,       // adds: zwanzig, two hundred's "two"
  scale,        // multiplies: hundred, thousand, dozen
  about_scale,  // multiplies, and is meant roughly: "une dizaine"
  letter,       // a scale directly after digits only: 5k, 2bn
  fraction,     // half, a third: of a scale ("half a million"), else in percent
  half,         // adds a half of what stands before: "and a half", "einhalb"
  joiner,       // parts of a number: "one hundred and five"
  joint,        // the same inside a compound: "einundzwanzig"
  suffix,       // may end a compound: "zweifach"
  article,      // one, where nothing else counts
  ordinal,      // the seventh victim: 7
  interval,     // several 3..9, scores 40..99, "vierstellig" 1000..9999
  plural,       // dozens, thousands: 2 U .. 10 U - 1
  vague,        // many: untold
  none,         // no, nobody
  about,
  nearly,
  good,  // "gut n"
  at_least,
  more_than,
  up_to,
  fewer,
  or_more,  // after the number
  or_fewer,
  or_so,
  between,
  to,           // joins the ends of a range
  alternative,  // one or two
  age,          // after a number: "19-year-old" is one person
  skip,         // may stand between a qualifier and the span
};

/// about .. or_so: says how exact the number is.
constexpr bool is_qualifier(Kind kind) { return kind >= Kind::about && kind <= Kind::or_so; }

struct Meaning {
  Kind kind = Kind::skip;
  double value = 0;
  double high = 0;     // interval
  bool beside = true;  // counts outside the span too
};

/// A row's alternative found in a text: tokens [first, last).
struct Match {
  std::size_t first = 0;
  std::size_t last = 0;
  const std::vector<Meaning>* meanings = nullptr;

  explicit operator bool() const { return meanings != nullptr; }
  [[nodiscard]] const Meaning* as(Kind kind) const;
};

class Lexicon {
 public:
  static Result<Lexicon> load(const std::filesystem::path& file);

  [[nodiscard]] const DigitStyle& style() const { return style_; }
  /// The longest entry that begins at token `at` and ends by `end`.
  [[nodiscard]] Match longest_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const;
  /// The longest entry that ends before token `end` and begins at or after `begin`.
  [[nodiscard]] Match longest_before(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const;
  /// A compound of number words in its parts; empty if the word is none.
  [[nodiscard]] std::vector<Meaning> parts(const std::string& word) const;

 private:
  Result<Done> add(std::string_view words, std::string_view kind, std::string_view value, bool beside, const std::string& where);
  bool split(const std::string& word, std::size_t at, std::vector<Meaning>& parts, std::vector<bool>& dead) const;

  DigitStyle style_;
  std::map<std::vector<std::string>, std::vector<Meaning>> entries_;
  std::unordered_map<std::string, std::size_t> longest_;  // first word -> most words of an entry that begins so
  std::unordered_map<std::string, Meaning> pieces_;       // of compounds
  std::size_t most_words_ = 1;
};

/// A hyphen inside a word, which entries leave out.
bool is_hyphen(const Token& token);

}  // namespace laut::meaning::figures
