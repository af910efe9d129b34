#include "reader/meaning/actor_choice.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/table.h"
#include "laut/names.h"
#include "reader/meaning/countries.h"

namespace laut::meaning {
namespace {

constexpr std::size_t kLongWord = 3;  // bytes; shorter words are articles and the like

/// The roles that words of a kind may have.
std::vector<std::string> roles_for(const ActorSum& sum, const std::string& kind) {
  if (kind == "people") return {"REB", "", "CVL", sum.role == "REB" ? "MIL" : sum.role};
  if (!sum.role.empty() && !sum.weak) return {sum.role};
  if (sum.weak) return {sum.role, ""};
  if (kind == "person" || kind == "state-person") return {"", "CVL", "MIL"};
  return {"", "CVL", "GOV", "MIL"};
}

std::set<std::string> codes_for(const ActorQuestion& question, const ActorScene& scene, const std::vector<std::string>& homes,
                                const std::string& kind) {
  std::set<std::string> codes;
  auto roles = roles_for(question.sum, kind);
  const auto backs = [&](const std::string& owner) { return !owner.empty() && owner == question.sum.backer; };
  if (!question.beside_role.empty()) roles.push_back(question.beside_role);
  const auto add = [&](const std::string& owner) {
    if (backs(owner)) return;  // "US-backed rebels" are never those of the USA
    for (const auto& role : roles) codes.insert(owner + role);
  };
  if (const auto state = question.sum.state(); !state.empty()) {
    add(state);
    return codes;
  }
  if (kind == "people") {
    for (const auto& land : question.sum.people->lands) add(land);
    return codes;
  }
  const bool fixed = !question.sum.role.empty() && !question.sum.weak;
  if (!question.beside.empty()) codes.insert(question.beside);
  for (const auto& mention : scene.mentions()) {
    if (!mention.state.empty()) add(mention.state);
    if (backs(mention.state)) continue;
    if (!fixed || !has_state(mention.code) || mention.code.ends_with(question.sum.role)) codes.insert(mention.code);
  }
  for (const auto& actors : {question.others, scene.known()})
    for (const auto& actor : actors) {
      if (has_state(actor.code)) add(actor.code.substr(0, 3));
      if ((!fixed || actor.code.ends_with(question.sum.role)) && !backs(owner_of(actor.code))) codes.insert(actor.code);
    }
  if (!question.place.empty()) add(question.place);
  for (const auto& home : homes) add(home);
  for (const auto* owner : {"UNK", "INT"}) add(owner);
  if (!fixed) codes.insert("");
  return codes;
}

/// Names the features of the candidates of one question.
class Describer {
 public:
  Describer(const ActorQuestion& question, const ActorScene& scene, const std::string& kind, const std::vector<std::string>& homes)
      : question_(question), scene_(scene), homes_(homes), kind_("|" + kind), role_("|" + std::string(name_of_role(question.role))) {
    if (question.event) event_ = "|" + std::string(name_of(*question.event));
  }

  [[nodiscard]] std::vector<std::string> features(const std::string& code) const {
    std::vector<std::string> all;
    const auto owner = owner_of(code);
    const bool special = owner.empty() || owner == "UNK" || owner == "INT";
    if (!special)
      for (const auto& what : scene_.of_owner(owner)) add(all, what, what.starts_with("claim-"));
    for (const auto& what : scene_.of_code(code)) add(all, what, what.starts_with("is-claim-"));
    if (const auto at = std::find(homes_.begin(), homes_.end(), owner); at != homes_.end())
      add(all, "home" + std::to_string(at - homes_.begin() + 1) + (scene_.speaks_of(owner) ? "" : "-unmentioned"), false);
    if (special) add_special(all, owner);
    add_role(all, code, special ? owner : "");
    return all;
  }

 private:
  /// A feature alone and together with the kind of words, the role in the claim and, where it matters, the event.
  void add(std::vector<std::string>& all, const std::string& what, bool with_event) const {
    for (const auto& when : {std::string(), kind_, role_, kind_ + role_}) all.push_back(what + when);
    if (!with_event || event_.empty()) return;
    all.push_back(what + role_ + event_);
    all.push_back(what + kind_ + role_ + event_);
  }

  /// UNK, INT and none: nobody whom the article names.
  void add_special(std::vector<std::string>& all, const std::string& owner) const {
    const char* flag = question_.sum.has(RoleMeans::indefinite) ? "|indefinite" : question_.sum.has(RoleMeans::many) ? "|many" : "";
    add(all, owner.empty() ? "none" : owner + flag, true);
    if (owner.empty()) return;
    for (const auto& what : scene_.of_article()) add(all, owner + what, false);
  }

  /// The role of the code, against the language and the words themselves.
  void add_role(std::vector<std::string>& all, const std::string& code, const std::string& special) const {
    const std::string as = code.empty() ? "none" : "as-" + (code.starts_with("IGO") ? "IGO" : code.substr(3));
    if (!code.empty()) add(all, as, true);
    all.push_back(special + as + kind_ + role_ + "|" + std::string(question_.language));
    for (const auto& word : question_.words)
      if (word.size() >= kLongWord) all.push_back(special + as + "|\"" + word + "\"");
  }

  const ActorQuestion& question_;
  const ActorScene& scene_;
  const std::vector<std::string>& homes_;
  std::string kind_, role_, event_;
};

}  // namespace

std::string ActorChoice::kind_of(const ActorQuestion& question) {
  const auto& sum = question.sum;
  if (sum.people != nullptr && sum.state().empty()) return "people";
  if (!sum.role.empty() && !sum.weak) return sum.role;
  if (!sum.state().empty())
    return sum.has(RoleMeans::person) ? "state-person" : sum.capital ? "capital" : sum.has(RoleMeans::thing) ? "state-thing" : "state";
  constexpr std::array<std::pair<RoleMeans, const char*>, 10> kinds{{{RoleMeans::group, "group"},
                                                                     {RoleMeans::person, "person"},
                                                                     {RoleMeans::enemy, "enemy"},
                                                                     {RoleMeans::thing, "thing"},
                                                                     {RoleMeans::report, "report"},
                                                                     {RoleMeans::anonymous, "anonymous"},
                                                                     {RoleMeans::he, "he"},
                                                                     {RoleMeans::we, "we"},
                                                                     {RoleMeans::who, "who"},
                                                                     {RoleMeans::pronoun, "pronoun"}}};
  if (sum.weak) return "weak";
  if (!question.name.empty()) return "name";
  for (const auto& [means, kind] : kinds)
    if (sum.has(means) && (means != RoleMeans::who || question.words.size() == 1)) return kind;  // else an article: "der Text"
  return "word";
}

Result<ActorChoice> ActorChoice::load(const std::filesystem::path& data) {
  ActorChoice choice;
  const auto weights = Table::read(data / "shared" / "actor.weights.tsv", {"feature", "weight"});
  if (!weights) return weights.error();
  for (const auto& row : weights->rows()) {
    const auto weight = number_of(weights->cell(row, "weight"));
    if (!weight) return Error{ErrorKind::input, "no number: '" + std::string(weights->cell(row, "weight")) + "'", weights->where(row)};
    choice.weights_[std::string(weights->cell(row, "feature"))] = *weight;
  }
  const auto homes = Table::read(data / "shared" / "homes.tsv", {"language", "state"});
  if (!homes) return homes.error();
  for (const auto& row : homes->rows()) choice.homes_[std::string(homes->cell(row, "language"))].emplace_back(homes->cell(row, "state"));
  return choice;
}

std::vector<ActorCandidate> ActorChoice::candidates(const ActorQuestion& question, const Mentions& mentions,
                                                    const std::vector<KnownActor>& known) const {
  const ActorScene scene(question, mentions, known);
  const auto kind = kind_of(question);
  const auto home = homes_.find(question.language);
  const std::vector<std::string> homes = home == homes_.end() ? std::vector<std::string>{} : home->second;
  const Describer describer(question, scene, kind, homes);
  std::vector<ActorCandidate> candidates;
  for (const auto& code : codes_for(question, scene, homes, kind)) candidates.push_back({code, describer.features(code)});
  return candidates;
}

std::size_t ActorChoice::best(const std::vector<ActorCandidate>& candidates) const {
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    double sum = 0;
    for (const auto& feature : candidates[i].features)
      if (const auto weight = weights_.find(feature); weight != weights_.end()) sum += weight->second;
    if (i == 0 || sum > most) {
      best = i;
      most = sum;
    }
  }
  return best;
}

}  // namespace laut::meaning
