// ActorSum: what the clues of an actor's own words add up to: the first country, the first role, the kinds of words.
//
//     "des Sprechers der ukrainischen Luftwaffe"     country UKR, role MIL
//     "the Hamas-run health ministry"                run PSE, role GOV
//     "US-backed rebels"                             role REB, no country
//
// Pure bookkeeping: who is meant where the words leave it open is chosen in actor_choice.h.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "reader/meaning/clues.h"

namespace laut::meaning {

enum class ActorRole { agent, target, source };

struct ActorSum {
  const NamedActor* named = nullptr;
  const Country* country = nullptr;
  bool capital = false;              // the country by its capital or another place alone
  std::string run;                   // country of the group that runs the actor
  std::string backer;                // country or body that backs the actor and is not it
  std::string first_role;            // the first strong role before any "and": "Assad's [forces]"
  std::string role;                  // the first strong one, else the first weak one
  bool weak = false;                 // the role is a weak one
  const RoleWord* people = nullptr;  // "Kurdish"
  std::bitset<kRoleMeans> seen;      // the kinds of words

  [[nodiscard]] bool has(RoleMeans means) const { return seen.test(static_cast<std::size_t>(means)); }
  /// The state that the words name; empty: none.
  [[nodiscard]] std::string state() const { return country != nullptr ? country->alpha3 : run; }
};

ActorSum sum_of(const std::vector<Clue>& clues);

/// Whether the first three letters of a code are a state's.
bool has_state(const std::string& code);

/// The state that a clue speaks of; none for media, whose state says nothing of those they speak of.
std::string state_of(const Clue& clue);

}  // namespace laut::meaning
