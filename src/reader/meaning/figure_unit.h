// What is counted: data/<language>/units.tsv.
//
//     words                    unit       kind
//     *rakete*                 missile    thing      (any beginning of a compound, any ending of the language)
//     soldat*                  person     person
//     deutsch*                 person     demonym    (a person, unless a noun follows: "deutsche Panzer")
//     *region* | region*        region    place      (places and bodies: never meant where the noun is left out)
//     kilometer* | km          km         measure    (only right beside the number)
//     $                        USD        sign       (before the number)
//     in | auf | wurden                   stop       (the noun phrase ends here)
//     von                                 pass       (may stand between number and measure)
//     e | en | n | s                      ending     (of nouns: what a "*" at the end stands for, beside nothing)
//     last                                head       (the last noun of a row tells: "missile attacks"; else the first)
//
// The unit is sought in the noun phrase after the number, in the target's words, and then, for things, in what was spoken of before
// ("45 drones ...; 30 were shot down"). Losses of people are counted in persons unless the words say percent.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/figure_token.h"

namespace laut::meaning::figures {

enum class UnitKind { person, people, demonym, thing, place, measure, sign, stop, pass };

struct Unit {
  std::string name;
  UnitKind kind = UnitKind::thing;
  std::string by;        // the row's words
  std::size_t last = 0;  // token after it
  bool inflected = false;
};

/// Where to look: the article's tokens around the figure, the figure's and the target's.
struct Counted {
  const std::vector<Token>& tokens;
  std::size_t first = 0;  // the number
  std::size_t after = 0;  // the token after the number
  std::size_t end = 0;    // the token after the span
  Event event = Event::attack;
  std::vector<Token> target;
};

class Units {
 public:
  static Result<Units> load(const std::filesystem::path& file, const DigitStyle& style);

  /// A measure or currency right beside the number.
  [[nodiscard]] std::optional<Unit> measure(const Counted& counted) const;
  /// A unit for every count; `measure` is asked first.
  [[nodiscard]] Unit of(const Counted& counted) const;

 private:
  struct Word {
    std::string stem;
    bool any_beginning = false;
    bool any_ending = false;
  };
  struct Row {
    std::vector<Word> words;
    Unit unit;
  };

  Result<Done> add(std::string_view words, const Unit& unit, const DigitStyle& style, const std::string& where);
  [[nodiscard]] bool fits(const Word& word, const std::string& text) const;
  [[nodiscard]] const Row* fits_from(const std::vector<std::size_t>& rows, const std::vector<Token>& tokens, std::size_t at,
                                     std::size_t end, std::size_t& last) const;
  [[nodiscard]] std::optional<Unit> at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const;
  [[nodiscard]] bool opens_compound(const Unit& unit, const std::vector<Token>& tokens, std::size_t end) const;
  [[nodiscard]] std::optional<Unit> noun(const std::vector<Token>& tokens, std::size_t from, std::size_t end, bool whole) const;
  [[nodiscard]] Unit head_of(Unit head, const std::vector<Token>& tokens, std::size_t end) const;
  [[nodiscard]] std::optional<Unit> spoken_of(const std::vector<Token>& tokens, std::size_t before) const;

  std::vector<Row> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;  // of the first word
  std::set<std::string> endings_{""};
  std::size_t longest_ending_ = 0;
  bool head_last_ = false;
};

}  // namespace laut::meaning::figures
