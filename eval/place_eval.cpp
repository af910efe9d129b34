// Measures place alone: gold spans in, name and country out, compared with gold.
//
//     place_eval [--data DIR] [--show] [--json] FOLDER...
//
// country: share of gold places whose country is the same (none counts as a country); name: equal names, letters' case aside; all:
// both. The place before, for pronouns, is the one read for the claim before whose place has another span.
#include <cstdio>
#include <map>

#include "base/unicode.h"
#include "gold.h"
#include "reader/meaning/place.h"

namespace {

using laut::Place;
using nlohmann::json;

struct Score {
  int country = 0, name = 0, all = 0, of = 0;

  [[nodiscard]] double share(int right) const { return of == 0 ? 0.0 : 100.0 * right / of; }
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

void measure(const laut::gold::Article& article, const laut::meaning::Places& places, bool show, Score& score) {
  std::optional<Place> last;
  std::optional<Place> current;
  laut::Span at;
  for (const auto& claim : article.claims) {
    if (!claim.contains("place") || !claim["place"].is_object()) continue;
    const auto& gold = claim["place"];
    const auto span = article.span(gold.contains("span") ? gold["span"] : gold);
    if (span != at && current) last = current;
    at = span;
    const auto read = places.read({article.text, span, article.language}, last ? &*last : nullptr);
    if (read.meaning.country) current = read.meaning;
    const auto text = [&](const char* key) { return gold.contains(key) && gold[key].is_string() ? gold[key].get<std::string>() : ""; };
    const bool country = text("country") == read.meaning.country.value_or("");
    const bool name = laut::fold(text("name")) == laut::fold(read.meaning.name);
    ++score.of;
    score.country += country ? 1 : 0;
    score.name += name ? 1 : 0;
    score.all += country && name ? 1 : 0;
    if (show && !(country && name))
      std::cout << article.id << "\t" << span.in(article.text) << "\tgold " << text("name") << " " << text("country") << "\tread "
                << read.meaning.name << " " << read.meaning.country.value_or("-") << "\t" << read.by << "\n";
  }
}

}  // namespace

int main(int count, char** words) {
  const auto options = parse(count, words);
  const auto places = laut::meaning::Places::load(options.data);
  if (!places) return std::cerr << places.error().text() << "\n", 1;
  std::map<std::string, Score> scores;
  Score all;
  for (const auto& article : laut::gold::load(options.folders)) {
    Score score;
    measure(article, *places, options.show, score);
    for (auto* sum : {&scores[article.language], &all}) {
      sum->country += score.country;
      sum->name += score.name;
      sum->all += score.all;
      sum->of += score.of;
    }
  }
  if (options.as_json) {
    std::cout << json{{"place", {{"country", all.share(all.country)}, {"name", all.share(all.name)}, {"all", all.share(all.all)}}}} << "\n";
    return 0;
  }
  scores["all"] = all;
  for (const auto& [language, score] : scores)
    std::printf("place %-4s country %5.1f  name %5.1f  all %5.1f  of %d\n", language.c_str(), score.share(score.country),
                score.share(score.name), score.share(score.all), score.of);
}
