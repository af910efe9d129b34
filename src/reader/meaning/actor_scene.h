// ActorScene: what an article says of each candidate for an actor, seen from the words asked about, as names of features.
//
//     "Nordkorea ... Pjoengjang hat [Soldaten] nach Russland geschickt"
//         of_owner("PRK")     near1, sentence-place, claim-agent, often1 ...
//         of_owner("RUS")     sentence-after, claim-place ...
//         of_code("PRKMIL")   is-named ...
//
// Names only: what they weigh is learned (actor_choice.h). Limits: distance is counted in mentions and sentences, no syntax is known.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "laut/claim.h"
#include "reader/meaning/actor_sum.h"
#include "reader/meaning/mentions.h"

namespace laut::meaning {

/// An actor that was read already, of this claim or one before.
struct KnownActor {
  Span span;
  ActorRole role = ActorRole::agent;
  std::string code;
  std::string name;
  bool chosen = false;  // not by its own words
};

/// What is asked, and what the claim says besides.
struct ActorQuestion {
  Span span;
  ActorRole role = ActorRole::agent;
  std::optional<Event> event;
  ActorSum sum;
  std::string name;                        // a proper name that no table has
  std::string beside;                      // the code that words beside that name give elsewhere
  std::string beside_role;                 // or only a role
  std::optional<std::uint32_t> beside_at;  // where that is
  std::vector<KnownActor> others;          // of the same claim
  std::string place;                       // state of the claim's place
  std::string_view language;
  std::vector<std::string> words;  // folded
};

/// "agent", "target", "source".
std::string_view name_of_role(ActorRole role);

/// The part of a code that says whose: the state, or the whole code of an international body.
std::string owner_of(const std::string& code);

/// What the article says of one owner, seen from the words asked about.
class ActorScene {
 public:
  /// Far mentions of a long text are left out, so that reading it stays linear.
  ActorScene(const ActorQuestion& question, const Mentions& mentions, const std::vector<KnownActor>& known);

  [[nodiscard]] const std::vector<Mention>& mentions() const { return mentions_; }
  [[nodiscard]] const std::vector<KnownActor>& known() const { return known_; }
  /// What holds of an owner (the state of a code, or the code of a body of none): "near1", "claim-agent", "sentence-before" ...
  [[nodiscard]] std::vector<std::string> of_owner(const std::string& owner) const;
  /// What holds of a whole code: "is-nearest", "is-last-source" ...
  [[nodiscard]] std::vector<std::string> of_code(const std::string& code) const;
  [[nodiscard]] bool speaks_of(const std::string& owner) const { return counts_.contains(owner); }
  /// What speaks for or against that nobody whom the article names is meant.
  [[nodiscard]] std::vector<std::string> of_article() const;

 private:
  [[nodiscard]] bool before(const Mention& mention) const { return mention.span.begin < question_.span.begin; }
  void rank();

  const ActorQuestion& question_;
  std::size_t sentence_;
  std::optional<std::size_t> name_sentence_;  // where the name stands with its role
  std::vector<Mention> mentions_;
  std::vector<KnownActor> known_;
  std::array<const KnownActor*, 3> last_{};                // of each role, the last before the words
  std::vector<std::string> nearest_;                       // owners, by their last mention before the words
  std::vector<std::string> frequent_;                      // owners, by their mentions
  std::vector<std::string> recent_codes_, recent_owners_;  // of the actors known, the last before the words first
  std::map<std::string, int> counts_;
};

}  // namespace laut::meaning
