#include "reader/meaning/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/table.h"
#include "base/unicode.h"
#include "reader/meaning/countries.h"
#include "reader/meaning/names.h"
#include "reader/meaning/theatres.h"

namespace laut::meaning {
namespace {

using Kind = PlaceKind;

enum class Means { preposition, article, filler, near, site, district, city, region, country, water, capital, border, here, part };
constexpr std::array<std::string_view, 13> kMeans{"preposition", "article", "filler", "near",    "site",   "district", "city",
                                                  "region",      "country", "water",  "capital", "border", "here"};

constexpr std::uint32_t kLookBack = 2000;  // bytes before a phrase that are searched for what it points back to
constexpr std::string_view kDash = "\u2013";

struct WordMeaning {
  Means means = Means::filler;
  std::string part;  // "Northern"
};

struct Prefix {
  std::string text;
  std::string part;
};

struct Language {
  Lexicon words;  // -> meanings
  std::vector<WordMeaning> meanings;
  std::vector<Prefix> prefixes;
};

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
};

/// What the words hold besides names.
struct Signs {
  bool near = false, here = false, capital = false, border = false, region = false;
  std::optional<Means> kind;
  std::string part;
  std::vector<bool> plain;             // of each word: a word of the tables, no name
  std::vector<const WordMeaning*> at;  // of each word, or null
};

template <std::size_t N>
std::optional<std::size_t> position(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
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

}  // namespace

struct Places::Tables {
  Countries countries;
  Theatres theatres;
  std::map<std::string, Language, std::less<>> languages;

  static Result<Done> load_words(const std::filesystem::path& file, Language& language);

  [[nodiscard]] std::vector<Word> split_prefixes(std::vector<Word> words, const Language& language, std::string_view name) const;
  [[nodiscard]] std::vector<Found> find(const std::vector<Word>& words, std::string_view name) const;
  [[nodiscard]] std::optional<Place> before(const Phrase& phrase, bool town) const;
  [[nodiscard]] std::optional<Place> earlier(const Phrase& phrase, const Signs& signs, const Place* last) const;
  [[nodiscard]] Place capital_of(const Country& country) const;
  [[nodiscard]] Place place_of(const Found& found, const Signs& signs) const;
};

namespace {

Signs signs_in(const std::vector<Word>& words, const Language& language, const std::vector<Found>& found) {
  Signs signs;
  signs.plain.assign(words.size(), false);
  signs.at.assign(words.size(), nullptr);
  std::vector<bool> named(words.size(), false);
  for (const auto& place : found)
    for (std::size_t i = 0; i < place.count; ++i) named[place.first + i] = true;
  for (const auto& match : language.words.find(words)) {
    if (named[match.first]) continue;
    for (std::size_t i = 0; i < match.count; ++i) signs.plain[match.first + i] = true;
    for (const auto entry : match.entries) {
      const auto& meaning = language.meanings[entry];
      signs.at[match.first] = &meaning;
      if (meaning.means == Means::near) signs.near = true;
      if (meaning.means == Means::here) signs.here = true;
      if (meaning.means == Means::capital) signs.capital = true;
      if (meaning.means == Means::border) signs.border = true;
      if (meaning.means == Means::region) signs.region = true;
      if (meaning.means == Means::part) signs.part = meaning.part;
      if (meaning.means >= Means::site && meaning.means <= Means::water && !signs.kind) signs.kind = meaning.means;
    }
  }
  return signs;
}

/// "Poland-Ukraine border" (with an en dash): of the countries in the words and, when there is but one, the one spoken of before.
std::optional<Place> border_of(const std::vector<Found>& found, const Place* last, const Countries& countries) {
  std::vector<const Country*> sides;
  for (const auto& place : found)
    if (place.of != nullptr && std::find(sides.begin(), sides.end(), place.of) == sides.end()) sides.push_back(place.of);
  const Country* before = last != nullptr && last->country ? countries.by_alpha2(*last->country) : nullptr;
  if (sides.size() == 1 && before != nullptr && before != sides.front()) sides.push_back(before);
  if (sides.size() < 2) return std::nullopt;
  Place place;
  place.country = sides[0]->alpha2;
  const auto& a = sides[0]->name;
  const auto& b = sides[1]->name;
  place.name = std::min(a, b) + std::string(kDash) + std::max(a, b) + " border";
  place.precision = PlacePrecision::near;
  return place;
}

/// A name that no table knows: capitalised words after a bare preposition or after a word for a kind of place ("im Dorf Radensk").
/// An article before it makes it a common noun, at least in German.
std::optional<Span> unknown_name(const std::vector<Word>& words, const Signs& signs, const std::vector<Found>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool named = std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.first <= i && i < f.first + f.count; });
    if (named || signs.plain[i] || !words[i].capital) continue;
    const auto* before = i > 0 ? signs.at[i - 1] : nullptr;
    if (i > 0 && (before == nullptr || before->means == Means::article || before->means == Means::filler)) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1].capital && !signs.plain[last + 1] && !words[last + 1].after_comma) ++last;
    return Span{words[i].span.begin, words[last].span.end};
  }
  return std::nullopt;
}

/// The words without the prepositions and articles at their head.
std::string bare(const Phrase& phrase, const std::vector<Word>& words, const Signs& signs) {
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

Result<Done> Places::Tables::load_words(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "means"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    auto means = table->cell(row, "means");
    if (means.ends_with('-')) {
      means.remove_suffix(1);
      language.prefixes.push_back({fold(table->cell(row, "word")), std::string(means)});
    }
    WordMeaning meaning{Means::part, std::string(means)};
    if (const auto known = position(kMeans, means))
      meaning = {static_cast<Means>(*known), ""};
    else if (means.empty() || means.front() < 'A' || means.front() > 'Z')
      return Error{ErrorKind::input, "no such meaning: '" + std::string(means) + "'", table->where(row)};
    const auto entry = static_cast<Lexicon::Entry>(language.meanings.size());
    language.meanings.push_back(std::move(meaning));
    language.words.add(table->cell(row, "word"), entry, {});
  }
  return Done{};
}

Result<Places> Places::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  auto countries = Countries::load(data);
  if (!countries) return countries.error();
  tables->countries = std::move(*countries);
  auto theatres = Theatres::load(data, tables->countries);
  if (!theatres) return theatres.error();
  tables->theatres = std::move(*theatres);
  for (const auto& name : languages_in(data))
    if (auto loaded = Tables::load_words(data / name / "placewords.tsv", tables->languages[name]); !loaded) return loaded.error();
  Places places;
  places.tables_ = std::move(tables);
  return places;
}

/// "Nordsyrien" -> "nord", "syrien", where the whole is no name of its own ("Nordkorea" is).
std::vector<Word> Places::Tables::split_prefixes(std::vector<Word> words, const Language& language, std::string_view name) const {
  std::vector<Word> result;
  for (auto& word : words) {
    const Prefix* best = nullptr;
    for (const auto& prefix : language.prefixes)
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

Place Places::Tables::capital_of(const Country& country) const {
  Place place;
  place.name = country.capital;
  place.country = country.alpha2;
  place.lat = country.lat;
  place.lon = country.lon;
  return place;
}

Place Places::Tables::place_of(const Found& found, const Signs& signs) const {
  Place place;
  place.name = found.name;
  if (!found.country.empty()) place.country = found.country;
  place.precision = precision_of(found.kind);
  const bool town = found.kind == Kind::city;
  if (town && found.of != nullptr && found.row == nullptr) {
    place.lat = found.of->lat;
    place.lon = found.of->lon;
  }
  if (town && signs.region && found.row != nullptr && !found.row->region.empty()) {
    place.name = found.row->region;
    place.precision = PlacePrecision::region;
    return place;
  }
  const bool divisible = found.kind == Kind::country || found.kind == Kind::region;
  if (divisible && !found.adjective && !signs.part.empty()) {
    place.name = signs.part + " " + place.name;
    place.precision = PlacePrecision::country_part;
  }
  if (found.adjective && signs.region) place.precision = PlacePrecision::region;
  if (town && signs.kind == Means::district) place.precision = PlacePrecision::district;
  if (signs.near && (town || found.kind == Kind::site)) place.precision = PlacePrecision::near;
  return place;
}

/// The nearest place named in the text before the phrase, a town if one is asked for.
std::optional<Place> Places::Tables::before(const Phrase& phrase, bool town) const {
  const auto found = find(words_in(phrase.text, before_span(phrase.text, phrase.span.begin, kLookBack)), phrase.language);
  const auto fits = [&](const Found& place) { return !place.adjective && (!town || place.kind >= Kind::district); };
  const auto nearest = std::find_if(found.rbegin(), found.rend(), fits);
  if (nearest == found.rend()) return std::nullopt;
  return place_of(*nearest, {});
}

/// What "there", "the city", "the country" point back to.
std::optional<Place> Places::Tables::earlier(const Phrase& phrase, const Signs& signs, const Place* last) const {
  if (!signs.here && !signs.kind && !signs.near) return std::nullopt;
  const bool town = signs.kind == Means::city;
  const bool fits = last != nullptr && (!town || last->precision <= PlacePrecision::district);
  auto place = fits ? std::optional(*last) : before(phrase, town);
  if (!place && last != nullptr) place = *last;
  if (!place) return std::nullopt;
  const auto* country = place->country ? countries.by_alpha2(*place->country) : nullptr;
  if (signs.kind == Means::country && country != nullptr) {
    place = named((signs.part.empty() ? "" : signs.part + " ") + country->name);
    place->country = country->alpha2;
    place->precision = signs.part.empty() ? PlacePrecision::country : PlacePrecision::country_part;
  }
  if (signs.near && place->precision == PlacePrecision::site) place->precision = PlacePrecision::near;
  return place;
}

Read<Place> Places::read(const Phrase& phrase, const Place* last) const {
  const auto language = tables_->languages.find(phrase.language);
  if (language == tables_->languages.end()) return {named(std::string(phrase.words())), "place: no tables"};
  const auto words = tables_->split_prefixes(words_in(phrase.text, phrase.span), language->second, phrase.language);
  const auto found = tables_->find(words, phrase.language);
  const auto signs = signs_in(words, language->second, found);
  const Found* best = best_of(found);

  if (signs.capital && best != nullptr && best->of != nullptr && best->kind <= Kind::country)
    return {tables_->capital_of(*best->of), "placewords: capital"};
  const auto unknown = unknown_name(words, signs, found);
  if (unknown && (best == nullptr || best->kind < Kind::district || words[best->first].span.begin > unknown->begin)) {
    Place place = named(std::string(unknown->in(phrase.text)));
    if (best != nullptr && !best->country.empty()) place.country = best->country;
    place.precision = signs.near ? PlacePrecision::near : signs.region ? PlacePrecision::region : PlacePrecision::site;
    return {std::move(place), "place: a name in no table"};
  }
  if (signs.border && (best == nullptr || best->adjective || best->kind <= Kind::region))
    if (auto border = border_of(found, last, tables_->countries)) return {std::move(*border), "placewords: border"};
  if (best != nullptr)
    return {tables_->place_of(*best, signs), best->row != nullptr ? "places: " + best->name : "countries: " + best->country};
  if (auto earlier = tables_->earlier(phrase, signs, last)) return {std::move(*earlier), "place: the one before"};
  return {named(bare(phrase, words, signs)), "place: unknown"};
}

}  // namespace laut::meaning
