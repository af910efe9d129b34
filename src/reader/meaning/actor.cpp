#include "reader/meaning/actor.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <utility>
#include <vector>

#include "reader/meaning/clues.h"

namespace laut::meaning {
namespace {

constexpr std::uint32_t kLookBack = 1500;   // bytes before a phrase that are searched for what it leaves unsaid
constexpr std::uint32_t kLookAhead = 600;   // and after it, where nothing stands before: a headline, a first sentence
constexpr std::uint32_t kBesideName = 120;  // bytes to each side of a name that tell whose name it is
constexpr int kMentions = 4;                // of a name that are looked at
constexpr std::size_t kNeighbour = 3;       // words between a role and its country

/// What the clues of a phrase add up to.
struct Sum {
  const NamedActor* named = nullptr;
  const Country* country = nullptr;
  bool capital = false;  // the country by its capital alone
  std::string run;       // country of the group that runs the actor
  std::string role;      // the first strong one, else the first weak one
  bool weak = false;
  const RoleWord* people = nullptr;  // "Kurdish"
  std::bitset<kRoleMeans> seen;      // the kinds of words

  [[nodiscard]] bool has(RoleMeans means) const { return seen.test(static_cast<std::size_t>(means)); }
};

/// Whether the first three letters of a code are a state's.
bool has_country(const std::string& code) {
  constexpr std::array<std::string_view, 5> none{"IGO", "INT", "WST", "UNK", "ISI"};
  return code.size() >= 3 && std::none_of(none.begin(), none.end(), [&](std::string_view head) { return code.starts_with(head); });
}

std::string country_of(const Clue& clue) {
  if (clue.country != nullptr) return clue.country->alpha3;
  return clue.named != nullptr && has_country(clue.named->code) && !clue.named->code.ends_with("MED") ? clue.named->code.substr(0, 3) : "";
}

void note(const RoleWord& word, Sum& sum) {
  sum.seen.set(static_cast<std::size_t>(word.means));
  if (word.anonymous) sum.seen.set(static_cast<std::size_t>(RoleMeans::anonymous));
  if (word.means == RoleMeans::people && sum.people == nullptr) sum.people = &word;
  if (word.means == RoleMeans::role && (sum.role.empty() || sum.weak)) {
    sum.role = word.role;
    sum.weak = false;
  }
  if (word.means == RoleMeans::weak && sum.role.empty()) {
    sum.role = word.role;
    sum.weak = true;
  }
}

Sum sum_of(const std::vector<Clue>& clues) {
  Sum sum;
  bool joined = false;
  for (std::size_t i = 0; i < clues.size(); ++i) {
    const auto& clue = clues[i];
    const Clue* next = i + 1 < clues.size() && clues[i + 1].first == clue.end() ? &clues[i + 1] : nullptr;
    if (clue.word != nullptr) {
      if (clue.means(RoleMeans::joins)) joined = sum.country != nullptr || sum.named != nullptr;
      note(*clue.word, sum);
      continue;
    }
    if (next != nullptr && next->means(RoleMeans::backed)) continue;
    if (next != nullptr && next->means(RoleMeans::run)) {
      if (sum.run.empty()) sum.run = country_of(clue);
      continue;
    }
    if (clue.named != nullptr) {
      if (sum.named == nullptr && !joined) sum.named = clue.named;
      continue;
    }
    const bool capital = clue.as == CountryWord::capital || clue.theatre;
    if (sum.country == nullptr || (sum.capital && !capital && !joined)) {
      sum.country = clue.country;
      sum.capital = capital;
    }
  }
  return sum;
}

/// The code that the words themselves give.
std::optional<std::string> own_code(const Sum& sum, ActorRole role) {
  const bool civilians_of_group = sum.named != nullptr && sum.named->code.ends_with("REB") && sum.role == "CVL" && !sum.weak;
  if (sum.named != nullptr && !civilians_of_group)
    return sum.named->code.size() == 3 && !sum.weak ? sum.named->code + sum.role : sum.named->code;
  const std::string country = sum.country != nullptr ? sum.country->alpha3 : sum.run;
  if (country.empty() && sum.people != nullptr) return std::nullopt;
  if (country.empty()) return sum.has(RoleMeans::many) && !sum.has(RoleMeans::person) ? std::optional("INT" + sum.role) : std::nullopt;
  if (!sum.role.empty()) return country + sum.role;
  if (sum.has(RoleMeans::person)) return country + "CVL";
  return sum.capital && role != ActorRole::target ? country + "GOV" : country;
}

/// The text around a phrase, as clues.
struct Around {
  std::vector<Word> words;
  std::vector<Clue> clues;
};

/// The role that follows a country, if any: "Israeli [troops]".
std::string role_beside(const std::vector<Clue>& clues, std::size_t i) {
  for (const std::size_t beside : {i - 1, i + 1}) {
    if (beside >= clues.size() || !clues[beside].means(RoleMeans::role)) continue;
    if (clues[beside].first >= clues[i].end() && clues[beside].first <= clues[i].end() + 1) return clues[beside].word->role;
  }
  return "";
}

/// Whether at most `most` words part two clues, whatever their order.
bool are_close(const Clue& a, const Clue& b, std::size_t most) {
  const auto& [left, right] = std::minmax(a, b, [](const Clue& x, const Clue& y) { return x.first < y.first; });
  return right.first <= left.end() + most;
}

/// The country that stands beside a word for a role: "[Israeli] troops", "army of [Israel]".
std::string country_beside(const std::vector<Clue>& clues, std::size_t i) {
  for (const std::size_t beside : {i - 1, i + 1})
    if (beside < clues.size() && are_close(clues[beside], clues[i], kNeighbour))
      if (auto country = country_of(clues[beside]); !country.empty()) return country;
  return "";
}

/// "Kurdish forces": a people without a state fights as an armed group of the country spoken of.
std::string code_of_people(const Sum& sum, ActorRole role, const std::vector<Clue>& before) {
  const auto& lands = sum.people->lands;
  std::string land = lands.front();
  for (std::size_t i = before.size(); i-- > 0;)
    if (const auto country = country_of(before[i]); std::find(lands.begin(), lands.end(), country) != lands.end()) {
      land = country;
      break;
    }
  const bool armed =
      sum.role == "MIL" || sum.role == "GOV" || (sum.role.empty() && !sum.has(RoleMeans::person) && role == ActorRole::agent);
  return land + (armed ? "REB" : sum.role.empty() && sum.has(RoleMeans::person) ? "CVL" : sum.role);
}

/// The nearest clue, from the end, that says whose the role is.
std::string country_with_role(const std::vector<Clue>& clues, const std::string& role) {
  for (std::size_t i = clues.size(); i-- > 0;) {
    const auto& clue = clues[i];
    if (clue.named != nullptr && clue.named->code.ends_with(role)) return clue.named->code.substr(0, clue.named->code.size() - 3);
    if (!clue.means(RoleMeans::role) || clue.word->role != role) continue;
    if (auto country = country_beside(clues, i); !country.empty()) return country;
  }
  return "";
}

std::string nearest_country(const std::vector<Clue>& clues) {
  for (std::size_t i = clues.size(); i-- > 0;)
    if (auto country = country_of(clues[i]); !country.empty()) return country;
  return "";
}

/// The nearest person before "he", by an office: "[Ukraine's] president", "Putin".
std::optional<std::string> nearest_person(const std::vector<Clue>& clues) {
  for (std::size_t i = clues.size(); i-- > 0;) {
    const auto& clue = clues[i];
    if (clue.named != nullptr && !clue.named->code.ends_with("MED")) return clue.named->code;
    const bool office =
        clue.means(RoleMeans::weak) || (clue.means(RoleMeans::role) && clue.word->role != "CVL" && clue.word->role != "MED");
    if (!office) continue;
    if (auto country = country_beside(clues, i); !country.empty()) return country + clue.word->role;
  }
  return std::nullopt;
}

/// The nearest actor before a pronoun: a named one, or a country with its role.
std::optional<std::string> nearest_actor(const std::vector<Clue>& clues, bool group) {
  for (std::size_t i = clues.size(); i-- > 0;) {
    const auto& clue = clues[i];
    if (clue.named != nullptr && (!group || clue.named->code.ends_with("REB"))) return clue.named->code;
    if (group || clue.country == nullptr || clue.theatre) continue;
    const auto beside = role_beside(clues, i);
    if (clue.as == CountryWord::capital && beside.empty()) continue;
    return clue.country->alpha3 + beside;
  }
  return std::nullopt;
}

/// Roles whose bearers belong to no country unless one is named with them.
bool stateless(const std::string& role) { return role == "MED" || role == "ACA" || role == "CRM"; }

/// The code that the text around gives.
std::optional<std::string> code_around(const Sum& sum, ActorRole role, const std::vector<Clue>& before) {
  if (sum.people != nullptr) return code_of_people(sum, role, before);
  if (!sum.role.empty() && !sum.weak) {
    if (stateless(sum.role)) return "UNK" + sum.role;
    auto country = country_with_role(before, sum.role);
    if (country.empty() && sum.role == "NGO") country = "INT";
    if (country.empty()) country = nearest_country(before);
    return (country.empty() ? "UNK" : country) + sum.role;
  }
  if (sum.has(RoleMeans::he) || sum.weak)
    if (auto person = nearest_person(before)) return person;
  if (sum.has(RoleMeans::group) || sum.has(RoleMeans::pronoun) || sum.has(RoleMeans::he) || sum.weak)
    if (auto actor = nearest_actor(before, sum.has(RoleMeans::group))) return actor;
  if (sum.has(RoleMeans::person)) {
    const auto country = nearest_country(before);
    return (country.empty() ? "UNK" : country) + "CVL";
  }
  if (sum.has(RoleMeans::enemy) || sum.weak) return nearest_actor(before, false);
  if (sum.has(RoleMeans::anonymous) || sum.has(RoleMeans::report) || sum.has(RoleMeans::pronoun) || sum.has(RoleMeans::he) ||
      sum.has(RoleMeans::group))
    return "UNK";
  return std::nullopt;
}

/// The words of the sentence close before a name.
Span left_of(std::string_view text, std::uint32_t begin) {
  auto span = before_span(text, begin, kBesideName);
  const auto stop = span.in(text).find_last_of(".!?;\n:");
  if (stop != std::string_view::npos) span.begin += static_cast<std::uint32_t>(stop) + 1;
  return span;
}

/// An apposition after a name: ", ...," or "(...)"; empty where none stands.
Span right_of(std::string_view text, std::uint32_t end) {
  Span span{end, end};
  const auto rest = text.substr(end, kBesideName);
  if (!rest.starts_with(", ") && !rest.starts_with(" (")) return span;
  const auto stop = rest.find_first_of(".!?;\n:,)", 2);
  span.end += static_cast<std::uint32_t>(stop == std::string_view::npos ? 0 : stop);
  return span;
}

/// The words of a name: neighbours that begin with a capital and are no clue.
std::optional<Span> name_in(const std::vector<Word>& words, const std::vector<Clue>& clues) {
  std::optional<Span> best;
  std::size_t best_count = 0;
  const auto is_clue = [&](std::size_t i) {
    return std::any_of(clues.begin(), clues.end(), [&](const Clue& clue) { return clue.first <= i && i < clue.end(); });
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital || is_clue(i)) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1].capital && !is_clue(last + 1) && !words[last + 1].opens &&
           !words[last + 1].after_comma)
      ++last;
    if (last - i + 1 > best_count) {
      best = Span{words[i].span.begin, words[last].span.end};
      best_count = last - i + 1;
    }
    i = last;
  }
  // One capitalised word among others is a common noun in German, and the first word of a sentence elsewhere.
  if (best_count == 1 && words.size() > 1) return std::nullopt;
  return best;
}

}  // namespace

struct Actors::Tables {
  ClueTables clues;

  [[nodiscard]] Around around(std::string_view text, Span span, std::string_view language, std::optional<Day> day) const {
    Around around;
    around.words = words_in(text, span);
    around.clues = clues.find(around.words, language, day);
    return around;
  }
  [[nodiscard]] std::optional<std::string> code_of_name(const Phrase& phrase, Span name, std::optional<Day> day) const;
};

/// Reads the words beside the mentions of a name: "Armeesprecher Daniel [Hagari]", "Jan [Egeland], a humanitarian adviser to the UN".
std::optional<std::string> Actors::Tables::code_of_name(const Phrase& phrase, Span name, std::optional<Day> day) const {
  const auto full = name.in(phrase.text);
  const auto space = full.find_last_of(" \n");
  const auto last = space == std::string_view::npos ? full : full.substr(space + 1);
  if (last.size() < 3) return std::nullopt;
  auto at = phrase.text.find(last);
  for (int tries = 0; at != std::string_view::npos && tries < kMentions; at = phrase.text.find(last, at + last.size()), ++tries) {
    const auto begin = static_cast<std::uint32_t>(at);
    for (const auto beside : {left_of(phrase.text, begin), right_of(phrase.text, begin + static_cast<std::uint32_t>(last.size()))}) {
      const auto sum = sum_of(around(phrase.text, beside, phrase.language, day).clues);
      if (sum.role.empty()) continue;
      if (auto code = own_code(sum, ActorRole::source)) return code;
      if (sum.weak) continue;
      const auto at_most = std::max(begin, phrase.span.begin);
      const auto before = around(phrase.text, before_span(phrase.text, at_most, kLookBack), phrase.language, day);
      if (auto code = code_around(sum, ActorRole::source, before.clues)) return code;
    }
  }
  return std::nullopt;
}

Result<Actors> Actors::load(const std::filesystem::path& data) {
  auto clues = ClueTables::load(data);
  if (!clues) return clues.error();
  auto tables = std::make_shared<Tables>();
  tables->clues = std::move(*clues);
  Actors actors;
  actors.tables_ = std::move(tables);
  return actors;
}

Read<Actor> Actors::read(const Phrase& phrase, ActorRole role, std::optional<Day> published) const {
  Read<Actor> read{{}, "actor: no clue"};
  if (!tables_->clues.knows(phrase.language)) return read;
  const auto own = tables_->around(phrase.text, phrase.span, phrase.language, published);
  const auto sum = sum_of(own.clues);
  auto& actor = read.meaning;

  if (sum.named != nullptr) actor.name = sum.named->name;
  const auto name = name_in(own.words, own.clues);
  if (!actor.name && name) actor.name = std::string(name->in(phrase.text));
  actor.anonymous = role == ActorRole::source && !actor.name &&
                    (sum.has(RoleMeans::anonymous) || (sum.has(RoleMeans::rank) && sum.has(RoleMeans::indefinite) && !sum.role.empty()));

  actor.code = own_code(sum, role);
  if (actor.code) {
    read.by = sum.named != nullptr ? "actors: " + sum.named->name : "countries + roles";
    return read;
  }
  if (sum.role.empty() && name) {
    actor.code = tables_->code_of_name(phrase, *name, published);
    read.by = "actor: the words beside the name";
    if (actor.code) return read;
  }
  auto before = tables_->around(phrase.text, before_span(phrase.text, phrase.span.begin, kLookBack), phrase.language, published);
  if (nearest_country(before.clues).empty()) {
    before = tables_->around(phrase.text, after_span(phrase.text, phrase.span.end, kLookAhead), phrase.language, published);
    std::reverse(before.clues.begin(), before.clues.end());
  }
  actor.code = code_around(sum, role, before.clues);
  read.by = "actor: what stands before";
  return read;
}

}  // namespace laut::meaning
