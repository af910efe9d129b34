#include "reader/meaning/clues.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace laut::meaning {
namespace {

constexpr std::array<std::string_view, 16> kRoles{"MIL", "GOV", "SPY", "COP", "JUD", "LEG", "OPP", "REB",
                                                  "CVL", "MED", "NGO", "HLT", "CRM", "BUS", "REL", "ACA"};
constexpr std::array<std::pair<std::string_view, RoleMeans>, 16> kMeans{{{"person", RoleMeans::person},
                                                                         {"pronoun", RoleMeans::pronoun},
                                                                         {"he", RoleMeans::he},
                                                                         {"group", RoleMeans::group},
                                                                         {"enemy", RoleMeans::enemy},
                                                                         {"thing", RoleMeans::thing},
                                                                         {"report", RoleMeans::report},
                                                                         {"anonymous", RoleMeans::anonymous},
                                                                         {"rank", RoleMeans::rank},
                                                                         {"indefinite", RoleMeans::indefinite},
                                                                         {"backed", RoleMeans::backed},
                                                                         {"run", RoleMeans::run},
                                                                         {"and", RoleMeans::joins},
                                                                         {"many", RoleMeans::many},
                                                                         {"we", RoleMeans::we},
                                                                         {"who", RoleMeans::who}}};

/// "of SYR IRQ" -> {"SYR", "IRQ"}.
std::vector<std::string> lands_of(std::string_view codes) {
  std::vector<std::string> lands;
  for (; codes.size() >= 3; codes.remove_prefix(std::min<std::size_t>(4, codes.size()))) lands.emplace_back(codes.substr(0, 3));
  return lands;
}

std::optional<RoleWord> role_word(std::string_view means) {
  RoleWord word;
  for (const auto& [name, kind] : kMeans)
    if (means == name) word.means = kind;
  if (word.means != RoleMeans::role) return word;
  if (means.starts_with("of ")) {
    word.means = RoleMeans::people;
    word.lands = lands_of(means.substr(3));
    return word.lands.empty() ? std::nullopt : std::optional(word);
  }
  word.anonymous = means.ends_with(" anonymous");
  if (word.anonymous) means = means.substr(0, 3);
  if (means.ends_with('?')) {
    means.remove_suffix(1);
    word.means = RoleMeans::weak;
  }
  if (std::find(kRoles.begin(), kRoles.end(), means) == kRoles.end()) return std::nullopt;
  word.role = means;
  return word;
}

/// Days between a day and a stretch; 0 inside it.
long distance(Day day, const NamedActor& actor) {
  if (actor.from && day < *actor.from) return (*actor.from - day).count();
  if (actor.to && day > *actor.to) return (day - *actor.to).count();
  return 0;
}

/// The clues that do not overlap a longer one, or one as long before them; left to right.
std::vector<Clue> without_overlaps(std::vector<Clue> clues, std::size_t words) {
  std::stable_sort(clues.begin(), clues.end(), [](const Clue& a, const Clue& b) { return a.count > b.count; });
  std::vector<bool> taken(words, false);
  std::erase_if(clues, [&](const Clue& clue) {
    for (std::size_t i = clue.first; i < clue.end(); ++i)
      if (taken[i]) return true;
    for (std::size_t i = clue.first; i < clue.end(); ++i) taken[i] = true;
    return false;
  });
  std::sort(clues.begin(), clues.end(), [](const Clue& a, const Clue& b) { return a.first < b.first; });
  return clues;
}

}  // namespace

Result<Done> ClueTables::load_roles(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "means"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    auto word = role_word(table->cell(row, "means"));
    if (!word) return Error{ErrorKind::input, "no such role: '" + std::string(table->cell(row, "means")) + "'", table->where(row)};
    language.roles.add(table->cell(row, "word"), static_cast<Lexicon::Entry>(language.words.size()), {});
    language.words.push_back(std::move(*word));
  }
  return Done{};
}

Result<Done> ClueTables::load_actors(const std::filesystem::path& data) {
  auto table = Table::read(data / "shared" / "actors.tsv", {"code", "name", "from", "to", "any"});
  if (!table) return table.error();
  std::map<std::string, Inflections> inflections;
  for (const auto& [language, tables] : languages_) {
    auto read = Inflections::read(data / language / "inflections.tsv");
    if (!read) return read.error();
    inflections[language] = std::move(*read);
  }
  for (const auto& row : table->rows()) {
    const auto day = [&](const char* column) { return parse_iso(table->cell(row, column)); };
    for (const auto* column : {"from", "to"})
      if (!table->cell(row, column).empty() && !day(column))
        return Error{ErrorKind::input, "no day: '" + std::string(table->cell(row, column)) + "'", table->where(row)};
    const auto entry = static_cast<Lexicon::Entry>(actors_.size());
    actors_.push_back({std::string(table->cell(row, "code")), std::string(table->cell(row, "name")), day("from"), day("to")});
    for (auto& [language, tables] : languages_) {
      tables.names.add_list(table->cell(row, "any"), entry, inflections[language]);
      tables.names.add_list(table->cell(row, language), entry, inflections[language]);
    }
  }
  return Done{};
}

Result<ClueTables> ClueTables::load(const std::filesystem::path& data) {
  ClueTables tables;
  auto countries = Countries::load(data);
  if (!countries) return countries.error();
  tables.countries_ = std::move(*countries);
  auto theatres = Theatres::load(data, tables.countries_);
  if (!theatres) return theatres.error();
  tables.theatres_ = std::move(*theatres);
  for (const auto& language : languages_in(data))
    if (auto loaded = load_roles(data / language / "roles.tsv", tables.languages_[language]); !loaded) return loaded.error();
  if (auto loaded = tables.load_actors(data); !loaded) return loaded.error();
  return tables;
}

const NamedActor* ClueTables::row_of(const std::vector<Lexicon::Entry>& rows, std::optional<Day> day) const {
  const NamedActor* best = &actors_[rows.front()];
  for (const auto row : rows) {
    const auto& actor = actors_[row];
    if (actor.name != actors_[rows.front()].name) continue;
    const bool better = day ? distance(*day, actor) < distance(*day, *best) : !actor.to;
    if (better) best = &actor;
  }
  return best;
}

std::vector<Clue> ClueTables::find(const std::vector<Word>& words, std::string_view language, std::optional<Day> day) const {
  std::vector<Clue> clues;
  const auto tables = languages_.find(language);
  if (tables == languages_.end()) return clues;
  for (const auto& match : tables->second.names.find(words))
    clues.push_back({.first = match.first, .count = match.count, .named = row_of(match.entries, day), .country = nullptr, .word = nullptr});
  for (const auto& mention : countries_.find(words, language))
    clues.push_back({.first = mention.first,
                     .count = mention.count,
                     .named = nullptr,
                     .country = &countries_.at(mention.country),
                     .as = mention.as,
                     .word = nullptr});
  for (const auto& mention : theatres_.find(words, language))
    if (const auto* country = countries_.by_alpha2(mention.theatre->country); country != nullptr)
      clues.push_back(
          {.first = mention.first, .count = mention.count, .named = nullptr, .country = country, .theatre = true, .word = nullptr});
  for (const auto& match : tables->second.roles.find(words))
    clues.push_back({.first = match.first,
                     .count = match.count,
                     .named = nullptr,
                     .country = nullptr,
                     .word = &tables->second.words[match.entries.front()]});
  return without_overlaps(std::move(clues), words.size());
}

}  // namespace laut::meaning
