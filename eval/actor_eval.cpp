// Measures actor alone: gold spans of agents, targets and sources in, codes out, compared with gold.
//
//     actor_eval [--data DIR] [--show] [--json] FOLDER...
//
// country: share of gold actors whose country part (the first three letters; an international body's whole code) is the same, code:
// share whose whole code is. No code in gold (things without an owner) counts as a code of its own: right when none is read.
#include <array>
#include <cstdio>
#include <map>

#include "gold.h"
#include "reader/meaning/actor.h"

namespace {

using laut::meaning::ActorRole;
using nlohmann::json;

struct Score {
  int country = 0, code = 0, of = 0;

  [[nodiscard]] double share(int right) const { return of == 0 ? 0.0 : 100.0 * right / of; }
  void add(const Score& other) {
    country += other.country;
    code += other.code;
    of += other.of;
  }
};

struct Options {
  std::filesystem::path data = "data";
  bool show = false;
  bool as_json = false;
  std::vector<std::filesystem::path> folders;
};

Options parse(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--show")
      options.show = true;
    else if (word == "--json")
      options.as_json = true;
    else if (word == "--data" && i + 1 < count)
      options.data = words[++i];
    else
      options.folders.emplace_back(word);
  }
  return options;
}

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

}  // namespace

int main(int count, char** words) {
  const auto options = parse(count, words);
  const auto actors = laut::meaning::Actors::load(options.data);
  if (!actors) return std::cerr << actors.error().text() << "\n", 1;
  constexpr std::array<const char*, 3> kRoles{"agent", "target", "source"};
  std::map<std::string, Score> scores;
  Score all;
  for (const auto& article : laut::gold::load(options.folders))
    for (const auto& claim : article.claims)
      for (const auto& [gold, role] : cases_of(claim)) {
        const auto span = article.span(gold->contains("span") ? (*gold)["span"] : *gold);
        const auto read = actors->read({article.text, span, article.language}, role, article.published);
        const auto code = read.meaning.code.value_or("");
        const auto right = gold->contains("code") && (*gold)["code"].is_string() ? (*gold)["code"].get<std::string>() : "";
        const Score score{country_part(code) == country_part(right) ? 1 : 0, code == right ? 1 : 0, 1};
        all.add(score);
        scores[article.language].add(score);
        scores[kRoles[static_cast<std::size_t>(role)]].add(score);
        if (options.show && score.code == 0)
          std::cout << article.id << "\t" << kRoles[static_cast<std::size_t>(role)] << "\t" << span.in(article.text) << "\tgold " << right
                    << "\tread " << (code.empty() ? "-" : code) << "\t" << read.by << "\n";
      }
  if (options.as_json) {
    std::cout << json{{"actor", {{"country", all.share(all.country)}, {"code", all.share(all.code)}, {"all", all.share(all.code)}}}}
              << "\n";
    return 0;
  }
  scores["all"] = all;
  for (const auto& [name, score] : scores)
    std::printf("actor %-6s country %5.1f  code %5.1f  of %d\n", name.c_str(), score.share(score.country), score.share(score.code),
                score.of);
}
