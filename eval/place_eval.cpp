// Measures place alone: gold spans in, name and country out, compared with gold.
//
//     place_eval [--data DIR] [--show] [--json] FOLDER...
//
// country: share of gold places whose country is the same (none counts as a country); name: equal names, letters' case aside; both:
// country and name; near: equal names, or the gold name looked up in the gazetteer, in the gold country, is the place that was read or
// lies within 25 km of it. The place before, for pronouns, is the one read for the claim before whose place has another span.
#include "base/unicode.h"
#include "gold.h"
#include "reader/meaning/gazetteer.h"
#include "reader/meaning/place.h"
#include "tally.h"

namespace {

using laut::Place;
using nlohmann::json;

/// The gold name, looked up in its country, is the place that was read, or lies within 25 km of it.
bool near(const laut::meaning::Gazetteer& gazetteer, const std::string& name, const std::string& country, const Place& read) {
  constexpr double most = 25;  // km
  for (const auto& site : gazetteer.find(gazetteer.key(name))) {
    if (site.country != country || read.country != country) continue;
    if (read.geonames == site.geonames) return true;
    if (read.lat && read.lon && laut::meaning::distance(*read.lat, *read.lon, site.lat, site.lon) <= most) return true;
  }
  return false;
}

void measure(const laut::gold::Article& article, const laut::meaning::Places& places, const laut::meaning::Gazetteer& gazetteer, bool show,
             laut::gold::Tally& tally) {
  const auto scene = places.survey(article.text, article.language);
  std::optional<Place> last;
  std::optional<Place> current;
  laut::Span at;
  for (const auto& claim : article.claims) {
    if (!claim.contains("place") || !claim["place"].is_object()) continue;
    const auto& gold = claim["place"];
    const auto span = article.span(gold.contains("span") ? gold["span"] : gold);
    if (span != at && current) last = current;
    at = span;
    const auto read = places.read({article.text, span, article.language}, last ? &*last : nullptr, &scene);
    if (read.meaning.country) current = read.meaning;
    const auto text = [&](const char* key) { return gold.contains(key) && gold[key].is_string() ? gold[key].get<std::string>() : ""; };
    const bool country = text("country") == read.meaning.country.value_or("");
    const bool name = laut::fold(text("name")) == laut::fold(read.meaning.name);
    const bool close = name || near(gazetteer, text("name"), text("country"), read.meaning);
    tally.add(article.language, {country, name, country && name, close});
    if (show && !(country && close))
      std::cout << article.id << "\t" << span.in(article.text) << "\tgold " << text("name") << " " << text("country") << "\tread "
                << read.meaning.name << " " << read.meaning.country.value_or("-") << "\t" << read.by << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = laut::gold::options_of(argc, argv);
  const auto places = laut::meaning::Places::load(options.data);
  if (!places) return std::cerr << places.error().text() << "\n", 1;
  const auto gazetteer = laut::meaning::Gazetteer::load(options.data / "shared" / "gazetteer.bin");
  if (!gazetteer) return std::cerr << gazetteer.error().text() << "\n", 1;
  laut::gold::Tally tally("place", {"country", "name", "both", "near"});
  for (const auto& article : laut::gold::load(options.folders)) measure(article, *places, *gazetteer, options.show, tally);
  tally.print(options);
}
