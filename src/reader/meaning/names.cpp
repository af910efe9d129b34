#include "reader/meaning/names.h"

#include <algorithm>

#include "base/table.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::meaning {
namespace {

constexpr std::size_t kLongestPhrase = 12;  // words; bounds the walk on hostile texts

bool is_part(char32_t point) { return is_word_character(point) || is_mark(point); }

/// Two letters or more, all of them capitals (digits may stand among them): "US", "F16" is none, "NATO".
bool is_abbreviation(std::string_view raw) {
  int letters = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const auto [point, length] = decode_utf8(raw, at);
    const auto one = raw.substr(at, length);
    at += length;
    if (!is_letter(point)) continue;
    if (fold(one) == one) return false;
    ++letters;
  }
  return letters >= 2;
}

bool has_capital(std::string_view raw) {
  const auto [point, length] = decode_utf8(raw, 0);
  return is_letter(point) && fold(raw.substr(0, length)) != raw.substr(0, length);
}

/// What stands between two words: tells the second whether it begins a sentence. A point after one or two letters ("St.", "U.S.") and
/// one without a space behind it end none.
class Gap {
 public:
  explicit Gap(std::string_view before) : short_(CodePoints(before).count() <= 2) {}
  void see(char32_t point) {
    const bool ends = point == U'!' || point == U'?' || point == U';' || (point == U'.' && !short_);
    stop_ |= ends;
    opens_ |= point == U'\n' || (stop_ && is_space(point));
    comma_ |= point == U',';
  }
  void tell(Word& next) const {
    next.opens = opens_;
    next.after_comma = comma_;
  }

 private:
  bool short_;
  bool stop_ = false, opens_ = false, comma_ = false;
};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(by), text.size());
    auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

/// The words of a table's phrase; a "*" belongs to its word.
std::vector<std::string> parts_of(std::string_view phrase) {
  std::vector<std::string> parts;
  bool inside = false;
  for (std::size_t at = 0; at < phrase.size();) {
    const auto [point, length] = decode_utf8(phrase, at);
    const bool part = is_part(point) || point == U'*';
    if (part && !inside) parts.emplace_back();
    if (part) parts.back() += phrase.substr(at, length);
    inside = part;
    at += length;
  }
  std::erase_if(parts, [](const std::string& part) { return part.find_first_not_of('*') == std::string::npos; });
  return parts;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

std::vector<Word> words_in(std::string_view text, Span span) {
  std::vector<Word> words;
  Gap gap("");
  for (std::size_t at = span.begin; at < span.end;) {
    const auto [point, length] = decode_utf8(text, at);
    if (!is_part(point)) {
      gap.see(point);
      at += length;
      continue;
    }
    Word word;
    gap.tell(word);
    const std::size_t begin = at;
    for (at += length; at < span.end;) {
      const auto more = decode_utf8(text, at);
      if (!is_part(more.point)) break;
      at += more.length;
    }
    word.raw = text.substr(begin, at - begin);
    word.folded = fold(word.raw);
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    word.capital = has_capital(word.raw);
    gap = Gap(word.raw);
    words.push_back(std::move(word));
  }
  return words;
}

Span before_span(std::string_view text, std::uint32_t end, std::uint32_t most) {
  auto begin = end - std::min(end, most);
  while (begin < end && !is_boundary(text, begin)) ++begin;
  return {begin, end};
}

Span after_span(std::string_view text, std::uint32_t begin, std::uint32_t most) {
  auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{begin} + most));
  while (end > begin && !is_boundary(text, end)) --end;
  return {begin, end};
}

std::vector<std::string_view> list_of(std::string_view cell) { return split(cell, '|'); }

Result<Inflections> Inflections::read(const std::filesystem::path& file) {
  auto table = Table::read(file, {"ending", "forms"});
  if (!table) return table.error();
  Inflections result;
  for (const auto& row : table->rows()) {
    auto ending = fold(table->cell(row, "ending"));
    if (ending == "-") ending.clear();
    auto& forms = result.rules_[ending];
    if (!forms.empty()) return Error{ErrorKind::input, "the ending '" + ending + "' stands twice", table->where(row)};
    for (const auto form : split(table->cell(row, "forms"), ' ')) forms.push_back(form == "-" ? "" : fold(form));
    result.longest_ = std::max(result.longest_, ending.size());
  }
  return result;
}

std::vector<std::string> Inflections::forms(std::string_view folded) const {
  std::vector<std::string> all{std::string(folded)};
  for (std::size_t size = std::min(longest_, folded.size()) + 1; size-- > 0;) {
    const auto rule = rules_.find(std::string(folded.substr(folded.size() - size)));
    if (rule == rules_.end()) continue;
    for (const auto& form : rule->second) all.push_back(std::string(folded.substr(0, folded.size() - size)) + form);
    break;
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Lexicon::Id Lexicon::pattern_id(std::string_view folded, Pattern pattern) {
  const auto id = static_cast<Id>(known_.size());
  if (pattern == Pattern::prefix) return prefixes_.try_emplace(std::string(folded), id).first->second;
  if (pattern == Pattern::suffix) return suffixes_.try_emplace(std::string(folded), id).first->second;
  infixes_.push_back({std::string(folded), id});
  return id;
}

Lexicon::Id Lexicon::id_of(std::string_view raw, const Inflections& inflections) {
  const auto found = known_.find(std::string(raw));
  if (found != known_.end()) return found->second;
  const bool open_left = raw.front() == '*';
  const bool open_right = raw.back() == '*';
  auto id = static_cast<Id>(known_.size());
  if (open_left || open_right) {
    const auto part = fold(raw.substr(open_left ? 1 : 0, raw.size() - (open_left ? 1 : 0) - (open_right ? 1 : 0)));
    id = pattern_id(part, open_left && open_right ? Pattern::infix : open_left ? Pattern::suffix : Pattern::prefix);
  } else if (is_abbreviation(raw)) {
    capitals_[std::string(raw)] = id;
  } else {
    const auto folded = fold(raw);
    const bool capital = has_capital(raw);
    for (auto& form : inflections.forms(folded)) forms_[std::move(form)].push_back({id, capital});
  }
  known_[std::string(raw)] = id;
  return id;
}

void Lexicon::add(std::string_view phrase, Entry entry, const Inflections& inflections) {
  const auto parts = parts_of(phrase);
  if (parts.empty() || parts.size() > kLongestPhrase) return;
  std::uint32_t node = 0;
  for (const auto& part : parts) {
    const auto key = (std::uint64_t{node} << 32U) | id_of(part, inflections);
    const auto [edge, fresh] = edges_.try_emplace(key, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.emplace_back();
    node = edge->second;
  }
  auto& entries = entries_[node];
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

std::optional<Lexicon::Id> Lexicon::by_pattern(std::string_view folded) const {
  std::optional<Id> best;
  std::size_t longest = 0;
  const auto consider = [&](const auto& patterns, std::string_view part) {
    if (part.size() <= longest) return;
    if (const auto found = patterns.find(std::string(part)); found != patterns.end()) {
      best = found->second;
      longest = part.size();
    }
  };
  for (std::size_t at = 0; at < folded.size() && !suffixes_.empty(); ++at)
    if (is_boundary(folded, at)) consider(suffixes_, folded.substr(at));
  for (const auto& infix : infixes_)
    if (infix.part.size() > longest && folded.find(infix.part) != std::string_view::npos) {
      best = infix.id;
      longest = infix.part.size();
    }
  for (std::size_t size = folded.size(); size > longest && !prefixes_.empty(); --size)
    if (is_boundary(folded, size)) consider(prefixes_, folded.substr(0, size));
  return best;
}

std::vector<Lexicon::Id> Lexicon::ids(const Word& word) const {
  std::vector<Id> found;
  if (const auto exact = forms_.find(word.folded); exact != forms_.end())
    for (const auto& form : exact->second)
      if (word.capital || !form.capital) found.push_back(form.id);
  if (const auto capitals = capitals_.find(std::string(word.raw)); capitals != capitals_.end()) found.push_back(capitals->second);
  if (const auto pattern = by_pattern(word.folded)) found.push_back(*pattern);
  return found;
}

void Lexicon::walk(const std::vector<Word>& words, const std::vector<std::vector<Id>>& found, std::size_t first, std::size_t at,
                   std::uint32_t node, Match& best) const {
  if (!entries_[node].empty() && at - first >= best.count) {
    if (at - first > best.count) best = {first, at - first, {}};
    for (const auto entry : entries_[node])
      if (std::find(best.entries.begin(), best.entries.end(), entry) == best.entries.end()) best.entries.push_back(entry);
  }
  if (at >= words.size() || (at > first && words[at].opens)) return;
  for (const auto id : found[at])
    if (const auto edge = edges_.find((std::uint64_t{node} << 32U) | id); edge != edges_.end())
      walk(words, found, first, at + 1, edge->second, best);
}

std::vector<Lexicon::Match> Lexicon::find(const std::vector<Word>& words) const {
  std::vector<std::vector<Id>> found;
  found.reserve(words.size());
  for (const auto& word : words) found.push_back(ids(word));
  std::vector<Match> matches;
  for (std::size_t first = 0; first < words.size();) {
    Match best;
    best.first = first;
    walk(words, found, first, first, 0, best);
    first += std::max<std::size_t>(1, best.count);
    if (best.count > 0) matches.push_back(std::move(best));
  }
  return matches;
}

}  // namespace laut::meaning
