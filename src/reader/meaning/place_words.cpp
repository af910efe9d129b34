#include "reader/meaning/place_words.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/unicode.h"

namespace laut::meaning {
namespace {

constexpr std::array<std::string_view, 13> kMeans{"preposition", "article", "filler", "near",    "site",   "district", "city",
                                                  "region",      "country", "water",  "capital", "border", "here"};

template <std::size_t N>
std::optional<std::size_t> position(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

}  // namespace

Result<PlaceWords> PlaceWords::read(const std::filesystem::path& file) {
  PlaceWords result;
  auto table = Table::read(file, {"word", "means"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    auto means = table->cell(row, "means");
    if (means.ends_with('-')) {
      means.remove_suffix(1);
      result.prefixes_.push_back({fold(table->cell(row, "word")), std::string(means)});
    }
    WordMeaning meaning{Means::part, std::string(means)};
    if (const auto known = position(kMeans, means))
      meaning = {static_cast<Means>(*known), ""};
    else if (means.empty() || means.front() < 'A' || means.front() > 'Z')
      return Error{ErrorKind::input, "no such meaning: '" + std::string(means) + "'", table->where(row)};
    const auto entry = static_cast<Lexicon::Entry>(result.meanings_.size());
    result.meanings_.push_back(std::move(meaning));
    result.words_.add(table->cell(row, "word"), entry, {});
    if (table->cell(row, "word").find('*') == std::string_view::npos) result.whole_.add(table->cell(row, "word"), entry, {});
  }
  return result;
}

PlaceSigns PlaceWords::signs_in(const std::vector<Word>& words, std::vector<bool> named) const {
  PlaceSigns signs;
  signs.plain.assign(words.size(), false);
  signs.at.assign(words.size(), nullptr);
  signs.named = std::move(named);
  for (const auto& match : words_.find(words)) {
    if (signs.named[match.first]) continue;
    for (std::size_t i = 0; i < match.count; ++i) signs.plain[match.first + i] = true;
    for (const auto entry : match.entries) {
      const auto& meaning = meanings_[entry];
      signs.at[match.first] = &meaning;
      if (meaning.means == Means::near) signs.near = true;
      if (meaning.means == Means::here) signs.here = true;
      if (meaning.means == Means::capital) signs.capital = true;
      if (meaning.means == Means::border) signs.border = true;
      if (meaning.means == Means::region) signs.region = true;
      if (meaning.means == Means::district) signs.district = true;
      if (meaning.means == Means::part) signs.part = meaning.part;
      if (meaning.means >= Means::site && meaning.means <= Means::water && !signs.kind) signs.kind = meaning.means;
    }
  }
  return signs;
}

std::vector<bool> PlaceWords::common(const std::vector<Word>& words) const {
  std::vector<bool> common(words.size(), false);
  for (const auto& match : whole_.find(words))
    for (std::size_t i = 0; i < match.count; ++i) common[match.first + i] = true;
  return common;
}

}  // namespace laut::meaning
