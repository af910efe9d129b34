#include "reader/meaning/theatres.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace laut::meaning {
namespace {

constexpr std::array<std::string_view, 8> kKinds{"area", "country", "part", "region", "water", "district", "city", "site"};

Result<Theatre> theatre_of(const Table& table, const Table::Row& row, const Countries& countries) {
  const auto cell = [&](const char* column) { return std::string(table.cell(row, column)); };
  const auto* kind = std::find(kKinds.begin(), kKinds.end(), table.cell(row, "kind"));
  if (kind == kKinds.end()) return Error{ErrorKind::input, "no such kind: '" + cell("kind") + "'", table.where(row)};
  Theatre theatre{cell("name"), "", static_cast<PlaceKind>(kind - kKinds.begin()), cell("region"), {}};
  for (const auto country : list_of(table.cell(row, "country"))) {
    if (countries.by_alpha2(country) == nullptr)
      return Error{ErrorKind::input, "no such country: '" + std::string(country) + "'", table.where(row)};
    theatre.among.emplace_back(country);
  }
  if (theatre.among.size() == 1) {
    theatre.country = theatre.among.front();
    theatre.among.clear();
  }
  return theatre;
}

}  // namespace

Result<Theatres> Theatres::load(const std::filesystem::path& data, const Countries& countries) {
  auto table = Table::read(data / "shared" / "places.tsv", {"name", "country", "kind", "region"});
  if (!table) return table.error();
  Theatres result;
  for (const auto& row : table->rows()) {
    auto theatre = theatre_of(*table, row, countries);
    if (!theatre) return theatre.error();
    result.rows_.push_back(std::move(*theatre));
  }
  for (const auto& language : languages_in(data)) {
    auto inflections = Inflections::read(data / language / "inflections.tsv");
    if (!inflections) return inflections.error();
    auto& lexicon = result.lexicons_[language];
    const bool latin = language != "ru" && language != "uk";
    for (std::size_t i = 0; i < result.rows_.size(); ++i) {
      const auto cell = table->cell(table->rows()[i], language);
      const auto entry = static_cast<Lexicon::Entry>(i);
      lexicon.add_list(cell, entry, *inflections);
      if (language == "en" || (cell.empty() && latin)) lexicon.add(result.rows_[i].name, entry, *inflections);
    }
  }
  return result;
}

std::vector<Theatres::Mention> Theatres::find(const std::vector<Word>& words, std::string_view language) const {
  std::vector<Mention> mentions;
  const auto lexicon = lexicons_.find(std::string(language));
  if (lexicon == lexicons_.end()) return mentions;
  for (const auto& match : lexicon->second.find(words)) mentions.push_back({match.first, match.count, &rows_[match.entries.front()]});
  return mentions;
}

}  // namespace laut::meaning
