#include "reader/meaning/place.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/table.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "reader/meaning/countries.h"
#include "reader/meaning/names.h"
#include "reader/meaning/place_choice.h"
#include "reader/meaning/place_words.h"
#include "reader/meaning/theatres.h"
#include "reader/meaning/toponyms.h"

namespace laut::meaning {
namespace {

using Kind = PlaceKind;

constexpr std::uint32_t kLookBack = 2000;  // bytes before a phrase that are searched for what it points back to
constexpr std::string_view kDash = "\u2013";

/// A place that the words name.
struct Found {
  std::size_t first = 0;
  std::size_t count = 0;
  Kind kind = Kind::city;
  std::string name;
  std::string country;
  bool adjective = false;  // "russisch": says the country, not the place
  const Country* of = nullptr;
  const Theatre* row = nullptr;
  std::optional<Site> site = std::nullopt;

  [[nodiscard]] bool meets(std::size_t begin, std::size_t many) const { return first < begin + many && begin < first + count; }
};

PlaceHints hints_of(const std::vector<Found>& found, const Place* last, const Scene* scene) {
  PlaceHints hints{{}, scene, last, false, false, 0};
  for (const auto& place : found)
    if (!place.country.empty()) hints.named.push_back(place.country);
  return hints;
}

/// A town of the tables has a namesake in a country that is much more spoken of: Tripoli where the news is from Lebanon.
bool is_namesake(const Found& known, const Toponyms::Mention& mention, const PlaceHints& hints) {
  if (hints.least > 0 || known.row == nullptr || known.kind != Kind::city || known.count != mention.count) return false;
  const auto stronger = [&](const Site& site) {
    const double spoken_of = hints.spoken_of(site.country);
    return site.kind == SiteKind::town && mention.usual(site) && site.people >= kKnownTown && spoken_of > 0 &&
           spoken_of >= 2 * hints.spoken_of(known.country);
  };
  return std::any_of(mention.sites.begin(), mention.sites.end(), stronger);
}

/// The countries that the words name outside of this name.
std::vector<std::string_view> named_beside(const std::vector<Found>& found, const Toponyms::Mention& mention) {
  std::vector<std::string_view> named;
  for (const auto& place : found)
    if (!place.meets(mention.first, mention.count) && !place.country.empty()) named.push_back(place.country);
  return named;
}

std::vector<bool> named_words(const std::vector<Word>& words, const std::vector<Found>& found) {
  std::vector<bool> named(words.size(), false);
  for (const auto& place : found) std::fill_n(named.begin() + static_cast<std::ptrdiff_t>(place.first), place.count, true);
  return named;
}

Place named(std::string name) {
  Place place;
  place.name = std::move(name);
  return place;
}

PlacePrecision precision_of(Kind kind) {
  switch (kind) {
    case Kind::area:
    case Kind::region:
      return PlacePrecision::region;
    case Kind::country:
      return PlacePrecision::country;
    case Kind::part:
      return PlacePrecision::country_part;
    case Kind::water:
      return PlacePrecision::water;
    case Kind::district:
      return PlacePrecision::district;
    case Kind::city:
    case Kind::site:
      return PlacePrecision::site;
  }
  return PlacePrecision::site;
}

Kind kind_of(const Site& site) {
  return site.kind == SiteKind::town ? Kind::city : site.kind == SiteKind::region ? Kind::region : Kind::district;
}

}  // namespace

struct Places::Tables {
  Countries countries;
  Theatres theatres;
  Toponyms toponyms;
  std::map<std::string, PlaceWords, std::less<>> languages;

  [[nodiscard]] std::vector<Word> split_prefixes(std::vector<Word> words, const PlaceWords& language, std::string_view name) const;
  [[nodiscard]] std::vector<Found> find(const std::vector<Word>& words, std::string_view name) const;
  void add_toponyms(std::vector<Found>& found, const std::vector<Word>& words, std::string_view name, const PlaceWords& language,
                    PlaceHints hints) const;
  [[nodiscard]] Site namesake_region(const Site& town) const;
  void locate(Place& place) const;
  [[nodiscard]] std::optional<Place> before(const Phrase& phrase, bool town, const Scene* scene) const;
  [[nodiscard]] std::optional<Place> earlier(const Phrase& phrase, const PlaceSigns& signs, const Place* last, const Scene* scene) const;
  [[nodiscard]] std::optional<Place> country_before(const PlaceSigns& signs, const Place* last, const Scene* scene) const;
  [[nodiscard]] Place capital_of(const Country& country) const;
  [[nodiscard]] Place place_of(const Found& found, const PlaceSigns& signs, const PlaceHints& hints) const;
  [[nodiscard]] Read<Place> read(const Phrase& phrase, const Place* last, const Scene* scene) const;
};

namespace {

/// "Poland-Ukraine border" (with an en dash): of the countries in the words and, when there is but one, the one spoken of before.
std::optional<Place> border_of(const std::vector<Found>& found, const Place* last, const Scene* scene, const Countries& countries) {
  std::vector<const Country*> sides;
  for (const auto& place : found)
    if (place.of != nullptr && std::find(sides.begin(), sides.end(), place.of) == sides.end()) sides.push_back(place.of);
  for (const auto& other : {last != nullptr ? last->country : std::nullopt, scene != nullptr ? scene->main() : std::nullopt}) {
    const Country* before = other ? countries.by_alpha2(*other) : nullptr;
    if (sides.size() == 1 && before != nullptr && before != sides.front()) sides.push_back(before);
  }
  if (sides.size() < 2) return std::nullopt;
  Place place;
  place.country = sides[0]->alpha2;
  const auto& a = sides[0]->name;
  const auto& b = sides[1]->name;
  place.name = std::min(a, b) + std::string(kDash) + std::max(a, b) + " border";
  place.precision = PlacePrecision::near;
  return place;
}

bool is_abbreviation(std::string_view raw) {
  const auto [first, length] = decode_utf8(raw, 0);
  if (raw.size() <= length) return false;
  const auto [second, more] = decode_utf8(raw, length);
  const auto letter = raw.substr(length, more);
  return is_letter(second) && fold(letter) != letter;
}

/// The last word of the name that begins at a word: "Nahr al Bared" goes on over its article, "Nirim (Israel)" not over the bracket.
std::size_t end_of_name(const std::vector<Word>& words, const PlaceSigns& signs, std::size_t first) {
  const auto goes_on = [&](std::size_t at) {
    return at < words.size() && !signs.plain[at] && !words[at].after_comma && words[at].span.begin <= words[at - 1].span.end + 1;
  };
  std::size_t last = first;
  while (goes_on(last + 1)) {
    const bool article = is_arabic_article(words[last + 1].folded) && goes_on(last + 2) && words[last + 2].capital;
    if (!words[last + 1].capital && !article) break;
    last += article ? 2 : 1;
  }
  return last;
}

/// A name that no table knows: capitalised words after a bare preposition or after a word for a kind of place ("im Dorf Radensk").
/// An article before it makes it a common noun, at least in German.
std::optional<Span> unknown_name(const std::vector<Word>& words, const PlaceSigns& signs, const std::vector<Found>& found,
                                 const Scene* scene) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool named = std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.first <= i && i < f.first + f.count; });
    if (named || signs.plain[i] || !words[i].capital || (scene != nullptr && scene->small.contains(words[i].folded))) continue;
    if (i + 1 < words.size() && !words[i + 1].capital && words[i + 1].span.begin == words[i].span.end + 1 &&
        words[i].raw.data()[words[i].raw.size()] == '-')
      continue;                                                        // "Isis-held"
    if (i + 1 < words.size() && words[i + 1].folded == "s") continue;  // an owner
    if (is_abbreviation(words[i].raw)) continue;
    const auto* before = i > 0 ? signs.at[i - 1] : nullptr;
    if (i > 0 && (before == nullptr || before->means == Means::article || before->means == Means::filler)) continue;
    return Span{words[i].span.begin, words[end_of_name(words, signs, i)].span.end};
  }
  return std::nullopt;
}

/// The words without the prepositions and articles at their head.
std::string bare(const Phrase& phrase, const std::vector<Word>& words, const PlaceSigns& signs) {
  std::size_t first = 0;
  while (first + 1 < words.size() && signs.at[first] != nullptr && signs.at[first]->means <= Means::near) ++first;
  if (words.empty()) return std::string(phrase.words());
  return std::string(phrase.text.substr(words[first].span.begin, phrase.span.end - words[first].span.begin));
}

/// The most specific place named; of equals the first. Adjectives only count where nothing else does.
const Found* best_of(const std::vector<Found>& found) {
  const Found* best = nullptr;
  const auto rank = [](const Found& place) { return place.adjective ? -1 : static_cast<int>(place.kind); };
  for (const auto& place : found)
    if (best == nullptr || rank(place) > rank(*best)) best = &place;
  return best;
}

}  // namespace

Result<Places> Places::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  auto countries = Countries::load(data);
  if (!countries) return countries.error();
  tables->countries = std::move(*countries);
  auto theatres = Theatres::load(data, tables->countries);
  if (!theatres) return theatres.error();
  tables->theatres = std::move(*theatres);
  auto toponyms = Toponyms::load(data);
  if (!toponyms) return toponyms.error();
  tables->toponyms = *std::move(toponyms);
  for (const auto& name : languages_in(data)) {
    auto words = PlaceWords::read(data / name / "placewords.tsv");
    if (!words) return words.error();
    tables->languages.emplace(name, *std::move(words));
  }
  Places places;
  places.tables_ = std::move(tables);
  return places;
}

/// "Nordsyrien" -> "nord", "syrien", where the whole is no name of its own ("Nordkorea" is).
std::vector<Word> Places::Tables::split_prefixes(std::vector<Word> words, const PlaceWords& language, std::string_view name) const {
  std::vector<Word> result;
  for (auto& word : words) {
    const PlaceWords::Prefix* best = nullptr;
    for (const auto& prefix : language.prefixes())
      if (word.folded.size() > prefix.text.size() + 3 && word.folded.starts_with(prefix.text) &&
          (best == nullptr || prefix.text.size() > best->text.size()))
        best = &prefix;
    if (best != nullptr && countries.find({word}, name).empty() && theatres.find({word}, name).empty()) {
      Word rest = word;
      rest.folded = word.folded.substr(best->text.size());
      rest.capital = true;
      rest.raw = rest.raw.substr(std::min(rest.raw.size(), best->text.size()));
      if (!countries.find({rest}, name).empty() || !theatres.find({rest}, name).empty()) {
        Word head = word;
        head.folded = best->text;
        result.push_back(std::move(head));
        result.push_back(std::move(rest));
        continue;
      }
    }
    result.push_back(std::move(word));
  }
  return result;
}

std::vector<Found> Places::Tables::find(const std::vector<Word>& words, std::string_view name) const {
  std::vector<Found> found;
  for (const auto& [first, count, row] : theatres.find(words, name))
    found.push_back({first, count, row->kind, row->name, row->country, false, countries.by_alpha2(row->country), row});
  const std::size_t known = found.size();
  for (const auto& mention : countries.find(words, name)) {
    const auto covers = [&](const Found& place) {
      return place.first < mention.first + mention.count && mention.first < place.first + place.count;
    };
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(known);
    const auto hit = std::find_if(found.begin(), end, covers);
    if (hit != end && hit->count >= mention.count) continue;
    const auto& country = countries.at(mention.country);
    const bool capital = mention.as == CountryWord::capital;
    found.push_back({mention.first, mention.count, capital ? Kind::city : Kind::country, capital ? country.capital : country.name,
                     country.alpha2, mention.as == CountryWord::adjective || mention.as == CountryWord::people, &country, nullptr});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.first < b.first; });
  return found;
}

/// Adds what only the gazetteer knows, where it can be believed: longer names take the place of shorter ones within them.
void Places::Tables::add_toponyms(std::vector<Found>& found, const std::vector<Word>& words, std::string_view name,
                                  const PlaceWords& language, PlaceHints hints) const {
  const auto signs = language.signs_in(words, named_words(words, found));
  hints.region = signs.region;
  hints.district = signs.district;
  const auto common = language.common(words);
  for (const auto& mention : toponyms.find(words, name)) {
    if (hints.least == 0) hints.named = named_beside(found, mention);
    const auto covers = [&](const Found& place) { return place.meets(mention.first, mention.count) && place.count >= mention.count; };
    const auto known = std::find_if(found.begin(), found.end(), covers);
    if (known != found.end() && !is_namesake(*known, mention, hints)) continue;
    const auto site = chosen(mention, Surroundings{words, signs, common}, hints);
    if (!site) continue;
    std::erase_if(found, [&](const Found& place) { return place.meets(mention.first, mention.count); });
    found.push_back({mention.first, mention.count, kind_of(*site), std::string(site->name), std::string(site->country), false,
                     countries.by_alpha2(site->country), nullptr, site});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.first < b.first; });
}

/// "Region Kupjansk" is not one, "Region Charkiw" is: the region that is named as its town; nothing known where it is not.
Site Places::Tables::namesake_region(const Site& town) const {
  constexpr std::size_t alike = 5;
  if (town.region == Site::kNone) return {};
  const auto region = toponyms.gazetteer().at(town.region);
  const auto a = toponyms.gazetteer().key(region.name).substr(0, alike);
  return a == toponyms.gazetteer().key(town.name).substr(0, alike) ? region : Site{};
}

/// Gives a place of a known country and name its number and point, if the gazetteer has it.
void Places::Tables::locate(Place& place) const {
  if (place.geonames || !place.country || place.precision > PlacePrecision::region) return;
  const bool region = place.precision == PlacePrecision::region;
  for (const auto& site : toponyms.gazetteer().find(toponyms.gazetteer().key(place.name))) {
    if (site.country != *place.country || (site.kind == SiteKind::region) != region || site.people == 0) continue;
    place.geonames = site.geonames;
    if (!place.lat) place.lat = site.lat;
    if (!place.lon) place.lon = site.lon;
    return;
  }
}

Place Places::Tables::capital_of(const Country& country) const {
  Place place;
  place.name = country.capital;
  place.country = country.alpha2;
  place.lat = country.lat;
  place.lon = country.lon;
  return place;
}

Place Places::Tables::place_of(const Found& found, const PlaceSigns& signs, const PlaceHints& hints) const {
  Place place;
  place.name = found.name;
  if (!found.country.empty()) place.country = found.country;
  if (found.row != nullptr && !found.row->among.empty()) place.country = hints.likeliest(found.row->among);
  place.precision = precision_of(found.kind);
  const bool town = found.kind == Kind::city;
  if (town && found.of != nullptr && found.row == nullptr && !found.site) {
    place.lat = found.of->lat;
    place.lon = found.of->lon;
  }
  if (found.site) {
    const auto region = signs.region && town ? namesake_region(*found.site) : Site{};
    const auto& site = region.name.empty() ? *found.site : region;
    place.name = site.name;
    place.geonames = site.geonames;
    place.lat = site.lat;
    place.lon = site.lon;
    if (!region.name.empty()) place.precision = PlacePrecision::region;
  }
  if (town && signs.region && found.row != nullptr && !found.row->region.empty()) {
    place.name = found.row->region;
    place.precision = PlacePrecision::region;
    return place;
  }
  const bool divisible = found.kind == Kind::country || found.kind == Kind::region;
  if (divisible && !signs.part.empty()) {
    place.name = signs.part + " " + place.name;
    place.precision = PlacePrecision::country_part;
  }
  if (found.adjective && signs.region) place.precision = PlacePrecision::region;
  if (town && signs.kind == Means::district) place.precision = PlacePrecision::district;
  if (signs.near && (town || found.kind == Kind::site)) place.precision = PlacePrecision::near;
  return place;
}

/// The nearest place named in the text before the phrase, a town if one is asked for.
std::optional<Place> Places::Tables::before(const Phrase& phrase, bool town, const Scene* scene) const {
  const auto language = languages.find(phrase.language);
  if (language == languages.end()) return std::nullopt;
  const auto words = words_in(phrase.text, before_span(phrase.text, phrase.span.begin, kLookBack));
  auto found = find(words, phrase.language);
  add_toponyms(found, words, phrase.language, language->second, PlaceHints{{}, scene, nullptr, false, false, kKnownTown});
  const auto fits = [&](const Found& place) { return !place.adjective && (!town || place.kind >= Kind::district); };
  const auto nearest = std::find_if(found.rbegin(), found.rend(), fits);
  if (nearest == found.rend()) return std::nullopt;
  return place_of(*nearest, {}, PlaceHints{{}, scene, nullptr, false, false, 0});
}

/// "the country", "in the south": of the country that is spoken of.
std::optional<Place> Places::Tables::country_before(const PlaceSigns& signs, const Place* last, const Scene* scene) const {
  const auto* country = countries.by_alpha2(country_spoken_of(last, scene).value_or(""));
  if (country == nullptr) return std::nullopt;
  Place place = named(signs.part.empty() ? country->name : signs.part + " " + country->name);
  place.country = country->alpha2;
  place.precision = signs.part.empty() ? PlacePrecision::country : PlacePrecision::country_part;
  return place;
}

/// What "there", "the city", "the country" point back to.
std::optional<Place> Places::Tables::earlier(const Phrase& phrase, const PlaceSigns& signs, const Place* last, const Scene* scene) const {
  if (signs.kind == Means::country || (!signs.kind && !signs.here && !signs.part.empty())) return country_before(signs, last, scene);
  if (!signs.here && !signs.kind && !signs.near) return std::nullopt;
  const bool town = signs.kind == Means::city;
  const bool fits = last != nullptr && (!town || last->precision <= PlacePrecision::district);
  auto place = fits ? std::optional(*last) : before(phrase, town, scene);
  if (!place && last != nullptr) place = *last;
  if (!place) return std::nullopt;
  if (signs.near && place->precision == PlacePrecision::site) place->precision = PlacePrecision::near;
  return place;
}

Scene Places::survey(std::string_view text, std::string_view language) const {
  Scene scene;
  const auto known = tables_->languages.find(language);
  if (known == tables_->languages.end()) return scene;
  const auto words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
  for (const auto& word : words)
    if (!word.capital) scene.small.insert(word.folded);
  auto found = tables_->find(words, language);
  tables_->add_toponyms(found, words, language, known->second, PlaceHints{{}, &scene, nullptr, false, false, kKnownTown});
  for (const auto& place : found)
    if (!place.country.empty()) scene.most = std::max(scene.most, scene.countries[place.country] += place.kind == Kind::city ? 1 : 2);
  return scene;
}

namespace {

/// A place that no table knows: in the country of the place before, else the one that the article speaks of most.
Read<Place> unlisted(Place place, std::string by, const Place* last, const Scene* scene) {
  if (!place.country) {
    place.country = country_spoken_of(last, scene);
    if (place.country) by += "; its country by context";
  }
  return {std::move(place), std::move(by)};
}

}  // namespace

Read<Place> Places::read(const Phrase& phrase, const Place* last, const Scene* scene) const {
  auto read = tables_->read(phrase, last, scene);
  tables_->locate(read.meaning);
  return read;
}

Read<Place> Places::Tables::read(const Phrase& phrase, const Place* last, const Scene* scene) const {
  const auto known = languages.find(phrase.language);
  if (known == languages.end()) return {named(std::string(phrase.words())), "place: no tables"};
  const auto& language = known->second;
  const auto words = split_prefixes(words_in(phrase.text, phrase.span), language, phrase.language);
  auto found = find(words, phrase.language);
  add_toponyms(found, words, phrase.language, language, PlaceHints{{}, scene, last, false, false, 0});
  const auto signs = language.signs_in(words, named_words(words, found));
  const Found* best = best_of(found);

  if (signs.capital && best != nullptr && best->of != nullptr && best->kind <= Kind::country)
    return {capital_of(*best->of), "placewords: capital"};
  if (signs.capital && found.empty())
    if (const auto* country = countries.by_alpha2(country_spoken_of(last, scene).value_or("")))
      return {capital_of(*country), "placewords: capital; its country by context"};
  const auto unknown = unknown_name(words, signs, found, scene);
  if (unknown && (best == nullptr || best->kind < Kind::district || words[best->first].span.begin > unknown->begin)) {
    Place place = named(std::string(unknown->in(phrase.text)));
    if (best != nullptr && !best->country.empty()) place.country = best->country;
    place.precision = signs.near ? PlacePrecision::near : signs.region ? PlacePrecision::region : PlacePrecision::site;
    return unlisted(std::move(place), "place: a name in no table", last, scene);
  }
  if (signs.border && (best == nullptr || best->adjective || best->kind <= Kind::region))
    if (auto border = border_of(found, last, scene, countries)) return {std::move(*border), "placewords: border"};
  if (best != nullptr)
    return {place_of(*best, signs, hints_of(found, last, scene)), best->row != nullptr ? "places: " + best->name
                                                                  : best->site         ? "gazetteer: " + best->name
                                                                                       : "countries: " + best->country};
  if (auto back = earlier(phrase, signs, last, scene)) return {std::move(*back), "place: the one before"};
  if (last != nullptr) return {*last, "place: the one before, as the words name none"};
  return unlisted(named(bare(phrase, words, signs)), "place: unknown", last, scene);
}

}  // namespace laut::meaning
