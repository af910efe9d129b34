#include "reader/meaning/actor_scene.h"

#include <algorithm>
#include <set>

namespace laut::meaning {
namespace {

constexpr std::array<std::string_view, 3> kRoleNames{"agent", "target", "source"};
constexpr std::size_t kBeside = 2;     // words between a mention and the words that it belongs to
constexpr std::size_t kWindow = 4000;  // words to each side in which mentions count
constexpr std::size_t kKnown = 300;    // actors read before that count

std::string owner_of_mention(const Mention& mention) { return mention.state.empty() ? mention.code : mention.state; }

std::string rank_name(const char* what, const std::vector<std::string>& ranked, const std::string& owner) {
  const auto at = std::find(ranked.begin(), ranked.end(), owner) - ranked.begin();
  if (at >= static_cast<std::ptrdiff_t>(ranked.size())) return std::string(what) + "-none";
  return what + std::to_string(std::min<std::ptrdiff_t>(at + 1, 5));
}

/// The last word of a name.
std::string_view surname(std::string_view name) {
  const auto space = name.find_last_of(" \n");
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace

std::string_view name_of_role(ActorRole role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::string owner_of(const std::string& code) { return code.starts_with("IGO") ? code : code.substr(0, 3); }

ActorScene::ActorScene(const ActorQuestion& question, const Mentions& mentions, const std::vector<KnownActor>& known)
    : question_(question),
      sentence_(mentions.sentence_of(question.span.begin)),
      known_(known.end() - static_cast<std::ptrdiff_t>(std::min(known.size(), kKnown)), known.end()) {
  if (question.beside_at) name_sentence_ = mentions.sentence_of(*question.beside_at);
  const auto first = mentions.word_at(question.span.begin);
  const auto last = mentions.word_at(question.span.end);
  const auto& all = mentions.all();
  auto mention = std::lower_bound(all.begin(), all.end(), first - std::min(first, kWindow),
                                  [](const Mention& one, std::size_t word) { return one.word < word; });
  for (; mention != all.end() && mention->word <= last + kWindow; ++mention) {
    if (mention->span.end > question.span.begin && mention->span.begin < question.span.end) continue;
    auto copy = *mention;
    const auto gap = copy.word < first ? first - copy.word : copy.word - std::min(copy.word, last) + 1;
    copy.adjacent = copy.sentence == sentence_ && gap <= kBeside;
    mentions_.push_back(std::move(copy));
  }
  rank();
}

void ActorScene::rank() {
  std::vector<const KnownActor*> earlier;
  for (const auto& actor : known_) {
    if (actor.span.end <= question_.span.begin) earlier.push_back(&actor);
    if (actor.span.begin >= question_.span.begin) continue;
    auto& slot = last_[static_cast<std::size_t>(actor.role)];
    if (slot == nullptr || actor.span.begin >= slot->span.begin) slot = &actor;
  }
  std::stable_sort(earlier.begin(), earlier.end(), [](const auto* a, const auto* b) { return a->span.begin > b->span.begin; });
  for (const auto* actor : earlier) {
    if (std::find(recent_codes_.begin(), recent_codes_.end(), actor->code) == recent_codes_.end()) recent_codes_.push_back(actor->code);
    const auto owner = owner_of(actor->code);
    if (std::find(recent_owners_.begin(), recent_owners_.end(), owner) == recent_owners_.end()) recent_owners_.push_back(owner);
  }
  for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
    ++counts_[owner_of_mention(*mention)];
    if (before(*mention) && std::find(nearest_.begin(), nearest_.end(), owner_of_mention(*mention)) == nearest_.end())
      nearest_.push_back(owner_of_mention(*mention));
  }
  for (const auto& [owner, count] : counts_) frequent_.push_back(owner);
  std::stable_sort(frequent_.begin(), frequent_.end(),
                   [&](const std::string& a, const std::string& b) { return counts_.at(a) > counts_.at(b); });
}

std::vector<std::string> ActorScene::of_owner(const std::string& owner) const {
  std::set<std::string> found{rank_name("near", nearest_, owner), rank_name("often", frequent_, owner)};
  for (const auto& mention : mentions_) {
    if (owner_of_mention(mention) != owner) continue;
    const bool earlier = before(mention);
    if (mention.adjacent) found.insert(earlier ? "beside-before" : "beside-after");
    if (mention.sentence == sentence_) found.insert(earlier ? mention.place ? "sentence-place" : "sentence-before" : "sentence-after");
    if (earlier && mention.sentence + 1 == sentence_) found.insert(mention.place ? "previous-place" : "previous");
    if (earlier && mention.sentence + 2 == sentence_) found.insert("previous2");
    if (mention.sentence == 0) found.insert("first");
    if (name_sentence_ && mention.sentence == *name_sentence_) found.insert("beside-name");
    if (mention.sentence == sentence_ + 1) found.insert("next");
  }
  for (const auto& other : question_.others)
    if (owner_of(other.code) == owner) found.insert("claim-" + std::string(name_of_role(other.role)));
  found.insert(rank_name("recent", recent_owners_, owner));
  if (question_.place == owner) found.insert("claim-place");
  for (const auto* actor : last_)
    if (actor != nullptr && owner_of(actor->code) == owner) found.insert("last-" + std::string(name_of_role(actor->role)));
  return {found.begin(), found.end()};
}

std::vector<std::string> ActorScene::of_article() const {
  std::vector<std::string> found;
  if (!question_.place.empty()) found.emplace_back("-placed");
  for (const auto& other : question_.others)
    found.push_back("-with-" + std::string(name_of_role(other.role)) + (other.code.starts_with("UNK") ? "-unknown" : ""));
  const bool spoken =
      std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) { return mention.sentence == sentence_; });
  found.emplace_back(spoken ? "-sentence" : "-no-sentence");
  return found;
}

std::vector<std::string> ActorScene::of_code(const std::string& code) const {
  std::set<std::string> found;
  const Mention* nearest = nullptr;    // before the words
  const Mention* same_role = nullptr;  // the nearest with the role of the code
  for (const auto& mention : mentions_) {
    const bool exact = mention.code == code;
    if (exact) found.insert("is-named");
    if (!before(mention)) continue;
    nearest = &mention;
    if (code.size() > 3 && mention.code.size() == code.size() && mention.code.ends_with(code.substr(3))) same_role = &mention;
    if (exact && mention.sentence == sentence_) found.insert("is-in-sentence");
    if (exact && mention.sentence + 1 == sentence_) found.insert("is-in-previous");
  }
  if (nearest != nullptr && nearest->code == code) found.insert("is-nearest");
  if (same_role != nullptr && same_role->code == code) found.insert("is-nearest-of-role");
  for (const auto& other : question_.others)
    if (other.code == code) found.insert("is-claim-" + std::string(name_of_role(other.role)));
  for (const auto& actor : known_) {
    if (!question_.name.empty() && !actor.name.empty() && surname(actor.name) == surname(question_.name) && actor.code == code)
      found.insert("is-namesake");
    if (actor.code == code) found.insert("is-known-" + std::string(name_of_role(actor.role)));
  }
  found.insert(rank_name("is-recent", recent_codes_, code));
  if (!question_.beside.empty()) found.insert(question_.beside == code ? "is-beside-name" : "not-beside-name");
  if (!question_.beside_role.empty() && question_.beside.empty())
    found.insert(code.size() == 6 && code.ends_with(question_.beside_role) ? "has-role-beside-name" : "not-role-beside-name");
  for (const auto* actor : last_)
    if (actor != nullptr && actor->code == code) found.insert("is-last-" + std::string(name_of_role(actor->role)));
  return {found.begin(), found.end()};
}

}  // namespace laut::meaning
