#include "reader/meaning/coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/table.h"
#include "laut/names.h"
#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

enum class Cue { start, total, sum, window, event, unit };
constexpr std::array<std::string_view, 6> kCues{"start", "total", "sum", "window", "event", "unit"};

struct Language {
  Lexicon cues;
  std::vector<Cue> means;
  Lexicon people;
  std::vector<Group> groups;
};

/// The cues of a claim's words, and the row that each came from.
struct Cues {
  std::array<bool, kCues.size()> seen{};

  [[nodiscard]] bool has(Cue cue) const { return seen[static_cast<std::size_t>(cue)]; }
};

Result<Done> load_cues(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "means"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    const auto* cue = std::find(kCues.begin(), kCues.end(), table->cell(row, "means"));
    if (cue == kCues.end())
      return Error{ErrorKind::input, "no such cue: '" + std::string(table->cell(row, "means")) + "'", table->where(row)};
    language.cues.add(table->cell(row, "word"), static_cast<Lexicon::Entry>(language.means.size()), {});
    language.means.push_back(static_cast<Cue>(cue - kCues.begin()));
  }
  return Done{};
}

Result<Done> load_groups(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "kind", "age", "role"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    const auto kind = table->cell(row, "kind");
    const auto age = table->cell(row, "age");
    Group group;
    const auto known_kind = kind.empty() ? GroupKind::unknown : from_name<GroupKind>(kind);
    const auto known_age = age.empty() ? GroupAge::unknown : from_name<GroupAge>(age);
    if (!known_kind || !known_age) return Error{ErrorKind::input, "no such kind or age", table->where(row)};
    group.kind = *known_kind;
    group.age = *known_age;
    if (!table->cell(row, "role").empty()) group.role = std::string(table->cell(row, "role"));
    language.people.add(table->cell(row, "word"), static_cast<Lexicon::Entry>(language.groups.size()), {});
    language.groups.push_back(std::move(group));
  }
  return Done{};
}

std::string role_of(const Claim& claim) {
  const auto& code = claim.target ? claim.target->code : std::optional<std::string>{};
  return code && code->size() == 6 && !code->starts_with("IGO") ? code->substr(3) : "";
}

bool is_force(const Claim& claim) {
  const auto role = role_of(claim);
  return role == "MIL" || role == "REB";
}

bool is_wide(const Place& place) {
  return place.precision == PlacePrecision::region || place.precision == PlacePrecision::country_part ||
         place.precision == PlacePrecision::country;
}

Read<Coverage> total_of(const Claim& claim, std::optional<Day> published, std::string by) {
  Read<Coverage> read{{}, std::move(by)};
  read.meaning.kind = CoverageKind::total;
  read.meaning.to = claim.said && claim.said->to ? claim.said->to : published;
  return read;
}

Read<Coverage> timed(const Claim& claim, CoverageKind kind, std::string by) {
  Read<Coverage> read{{}, std::move(by)};
  read.meaning.kind = kind;
  if (claim.time) {
    read.meaning.from = claim.time->from;
    read.meaning.to = claim.time->to;
  }
  return read;
}

/// The kind of stretch, by the first rule that holds (see the header).
Read<Coverage> stretch_of(const Claim& claim, const Cues& cues, std::optional<Day> published) {
  const bool dated = claim.time && claim.time->from && claim.time->to;
  const bool days = dated && (claim.time->precision == TimePrecision::day || claim.time->precision == TimePrecision::days);
  if (cues.has(Cue::start)) return total_of(claim, published, "coverage: since a start");
  // "17 killed so far in today's attack" is the event's count, not a running one of the war.
  if (cues.has(Cue::total) && !(days && cues.has(Cue::event))) return total_of(claim, published, "coverage: up to now");
  if (cues.has(Cue::sum) && !dated && !cues.has(Cue::event)) return total_of(claim, published, "coverage: in total");
  if (cues.has(Cue::window) && !cues.has(Cue::event)) return timed(claim, CoverageKind::window, "coverage: window");
  if (days) return timed(claim, CoverageKind::event, "coverage: a day");
  if (dated) return timed(claim, CoverageKind::window, "coverage: a longer time");
  if (cues.has(Cue::event)) return timed(claim, CoverageKind::event, "coverage: in the event");
  if (is_loss(claim.event) && claim.count && is_force(claim) && claim.place && is_wide(*claim.place)) {
    auto read = total_of(claim, published, "coverage: a force's losses, no cue and no day");
    read.meaning.assumed = true;
    return read;
  }
  return {{}, "coverage: no cue"};
}

bool has_victims(Event event) { return event <= Event::displaced || event == Event::attack || event == Event::release; }

/// What the role of a code says of its people; nothing for roles that may be either.
std::optional<GroupKind> kind_of_role(std::string_view role) {
  constexpr std::array<std::string_view, 9> civilian{"CVL", "MED", "HLT", "NGO", "REL", "ACA", "BUS", "JUD", "LEG"};
  if (role == "MIL" || role == "REB") return GroupKind::combatant;
  if (std::find(civilian.begin(), civilian.end(), role) != civilian.end()) return GroupKind::civilian;
  return std::nullopt;
}

}  // namespace

struct Coverages::Tables {
  std::map<std::string, Language, std::less<>> languages;

  [[nodiscard]] Cues cues_in(const Phrase& phrase) const {
    Cues cues;
    const auto language = languages.find(phrase.language);
    if (language == languages.end()) return cues;
    for (const auto& match : language->second.cues.find(words_in(phrase.text, phrase.span)))
      cues.seen[static_cast<std::size_t>(language->second.means[match.entries.front()])] = true;
    return cues;
  }
};

Result<Coverages> Coverages::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& name : languages_in(data)) {
    auto& language = tables->languages[name];
    if (auto loaded = load_cues(data / name / "coverage.tsv", language); !loaded) return loaded.error();
    if (auto loaded = load_groups(data / name / "groups.tsv", language); !loaded) return loaded.error();
  }
  Coverages coverages;
  coverages.tables_ = std::move(tables);
  return coverages;
}

Read<Coverage> Coverages::coverage(const Claim& claim, const Phrase& evidence, std::optional<Day> published) const {
  const auto cues = tables_->cues_in(evidence);
  auto read = stretch_of(claim, cues, published);
  const bool adds_up = read.meaning.kind == CoverageKind::window || read.meaning.kind == CoverageKind::total;
  if (cues.has(Cue::unit))
    read.meaning.whose = CoverageWhose::unit;
  else if (adds_up && claim.place && !is_wide(*claim.place) && claim.place->precision != PlacePrecision::water)
    read.meaning.whose = CoverageWhose::places;
  return read;
}

std::optional<Read<Group>> Coverages::group(const Claim& claim, std::string_view text, std::string_view language) const {
  if (!has_victims(claim.event)) return std::nullopt;
  Read<Group> read{{}, "group: not told"};
  auto& group = read.meaning;
  const auto tables = tables_->languages.find(language);
  if (claim.target && tables != tables_->languages.end())
    for (const auto& match : tables->second.people.find(words_in(text, claim.target->span))) {
      const auto& word = tables->second.groups[match.entries.front()];
      if (group.kind == GroupKind::unknown) group.kind = word.kind;
      if (group.age == GroupAge::unknown) group.age = word.age;
      if (!group.role) group.role = word.role;
      read.by = "groups/" + std::string(language);
    }
  if (const auto kind = kind_of_role(role_of(claim)); kind && group.kind == GroupKind::unknown) {
    group.kind = *kind;
    read.by += read.by.ends_with("told") ? ": the target's role" : " + the target's role";
  }
  const bool told = group.kind != GroupKind::unknown || group.age != GroupAge::unknown;
  if (claim.event == Event::attack && !told) return std::nullopt;
  return read;
}

}  // namespace laut::meaning
