// Measures place alone: gold spans in, name and country out, compared with gold.
//
//     place_eval [--data DIR] [--show] [--json] FOLDER...
//
// country: share of gold places whose country is the same (none counts as a country); name: equal names, letters' case aside; both:
// country and name. The place before, for pronouns, is the one read for the claim before whose place has another span.
#include "base/unicode.h"
#include "gold.h"
#include "reader/meaning/place.h"
#include "tally.h"

namespace {

using laut::Place;
using nlohmann::json;

void measure(const laut::gold::Article& article, const laut::meaning::Places& places, bool show, laut::gold::Tally& tally) {
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
    tally.add(article.language, {country, name, country && name});
    if (show && !(country && name))
      std::cout << article.id << "\t" << span.in(article.text) << "\tgold " << text("name") << " " << text("country") << "\tread "
                << read.meaning.name << " " << read.meaning.country.value_or("-") << "\t" << read.by << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = laut::gold::options_of(argc, argv);
  const auto places = laut::meaning::Places::load(options.data);
  if (!places) return std::cerr << places.error().text() << "\n", 1;
  laut::gold::Tally tally("place", {"country", "name", "both"});
  for (const auto& article : laut::gold::load(options.folders)) measure(article, *places, options.show, tally);
  tally.print(options);
}
