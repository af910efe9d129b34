// Clues: what the words of an actor hold that tells who it is, as the tables know it: named actors (data/shared/actors.tsv), countries
// and capitals (countries.tsv), theatres (places.tsv), words for roles (data/<lang>/roles.tsv).
//
//     "der von der Hamas kontrollierten Gesundheitsverwaltung"
//         ->  named Hamas PSEREB; word run; word GOV
//
// Clues do not overlap: the longest wins, of equals named actors before countries before theatres before words. What the clues add up
// to is told by actor_sum.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "reader/meaning/countries.h"
#include "reader/meaning/names.h"
#include "reader/meaning/theatres.h"

namespace laut::meaning {

enum class RoleMeans {
  role,
  weak,
  person,
  pronoun,
  he,
  group,
  enemy,
  thing,
  report,
  anonymous,
  rank,
  indefinite,
  backed,
  run,
  joins,
  many,
  people,
  we,
  who
};
inline constexpr std::size_t kRoleMeans = 19;

struct RoleWord {
  RoleMeans means = RoleMeans::role;
  std::string role;                // of role and weak
  bool anonymous = false;          // "Regierungskreise"
  std::vector<std::string> lands;  // of people: countries, ISO alpha-3
};

/// A row of actors.tsv.
struct NamedActor {
  std::string code;
  std::string name;
  std::optional<Day> from, to;
};

struct Clue {
  std::size_t first = 0;  // index of the first word
  std::size_t count = 0;
  const NamedActor* named = nullptr;
  const Country* country = nullptr;  // by a name, adjective, people, capital, or a theatre
  CountryWord as = CountryWord::name;
  bool theatre = false;
  const RoleWord* word = nullptr;

  [[nodiscard]] std::size_t end() const { return first + count; }
  [[nodiscard]] bool means(RoleMeans what) const { return word != nullptr && word->means == what; }
};

class ClueTables {
 public:
  static Result<ClueTables> load(const std::filesystem::path& data);

  [[nodiscard]] bool knows(std::string_view language) const { return languages_.contains(language); }
  /// The clues of the words, left to right. `day` chooses among the rows of an actor whose code changed.
  [[nodiscard]] std::vector<Clue> find(const std::vector<Word>& words, std::string_view language, std::optional<Day> day) const;

 private:
  struct Language {
    Lexicon names;
    Lexicon roles;
    std::vector<RoleWord> words;
  };

  static Result<Done> load_roles(const std::filesystem::path& file, Language& language);
  Result<Done> load_actors(const std::filesystem::path& data);
  [[nodiscard]] const NamedActor* row_of(const std::vector<Lexicon::Entry>& rows, std::optional<Day> day) const;

  Countries countries_;
  Theatres theatres_;
  std::vector<NamedActor> actors_;
  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace laut::meaning
