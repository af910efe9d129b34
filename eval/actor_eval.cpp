// Measures actor alone: gold spans of a claim's agent, target, sources and place in, codes out, compared with gold.
//
//     actor_eval [--data DIR] [--show] [--json] FOLDER...
//     actor_eval --fit [--data DIR] FOLDER...           learns DIR/shared/actor.weights.tsv anew; with training articles only
//
// country: share of gold actors whose country part (the first three letters; an international body's whole code) is the same, code:
// share whose whole code is. No code in gold (things without an owner) counts as a code of its own: right when none is read.
#include <array>

#include "actor_fit.h"
#include "gold.h"
#include "laut/names.h"
#include "reader/meaning/actor.h"
#include "tally.h"

namespace {

using laut::gold::Article;
using laut::meaning::ActorCandidate;
using laut::meaning::ActorRole;
using nlohmann::json;

constexpr std::array<const char*, 3> kRoles{"agent", "target", "source"};

std::string country_part(const std::string& code) { return code.starts_with("IGO") ? code : code.substr(0, 3); }

struct Case {
  laut::Span span;
  ActorRole role = ActorRole::agent;
  std::string want;
};

Case case_of(const Article& article, const json& gold, ActorRole role) {
  const bool coded = gold.contains("code") && gold["code"].is_string();
  return {article.span(gold.contains("span") ? gold["span"] : gold), role, coded ? gold["code"].get<std::string>() : ""};
}

std::vector<Case> cases_of(const Article& article, const json& claim) {
  std::vector<Case> cases;
  for (const auto& [key, role] : {std::pair{"agent", ActorRole::agent}, std::pair{"target", ActorRole::target}})
    if (claim.contains(key) && claim[key].is_object()) cases.push_back(case_of(article, claim[key], role));
  if (claim.contains("sources"))
    for (const auto& source : claim["sources"]) cases.push_back(case_of(article, source, ActorRole::source));
  return cases;
}

/// The claims in the order of their triggers, as the reader meets them.
std::vector<json> in_order(const Article& article) {
  std::vector<json> claims(article.claims.begin(), article.claims.end());
  std::stable_sort(claims.begin(), claims.end(), [](const json& a, const json& b) {
    const auto at = [](const json& claim) { return claim["trigger"].is_object() ? claim["trigger"]["start"].get<std::size_t>() : 0; };
    return at(a) < at(b);
  });
  return claims;
}

laut::meaning::ClaimWords words_of(const Article& article, const json& claim, const std::vector<Case>& cases) {
  laut::meaning::ClaimWords words;
  words.event = laut::from_name<laut::Event>(claim["event"].get<std::string>());
  if (claim.contains("place") && claim["place"].is_object())
    words.place = article.span(claim["place"].contains("span") ? claim["place"]["span"] : claim["place"]);
  for (const auto& one : cases) {
    if (one.role == ActorRole::agent) words.agent = one.span;
    if (one.role == ActorRole::target) words.target = one.span;
    if (one.role == ActorRole::source) words.sources.push_back(one.span);
  }
  return words;
}

/// What is read for each case, in their order.
std::vector<laut::meaning::Read<laut::Actor>> read_all(laut::meaning::ArticleActors& actors, const laut::meaning::ClaimWords& words) {
  auto read = actors.read(words);
  std::vector<laut::meaning::Read<laut::Actor>> all;
  if (read.agent) all.push_back(*read.agent);
  if (read.target) all.push_back(*read.target);
  all.insert(all.end(), read.sources.begin(), read.sources.end());
  return all;
}

void measure(const Article& article, const laut::meaning::Actors& tables, bool show, laut::gold::Tally& languages,
             laut::gold::Tally& roles) {
  auto actors = tables.article(article.text, article.language, article.published);
  for (const auto& claim : in_order(article)) {
    const auto cases = cases_of(article, claim);
    const auto all = read_all(actors, words_of(article, claim, cases));
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto& [span, role, want] = cases[i];
      const auto code = all[i].meaning.code.value_or("");
      const std::vector<bool> right{country_part(code) == country_part(want), code == want};
      languages.add(article.language, right);
      roles.add(kRoles[static_cast<std::size_t>(role)], right);
      if (show && code != want)
        std::cout << article.id << "\t" << kRoles[static_cast<std::size_t>(role)] << "\t" << span.in(article.text) << "\tgold " << want
                  << "\tread " << (code.empty() ? "-" : code) << "\t" << all[i].by << "\t" << claim["event"].get<std::string>() << "\n";
    }
  }
}

void learn(const Article& article, const laut::meaning::Actors& tables, laut::gold::Fit& fit) {
  auto actors = tables.article(article.text, article.language, article.published);
  fit.next_article();
  std::vector<Case> cases;
  actors.watch([&](laut::Span span, ActorRole role, const std::vector<ActorCandidate>& candidates) {
    for (const auto& one : cases) {
      if (one.span != span || one.role != role) continue;
      const auto right = std::find_if(candidates.begin(), candidates.end(), [&](const auto& c) { return c.code == one.want; });
      if (right != candidates.end()) fit.add(candidates, static_cast<std::size_t>(right - candidates.begin()));
      return;
    }
  });
  for (const auto& claim : in_order(article)) {
    cases = cases_of(article, claim);
    actors.read(words_of(article, claim, cases));
  }
}

/// Twice, from nothing: the second time "the last speaker" is who the first weights made of him.
std::optional<laut::Error> fit_weights(const std::vector<Article>& articles, const std::filesystem::path& data) {
  const auto file = data / "shared" / "actor.weights.tsv";
  laut::gold::Fit().write(file);
  for (int pass = 0; pass < 2; ++pass) {
    const auto actors = laut::meaning::Actors::load(data);
    if (!actors) return actors.error();
    laut::gold::Fit fit;
    for (const auto& article : articles) learn(article, *actors, fit);
    fit.learn();
    fit.write(file);
  }
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  const bool fits = argc > 1 && std::string(argv[1]) == "--fit";
  const auto options = laut::gold::options_of(fits ? argc - 1 : argc, fits ? argv + 1 : argv);
  const auto articles = laut::gold::load(options.folders);
  if (fits) {
    const auto error = fit_weights(articles, options.data);
    return error ? (std::cerr << error->text() << "\n", 1) : 0;
  }
  const auto actors = laut::meaning::Actors::load(options.data);
  if (!actors) return std::cerr << actors.error().text() << "\n", 1;
  laut::gold::Tally languages("actor", {"country", "code"});
  laut::gold::Tally roles("actor", {"country", "code"});
  for (const auto& article : articles) measure(article, *actors, options.show, languages, roles);
  languages.print(options);
  if (!options.json) roles.print(options);
}
