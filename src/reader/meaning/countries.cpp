#include "reader/meaning/countries.h"

#include <array>
#include <charconv>

#include "base/table.h"

namespace laut::meaning {
namespace {

constexpr std::uint32_t kKinds = 4;  // of CountryWord: an entry of the lexicon is country * kKinds + kind

}  // namespace

std::optional<double> number_of(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

Result<Countries> Countries::load(const std::filesystem::path& data) {
  auto table = Table::read(data / "shared" / "countries.tsv", {"alpha2", "alpha3", "name", "capital", "lat", "lon"});
  if (!table) return table.error();
  Countries result;
  for (const auto& row : table->rows()) {
    const auto cell = [&](const char* column) { return std::string(table->cell(row, column)); };
    const auto index = static_cast<std::uint32_t>(result.countries_.size());
    result.countries_.push_back({cell("alpha2"), cell("alpha3"), cell("name"), cell("capital"), number_of(table->cell(row, "lat")),
                                 number_of(table->cell(row, "lon"))});
    for (const auto& code : {cell("alpha2"), cell("alpha3")})
      if (!result.index_.try_emplace(code, index).second)
        return Error{ErrorKind::input, "the code '" + code + "' stands twice", table->where(row)};
  }
  for (const auto& language : languages_in(data))
    if (auto loaded = result.load_language(data / language, language); !loaded) return loaded.error();
  return result;
}

Result<Done> Countries::load_language(const std::filesystem::path& folder, const std::string& language) {
  auto inflections = Inflections::read(folder / "inflections.tsv");
  if (!inflections) return inflections.error();
  auto table = Table::read(folder / "countries.tsv", {"alpha2", "name", "also", "adjectives", "people", "capital"});
  if (!table) return table.error();
  auto& lexicon = lexicons_[language];
  constexpr std::array<std::pair<const char*, CountryWord>, 5> columns{{{"name", CountryWord::name},
                                                                        {"also", CountryWord::name},
                                                                        {"adjectives", CountryWord::adjective},
                                                                        {"people", CountryWord::people},
                                                                        {"capital", CountryWord::capital}}};
  for (const auto& row : table->rows()) {
    const auto found = index_.find(std::string(table->cell(row, "alpha2")));
    if (found == index_.end()) return Error{ErrorKind::input, "no such country in shared/countries.tsv", table->where(row)};
    for (const auto& [column, kind] : columns)
      lexicon.add_list(table->cell(row, column), found->second * kKinds + static_cast<std::uint32_t>(kind), *inflections);
  }
  return Done{};
}

const Country* Countries::by_alpha2(std::string_view code) const {
  const auto found = code.size() == 2 ? index_.find(std::string(code)) : index_.end();
  return found == index_.end() ? nullptr : &countries_[found->second];
}

const Country* Countries::by_alpha3(std::string_view code) const {
  const auto found = code.size() == 3 ? index_.find(std::string(code)) : index_.end();
  return found == index_.end() ? nullptr : &countries_[found->second];
}

std::vector<Countries::Mention> Countries::find(const std::vector<Word>& words, std::string_view language) const {
  std::vector<Mention> mentions;
  const auto lexicon = lexicons_.find(std::string(language));
  if (lexicon == lexicons_.end()) return mentions;
  for (const auto& match : lexicon->second.find(words)) {
    const auto entry = match.entries.front();
    mentions.push_back({match.first, match.count, entry / kKinds, static_cast<CountryWord>(entry % kKinds)});
  }
  return mentions;
}

}  // namespace laut::meaning
