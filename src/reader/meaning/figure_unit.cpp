#include "reader/meaning/figure_unit.h"

#include <algorithm>

#include "base/table.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "reader/meaning/figure_lexicon.h"

namespace laut::meaning::figures {
namespace {

constexpr std::size_t kNounReach = 7;     // words of a noun phrase before its noun
constexpr std::size_t kSpokenReach = 60;  // tokens back to what was spoken of
constexpr std::size_t kLongestWord = 96;  // bytes; a longer word has no row

const std::unordered_map<std::string_view, UnitKind>& kinds() {
  static const std::unordered_map<std::string_view, UnitKind> names = {
      {"person", UnitKind::person}, {"people", UnitKind::people}, {"demonym", UnitKind::demonym},
      {"thing", UnitKind::thing},   {"place", UnitKind::place},   {"measure", UnitKind::measure},
      {"sign", UnitKind::sign},     {"stop", UnitKind::stop},     {"pass", UnitKind::pass},
  };
  return names;
}

bool is_loss_of_people(Event event) { return event <= Event::displaced; }
bool never_things(Event event) { return event <= Event::casualties || event == Event::missing; }
bool is_of_things(Event event) { return event == Event::destroyed || event == Event::damaged || event == Event::attack; }

bool is_of_places(Event event) { return event == Event::control || event == Event::offensive || event == Event::withdraw; }

bool is_noun(UnitKind kind) {
  return kind == UnitKind::person || kind == UnitKind::people || kind == UnitKind::thing || kind == UnitKind::place;
}

// Where the target is not what is counted but who gets or suffers it.
bool target_is_counted(Event event) { return event != Event::aid && event != Event::attack && event != Event::negotiate; }

std::string usual_unit(Event event) {
  switch (event) {
    case Event::destroyed:
    case Event::damaged:
      return "object";
    case Event::attack:
      return "attack";
    case Event::clash:
      return "clash";
    case Event::control:
      return "settlement";
    case Event::aid:
      return "weapon";
    case Event::agreement:
    case Event::ceasefire:
      return "agreement";
    case Event::negotiate:
      return "meeting";
    default:
      return "person";
  }
}

}  // namespace

Result<Done> Units::add(std::string_view words, const Unit& unit, const DigitStyle& style, const std::string& where) {
  Row row;
  row.unit = unit;
  row.unit.by = std::string(words);
  while (!words.empty()) {
    const auto space = std::min(words.find(' '), words.size());
    std::string_view cell = words.substr(0, space);
    words.remove_prefix(std::min(space + 1, words.size()));
    const bool beginning = cell.starts_with('*');
    if (beginning) cell.remove_prefix(1);
    const bool ending = cell.ends_with('*');
    if (ending) cell.remove_suffix(1);
    const auto parts = words_of(cell, style);
    for (std::size_t i = 0; i < parts.size(); ++i) row.words.push_back({parts[i], beginning && i == 0, ending && i + 1 == parts.size()});
  }
  if (row.words.empty()) return Error{ErrorKind::input, "a row without words", where};
  by_stem_[row.words.front().stem].push_back(rows_.size());
  rows_.push_back(std::move(row));
  return Done{};
}

Result<Units> Units::load(const std::filesystem::path& file, const DigitStyle& style) {
  auto table = Table::read(file, {"words", "unit", "kind"});
  if (!table) return table.error();
  Units units;
  for (const auto& row : table->rows()) {
    const auto kind = table->cell(row, "kind");
    Unit unit;
    unit.name = std::string(table->cell(row, "unit"));
    if (kind == "head") {
      units.head_last_ = table->cell(row, "words") == "last";
      continue;
    }
    if (kind != "ending") {
      const auto known = kinds().find(kind);
      if (known == kinds().end()) return Error{ErrorKind::input, "unknown kind '" + std::string(kind) + "'", table->where(row)};
      unit.kind = known->second;
      if (unit.name.empty() && unit.kind != UnitKind::stop && unit.kind != UnitKind::pass)
        return Error{ErrorKind::input, "a row without a unit", table->where(row)};
    }
    std::string_view words = table->cell(row, "words");
    while (!words.empty()) {
      const auto bar = words.find(" | ");
      const auto one = words.substr(0, bar);
      words.remove_prefix(bar == std::string_view::npos ? words.size() : bar + 3);
      if (kind == "ending") {
        units.endings_.insert(fold(one));
        units.longest_ending_ = std::max(units.longest_ending_, fold(one).size());
      } else if (auto added = units.add(one, unit, style, table->where(row)); !added) {
        return added.error();
      }
    }
  }
  return units;
}

bool Units::fits(const Word& word, const std::string& text) const {
  const auto at = word.any_beginning ? text.rfind(word.stem) : std::size_t{0};
  if (at == std::string::npos || text.compare(at, word.stem.size(), word.stem) != 0) return false;
  const auto rest = text.substr(at + word.stem.size());
  return rest.empty() || (word.any_ending && endings_.contains(rest));
}

const Units::Row* Units::fits_from(const std::vector<std::size_t>& rows, const std::vector<Token>& tokens, std::size_t at, std::size_t end,
                                   std::size_t& last) const {
  const Row* best = nullptr;
  for (const auto index : rows) {
    const Row& row = rows_[index];
    std::size_t next = at;
    bool fit = true;
    for (std::size_t i = 0; i < row.words.size() && fit; ++i) {
      while (i > 0 && next < end && is_hyphen(tokens[next])) ++next;
      fit = next < end && fits(row.words[i], tokens[next].word);
      ++next;
    }
    if (!fit || (best != nullptr && row.words.size() <= best->words.size())) continue;
    best = &row;
    last = next;
  }
  return best;
}

// The row with most words, among those the one with the longest stem: beginnings and endings of the word are cut off in turn.
std::optional<Unit> Units::at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  const std::string& word = tokens[at].word;
  if (tokens[at].kind == TokenKind::digits || word.empty() || word.size() > kLongestWord) return std::nullopt;
  const Row* best = nullptr;
  std::size_t last = at;
  std::size_t stem_size = 0;
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    const std::size_t shortest = word.size() - std::min(word.size() - begin, longest_ending_ + 1);
    for (std::size_t stem_end = word.size(); stem_end > std::max(begin, shortest); --stem_end) {
      const auto stem = word.substr(begin, stem_end - begin);
      const auto rows = by_stem_.find(stem);
      if (rows == by_stem_.end()) continue;
      std::size_t row_last = 0;
      const Row* row = fits_from(rows->second, tokens, at, end, row_last);
      if (row == nullptr || (begin > 0 && !row->words.front().any_beginning)) continue;
      if (best != nullptr &&
          (row->words.size() < best->words.size() || (row->words.size() == best->words.size() && stem.size() <= stem_size)))
        continue;
      best = row;
      last = row_last;
      stem_size = stem.size();
    }
  }
  if (best == nullptr) return std::nullopt;
  Unit unit = best->unit;
  unit.last = last;
  unit.inflected = best->words.size() == 1 && !word.ends_with(best->words.front().stem);
  return unit;
}

Unit Units::head_of(Unit head, const std::vector<Token>& tokens, std::size_t end) const {
  while (head.last < end) {
    std::size_t next = head.last;
    const bool hyphen = is_hyphen(tokens[next]) && tokens[next].glued && next + 1 < end;
    if (hyphen) ++next;
    const bool closed = head.kind == UnitKind::people || head.inflected;  // "soldiers | attack": a plural opens no compound
    if (!hyphen && (!head_last_ || closed)) break;
    const auto more = at(tokens, next, end);
    if (!more || !is_noun(more->kind) || opens_compound(*more, tokens, end)) break;
    head = *more;
  }
  return head;
}

// "battle-hardened": a noun that only opens a compound with another word.
bool Units::opens_compound(const Unit& unit, const std::vector<Token>& tokens, std::size_t end) const {
  const std::size_t next = unit.last;
  if (next + 1 >= end || !is_hyphen(tokens[next]) || !tokens[next].glued || !tokens[next + 1].glued) return false;
  return tokens[next + 1].kind == TokenKind::word && !at(tokens, next + 1, end);
}

// The noun of the phrase that begins at `from`; `whole`: the phrase is known to end at `end`.
std::optional<Unit> Units::noun(const std::vector<Token>& tokens, std::size_t from, std::size_t end, bool whole) const {
  std::optional<Unit> demonym;
  std::size_t words = 0;
  for (std::size_t i = from; i < end && words < kNounReach; ++i) {
    const auto unit = at(tokens, i, end);
    if (tokens[i].kind == TokenKind::mark) {
      const bool goes_on = whole || is_hyphen(tokens[i]) || is_quotation_mark(tokens[i]) || (unit && unit->kind == UnitKind::measure);
      if (!goes_on) break;
      continue;
    }
    ++words;
    if (!unit || unit->kind == UnitKind::pass || opens_compound(*unit, tokens, end)) continue;
    if (unit->kind == UnitKind::stop && !whole) break;
    if (unit->kind == UnitKind::demonym && !demonym) demonym = *unit;
    if (is_noun(unit->kind)) return head_of(*unit, tokens, end);
  }
  return demonym;
}

std::optional<Unit> Units::spoken_of(const std::vector<Token>& tokens, std::size_t before) const {
  const std::size_t stop = before > kSpokenReach ? before - kSpokenReach : 0;
  for (std::size_t i = before; i > stop; --i) {
    const auto unit = at(tokens, i - 1, before);
    if (unit && unit->kind == UnitKind::thing) return head_of(*unit, tokens, before);
  }
  return std::nullopt;
}

std::optional<Unit> Units::measure(const Counted& counted) const {
  const auto& tokens = counted.tokens;
  if (counted.first > 0)
    if (const auto sign = at(tokens, counted.first - 1, counted.first); sign && sign->kind == UnitKind::sign) return sign;
  for (std::size_t i = counted.after; i < tokens.size(); ++i) {
    if ((is_hyphen(tokens[i]) || tokens[i].word == ".") && tokens[i].glued) continue;
    auto unit = at(tokens, i, tokens.size());
    if (unit && unit->kind == UnitKind::pass) continue;
    if (!unit || (unit->kind != UnitKind::measure && unit->kind != UnitKind::sign)) return std::nullopt;
    const bool compound = unit->last + 1 < tokens.size() && is_hyphen(tokens[unit->last]) && tokens[unit->last].glued;
    if (compound && noun(tokens, unit->last + 1, unit->last + 2, true)) return std::nullopt;  // "250-kilogram-bombs"
    return unit;
  }
  return std::nullopt;
}

Unit Units::of(const Counted& counted) const {
  Unit person;
  person.name = "person";
  person.kind = UnitKind::person;
  if (const auto found = measure(counted)) return *found;
  if (never_things(counted.event)) return person;
  auto after = noun(counted.tokens, counted.after, counted.tokens.size(), false);
  if (!after && counted.end > counted.after)
    after = noun(counted.tokens, counted.end, counted.tokens.size(), false);  // "[14 of 23] houses"
  const auto target = noun(counted.target, 0, counted.target.size(), true);
  if (is_loss_of_people(counted.event)) return after && target && after->name == target->name ? *after : person;
  if (after) return *after;
  if (target && target_is_counted(counted.event) && (target->kind != UnitKind::place || is_of_places(counted.event))) return *target;
  if (is_of_things(counted.event)) {
    if (const auto before = spoken_of(counted.tokens, counted.first)) return *before;
    if (target && target->kind == UnitKind::thing) return *target;
  }
  Unit usual;
  usual.name = usual_unit(counted.event);
  return usual;
}

}  // namespace laut::meaning::figures
