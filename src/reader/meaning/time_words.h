// Words of time and their classes: the tokens of a text, and the table that says which classes a token (or several) can have.
//
// data/<language>/times.words.tsv has the columns class, value, forms:
//
//     weekday   1     montag|montags           one line a value; forms are separated by "|"
//     last      -     letzt*|vergangen*        "*" stands for up to three more letters
//     month     5     Mai                      a form written with a capital matches only words that begin with one
//     day       -2    day before yesterday     a form may be several words
//     compound  -     weekday daypart          a word that is two words of these classes in one: "montagabend"
//
// Numerals have their classes without a table: n, and by their value d (1-31), m (1-12), h (0-24), mm (00-59), year, yy, plain year
// (1801-2099 without the round hundreds: a number that is a year where nothing says so). Tokens are runs of letters, runs of digits (with
// thousands separators: "1.000"), and single other characters; all dashes are "-" and all apostrophes "'".
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace laut::meaning::times {

struct Token {
  Span span;
  std::string word;      // folded
  bool capital = false;  // begins with a capital letter
  bool number = false;   // a numeral
  bool apart = false;    // an empty line lies before it
};

std::vector<Token> tokens_of(std::string_view text);

/// Classes are numbers; those that the code knows come first, in this order.
enum Class : std::uint16_t {
  kNumber,
  kDayNumber,
  kMonthNumber,
  kHour,
  kMinute,
  kYear,
  kShortYear,
  kPlainYear,
  kOrdinal,
  kWeekday,
  kMonth,
  kSeason,
  kHoliday,
  kDaypart,
  kRelative,
  kUnit,
  kUnits,
  kVague,
  kDecade,
  kEvent,
  kRepeat,
  kTime,
  kLength,
  kPhrase,
  kKnownClasses,
  kGap = 0xFFFF,
};

class ClassNames {
 public:
  ClassNames();
  std::uint16_t number(const std::string& name);
  [[nodiscard]] const std::string& name(std::uint16_t number) const { return names_[number]; }
  [[nodiscard]] bool knows(const std::string& name) const { return numbers_.contains(name); }

 private:
  std::deque<std::string> names_;
  std::unordered_map<std::string, std::uint16_t> numbers_;
};

/// A class that some tokens from a place on have.
struct Reading {
  std::uint16_t kind = 0;
  std::uint32_t end = 0;   // token after the last
  std::string_view value;  // of the table; lives as long as the lexicon, or the digits themselves for numerals
};

class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(Lexicon&&) = default;  // moving keeps the values that readings point to; copying would not
  Lexicon& operator=(Lexicon&&) = default;

  /// Rows of times.words.tsv.
  Result<Done> read(const std::filesystem::path& table, ClassNames& names);
  void add(std::uint16_t kind, std::string_view value, std::string_view form);
  /// Forms of the class "as of", as they are written in the table.
  [[nodiscard]] const std::vector<std::string>& as_of() const { return as_of_; }

  /// Tokens with compounds taken apart.
  [[nodiscard]] std::vector<Token> tokens(std::string_view text) const;
  /// Appends all readings of the tokens from `at` on.
  void readings(const std::vector<Token>& tokens, std::size_t at, std::vector<Reading>& out) const;

 private:
  struct Form {
    std::uint16_t kind;
    std::string_view value;
    std::vector<std::pair<std::string, bool>> rest;  // words after the first; true: a stem
    bool capital = false;
  };
  struct Compound {
    std::uint16_t head;
    std::uint16_t tail;
  };
  static void match(const std::vector<Form>& forms, const std::vector<Token>& tokens, std::size_t at, std::vector<Reading>& out);
  [[nodiscard]] bool has(const std::string& word, std::uint16_t kind) const;
  [[nodiscard]] std::size_t split(std::string_view word) const;

  std::deque<std::string> values_;
  std::unordered_map<std::string, std::vector<Form>> forms_;
  std::unordered_map<std::string, std::vector<Form>> stems_;  // by a first word that is a stem
  std::vector<Compound> compounds_;
  std::vector<std::string> as_of_;
  std::vector<std::pair<std::string, std::uint16_t>> heads_;  // exact one-word forms, for compounds
};

}  // namespace laut::meaning::times
