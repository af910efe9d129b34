// Measures actor alone: gold spans of agents, targets and sources in, codes out, compared with gold.
//
//     actor_eval [--data DIR] [--show] [--json] FOLDER...
//
// country: share of gold actors whose country part (the first three letters; an international body's whole code) is the same, code:
// share whose whole code is. No code in gold (things without an owner) counts as a code of its own: right when none is read.
#include <array>

#include "gold.h"
#include "reader/meaning/actor.h"
#include "tally.h"

namespace {

using laut::meaning::ActorRole;
using nlohmann::json;

std::string country_part(const std::string& code) { return code.starts_with("IGO") ? code : code.substr(0, 3); }

struct Case {
  const json* gold;
  ActorRole role;
};

std::vector<Case> cases_of(const json& claim) {
  std::vector<Case> cases;
  for (const auto& [key, role] : {std::pair{"agent", ActorRole::agent}, std::pair{"target", ActorRole::target}})
    if (claim.contains(key) && claim[key].is_object()) cases.push_back({&claim[key], role});
  if (claim.contains("sources"))
    for (const auto& source : claim["sources"]) cases.push_back({&source, ActorRole::source});
  return cases;
}

void measure(const laut::gold::Article& article, const laut::meaning::Actors& actors, bool show, laut::gold::Tally& languages,
             laut::gold::Tally& roles) {
  constexpr std::array<const char*, 3> kRoles{"agent", "target", "source"};
  for (const auto& claim : article.claims)
    for (const auto& [gold, role] : cases_of(claim)) {
      const auto span = article.span(gold->contains("span") ? (*gold)["span"] : *gold);
      const auto read = actors.read({article.text, span, article.language}, role, article.published);
      const auto code = read.meaning.code.value_or("");
      const auto want = gold->contains("code") && (*gold)["code"].is_string() ? (*gold)["code"].get<std::string>() : "";
      const std::vector<bool> right{country_part(code) == country_part(want), code == want};
      languages.add(article.language, right);
      roles.add(kRoles[static_cast<std::size_t>(role)], right);
      if (show && code != want)
        std::cout << article.id << "\t" << kRoles[static_cast<std::size_t>(role)] << "\t" << span.in(article.text) << "\tgold " << want
                  << "\tread " << (code.empty() ? "-" : code) << "\t" << read.by << "\n";
    }
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = laut::gold::options_of(argc, argv);
  const auto actors = laut::meaning::Actors::load(options.data);
  if (!actors) return std::cerr << actors.error().text() << "\n", 1;
  laut::gold::Tally languages("actor", {"country", "code"});
  laut::gold::Tally roles("actor", {"country", "code"});
  for (const auto& article : laut::gold::load(options.folders)) measure(article, *actors, options.show, languages, roles);
  languages.print(options);
  if (!options.json) roles.print(options);
}
