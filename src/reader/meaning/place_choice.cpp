#include "reader/meaning/place_choice.h"

#include <algorithm>
#include <cmath>

namespace laut::meaning {
namespace {

// What a place must weigh to be believed: 15,000 people, or fewer in a country that is spoken of.
constexpr double kBelieved = 4.2;
constexpr double kNamed = 3.0;          // where the words need a name: after a bare preposition or a kind of place
constexpr double kWorldTown = 1e6;      // people; a name that is no common word, whatever the text writes small
constexpr double kNeighbourhood = 100;  // km
constexpr double kClear = 0.7;          // what a place weighs more than those of other countries, where nobody says that it is one

/// The logarithm of its people, and what the context adds. A name that is not the usual one counts less where nothing speaks for the
/// country: "Salisbury" was Harare's once.
double weight(const Site& site, const Toponyms::Mention& mention, const PlaceHints& hints) {
  constexpr double untold = 1000;  // people, where GeoNames has none
  double sum = std::log10((site.people < 1 ? untold : site.people) + 30);
  const double share = hints.share(site.country);
  const bool named = hints.names(site.country);
  if (named) sum += 6;
  if (share == 0 && !named) sum -= (mention.usual(site) ? 0 : 2) + (mention.inflected ? 1 : 0);
  sum += 3 * share;
  const Place* last = hints.last;
  if (last != nullptr && last->country == site.country) sum += 1;
  if (last != nullptr && last->lat && last->lon && distance(*last->lat, *last->lon, site.lat, site.lon) < kNeighbourhood) sum += 1;
  if (site.kind == SiteKind::region) sum += hints.region ? 3 : -1.5;
  if (site.kind == SiteKind::district) sum += hints.district ? 3 : -2;
  return sum;
}

/// The word before is an article, or one parted from it only by fillers ("im umkaempften ...").
bool after_article(const PlaceSigns& signs, std::size_t first) {
  while (first > 0 && signs.at[first - 1] != nullptr && signs.at[first - 1]->means == Means::filler) --first;
  return first > 0 && signs.at[first - 1] != nullptr && signs.at[first - 1]->means == Means::article;
}

/// The name is but a part of a longer one that nothing knows: "Schatt el-Arab" is no town in Alabama.
bool is_part_of_name(const std::vector<Word>& words, const PlaceSigns& signs, std::size_t first, std::size_t end) {
  const auto name = [&](std::size_t at) { return words[at].capital && !signs.plain[at] && !signs.named[at]; };
  if (end < words.size() && name(end) && !words[end].after_comma && !words[end].opens) return true;
  return first > 0 && name(first - 1) && !words[first].after_comma && !words[first].opens;
}

/// Whether the words mean this place, and not something that is also called so.
bool believed(const Site& site, const Toponyms::Mention& mention, const Surroundings& around, const PlaceHints& hints) {
  const auto& [words, signs, common] = around;
  const std::size_t end = mention.first + mention.count;
  if (site.people < hints.least) return false;
  if (std::find(common.begin() + static_cast<long>(mention.first), common.begin() + static_cast<long>(end), false) ==
      common.begin() + static_cast<long>(end))
    return false;
  const bool article = after_article(signs, mention.first);
  const auto* before = mention.first > 0 ? signs.at[mention.first - 1] : nullptr;
  const bool due = mention.first == 0 || (before != nullptr && !article && before->means != Means::filler);
  if (weight(site, mention, hints) < (due ? kNamed : kBelieved)) return false;
  const bool kind_follows = end < words.size() && signs.at[end] != nullptr && signs.at[end]->means >= Means::site;
  const bool spoken_of = hints.spoken_of(site.country) > 0;
  if (article && !kind_follows && !mention.inflected && site.kind == SiteKind::town) {
    const bool at_once = before->means == Means::article;
    if (site.people < kKnownTown || (at_once && (hints.least > 0 || !spoken_of))) return false;
  }
  if (!hints.named.empty() && !spoken_of) return false;
  if (!spoken_of && is_part_of_name(words, signs, mention.first, end)) return false;
  const bool small = hints.scene != nullptr && mention.count == 1 && hints.scene->small.contains(words[mention.first].folded);
  return !small || site.people >= kWorldTown;
}

}  // namespace

bool PlaceHints::names(std::string_view country) const { return std::find(named.begin(), named.end(), country) != named.end(); }

double PlaceHints::spoken_of(std::string_view country) const { return (names(country) ? 1 : 0) + share(country); }

double PlaceHints::share(std::string_view country) const {
  return scene == nullptr || scene->most == 0 ? 0 : static_cast<double>(scene->count(country)) / scene->most;
}

std::optional<std::string> PlaceHints::likeliest(const std::vector<std::string>& among) const {
  const auto likely = [&](const std::string& country) {
    return (names(country) ? 2.0 : 0) + (last != nullptr && last->country == country ? 0.5 : 0) + share(country);
  };
  const auto best = std::max_element(among.begin(), among.end(), [&](const auto& a, const auto& b) { return likely(a) < likely(b); });
  return best == among.end() || likely(*best) == 0 ? std::nullopt : std::optional(*best);
}

std::optional<std::string> country_spoken_of(const Place* last, const Scene* scene) {
  auto country = last != nullptr ? last->country : std::nullopt;
  const bool aside = scene != nullptr && (!country || 2 * scene->count(*country) < scene->most);
  return aside && scene->main() ? scene->main() : country;
}

std::optional<Site> chosen(const Toponyms::Mention& mention, const Surroundings& around, const PlaceHints& hints) {
  const auto lighter = [&](const Site& a, const Site& b) { return weight(a, mention, hints) < weight(b, mention, hints); };
  const auto best = std::max_element(mention.sites.begin(), mention.sites.end(), lighter);
  const auto rival = [&](const Site& site) {
    return site.country != best->country && weight(site, mention, hints) > weight(*best, mention, hints) - kClear;
  };
  if (hints.least > 0 && std::any_of(mention.sites.begin(), mention.sites.end(), rival)) return std::nullopt;
  if (best == mention.sites.end() || !believed(*best, mention, around, hints)) return std::nullopt;
  return *best;
}

}  // namespace laut::meaning
