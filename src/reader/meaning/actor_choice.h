// ActorChoice: who is meant where an actor's own words leave it open: whose "soldiers", which "ministry", who "he" is.
//
// Every state and actor that the article speaks of is a candidate, and so are UNK, INT and none. What speaks for a candidate is a
// feature with a weight; the sum decides:
//
//     "Pjoengjang hat [Soldaten] geschickt"  (target of deploy, agent PRKGOV)
//         PRKMIL   in the sentence before it, nearest, the claim's agent
//         RUSMIL   nearest with this role, ...
//
// The weights are data/shared/actor.weights.tsv, learned by `actor_eval --fit` on the training articles: a feature's name says when it
// holds ("agent|MIL|target|deploy": the candidate's state is that of the claim's agent, the words are of the kind MIL, the target of a
// deploy). Limits: what no mention names is not found; two persons of one code are not told apart.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/meaning/actor_scene.h"
#include "reader/meaning/mentions.h"

namespace laut::meaning {

struct ActorCandidate {
  std::string code;  // empty: none
  std::vector<std::string> features;
};

class ActorChoice {
 public:
  /// Reads shared/actor.weights.tsv and shared/homes.tsv.
  static Result<ActorChoice> load(const std::filesystem::path& data);

  /// What kind of words ask, as the features name it: "MIL", "he", "person" ...
  static std::string kind_of(const ActorQuestion& question);
  [[nodiscard]] std::vector<ActorCandidate> candidates(const ActorQuestion& question, const Mentions& mentions,
                                                       const std::vector<KnownActor>& known) const;
  /// Index of the best candidate; candidates are never empty.
  [[nodiscard]] std::size_t best(const std::vector<ActorCandidate>& candidates) const;

 private:
  std::unordered_map<std::string, double> weights_;
  std::map<std::string, std::vector<std::string>, std::less<>> homes_;  // of languages: states where they are written
};

}  // namespace laut::meaning
