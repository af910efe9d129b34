#include "reader/meaning/actor_sum.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace laut::meaning {
namespace {

void note(const RoleWord& word, ActorSum& sum) {
  sum.seen.set(static_cast<std::size_t>(word.means));
  if (word.anonymous) sum.seen.set(static_cast<std::size_t>(RoleMeans::anonymous));
  if (word.means == RoleMeans::people && sum.people == nullptr) sum.people = &word;
  if (word.means == RoleMeans::role && (sum.role.empty() || sum.weak)) {
    sum.role = word.role;
    sum.weak = false;
  }
  if (word.means == RoleMeans::weak && sum.role.empty()) {
    sum.role = word.role;
    sum.weak = true;
  }
}

}  // namespace

bool has_state(const std::string& code) {
  constexpr std::array<std::string_view, 5> none{"IGO", "INT", "WST", "UNK", "ISI"};
  return code.size() >= 3 && std::none_of(none.begin(), none.end(), [&](std::string_view head) { return code.starts_with(head); });
}

std::string state_of(const Clue& clue) {
  if (clue.country != nullptr) return clue.country->alpha3;
  return clue.named != nullptr && has_state(clue.named->code) && !clue.named->code.ends_with("MED") ? clue.named->code.substr(0, 3) : "";
}

ActorSum sum_of(const std::vector<Clue>& clues) {
  ActorSum sum;
  bool joined = false;
  for (std::size_t i = 0; i < clues.size(); ++i) {
    const auto& clue = clues[i];
    const Clue* next = i + 1 < clues.size() && clues[i + 1].first == clue.end() ? &clues[i + 1] : nullptr;
    if (clue.word != nullptr) {
      if (clue.means(RoleMeans::joins)) joined = sum.country != nullptr || sum.named != nullptr;
      note(*clue.word, sum);
      if (clue.means(RoleMeans::role) && !joined && sum.first_role.empty()) sum.first_role = clue.word->role;
      continue;
    }
    if (next != nullptr && next->means(RoleMeans::backed)) {
      if (sum.backer.empty()) sum.backer = state_of(clue);
      continue;
    }
    if (next != nullptr && next->means(RoleMeans::run)) {
      if (sum.run.empty()) sum.run = state_of(clue);
      continue;
    }
    if (clue.named != nullptr) {
      const bool post = sum.country != nullptr && !sum.capital && sum.role == "GOV" && clue.named->code.starts_with("IGO");
      if (sum.named == nullptr && !joined && !post) sum.named = clue.named;  // not "the Dutch ambassador to [the UN]"
      continue;
    }
    const bool capital = clue.as == CountryWord::capital || clue.theatre;
    if (sum.country == nullptr || (sum.capital && !capital && !joined)) {
      sum.country = clue.country;
      sum.capital = capital;
    }
  }
  return sum;
}

}  // namespace laut::meaning
