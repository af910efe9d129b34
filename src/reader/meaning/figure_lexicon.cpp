#include "reader/meaning/figure_lexicon.h"

#include <algorithm>
#include <charconv>

#include "base/table.h"
#include "base/utf8.h"

namespace laut::meaning::figures {
namespace {

const std::unordered_map<std::string_view, Kind>& kinds() {
  static const std::unordered_map<std::string_view, Kind> names = {
      {"number", Kind::number},
      {"scale", Kind::scale},
      {"about-scale", Kind::about_scale},
      {"letter", Kind::letter},
      {"fraction", Kind::fraction},
      {"half", Kind::half},
      {"joiner", Kind::joiner},
      {"joint", Kind::joint},
      {"suffix", Kind::suffix},
      {"article", Kind::article},
      {"ordinal", Kind::ordinal},
      {"interval", Kind::interval},
      {"plural", Kind::plural},
      {"vague", Kind::vague},
      {"none", Kind::none},
      {"about", Kind::about},
      {"nearly", Kind::nearly},
      {"good", Kind::good},
      {"at-least", Kind::at_least},
      {"more-than", Kind::more_than},
      {"up-to", Kind::up_to},
      {"fewer", Kind::fewer},
      {"or-more", Kind::or_more},
      {"or-fewer", Kind::or_fewer},
      {"or-so", Kind::or_so},
      {"between", Kind::between},
      {"to", Kind::to},
      {"or", Kind::alternative},
      {"age", Kind::age},
      {"skip", Kind::skip},
  };
  return names;
}

bool has_value(Kind kind) {
  return kind == Kind::number || kind == Kind::scale || kind == Kind::about_scale || kind == Kind::letter || kind == Kind::fraction ||
         kind == Kind::half || kind == Kind::ordinal || kind == Kind::interval || kind == Kind::plural;
}

bool in_compound(Kind kind) {
  return kind == Kind::number || kind == Kind::scale || kind == Kind::half || kind == Kind::fraction || kind == Kind::joint ||
         kind == Kind::suffix;
}

// A cell of figures.tsv: "1000", "0.5", "1/3", "3..9".
bool read_value(std::string_view cell, Meaning& meaning) {
  const auto one = [](std::string_view text, double& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (const auto dots = cell.find(".."); dots != std::string_view::npos)
    return one(cell.substr(0, dots), meaning.value) && one(cell.substr(dots + 2), meaning.high);
  if (const auto slash = cell.find('/'); slash != std::string_view::npos) {
    double below = 1;
    if (!one(cell.substr(0, slash), meaning.value) || !one(cell.substr(slash + 1), below) || below == 0) return false;
    meaning.value /= below;
    return true;
  }
  return one(cell, meaning.value);
}

}  // namespace

bool is_hyphen(const Token& token) { return token.word == "-" || token.word == "\u2010" || token.word == "\u2011"; }

const Meaning* Match::as(Kind kind) const {
  if (meanings == nullptr) return nullptr;
  const auto found = std::find_if(meanings->begin(), meanings->end(), [&](const Meaning& m) { return m.kind == kind; });
  return found == meanings->end() ? nullptr : &*found;
}

Result<Done> Lexicon::add(std::string_view words, std::string_view kind, std::string_view value, bool beside, const std::string& where) {
  const auto known = kinds().find(kind);
  if (known == kinds().end()) return Error{ErrorKind::input, "unknown kind '" + std::string(kind) + "'", where};
  Meaning meaning;
  meaning.kind = known->second;
  meaning.beside = beside;
  if (has_value(meaning.kind) && !read_value(value, meaning))
    return Error{ErrorKind::input, "no value of a " + std::string(kind) + ": '" + std::string(value) + "'", where};
  const auto tokens = words_of(words, style_);
  if (tokens.empty()) return Error{ErrorKind::input, "a row without words", where};
  entries_[tokens].push_back(meaning);
  auto& longest = longest_[tokens.front()];
  longest = std::max(longest, tokens.size());
  most_words_ = std::max(most_words_, tokens.size());
  if (tokens.size() == 1 && in_compound(meaning.kind)) pieces_.emplace(tokens.front(), meaning);
  return Done{};
}

Result<Lexicon> Lexicon::load(const std::filesystem::path& file) {
  auto table = Table::read(file, {"words", "kind", "value", "beside"});
  if (!table) return table.error();
  Lexicon lexicon;
  const auto sign = [](std::string_view cell) { return cell.empty() ? char32_t{0} : decode_utf8(cell, 0).point; };
  for (const auto& row : table->rows()) {  // how words are cut must be known before words are
    const auto kind = table->cell(row, "kind");
    if (kind == "thousands") lexicon.style_.thousands = sign(table->cell(row, "words"));
    if (kind == "decimal") lexicon.style_.decimal = sign(table->cell(row, "words"));
    if (kind == "spaced") lexicon.style_.spaced = true;
    if (kind == "elision") lexicon.style_.elisions.insert(std::string(table->cell(row, "words")));
  }
  for (const auto& row : table->rows()) {
    const auto kind = table->cell(row, "kind");
    if (kind == "thousands" || kind == "decimal" || kind == "spaced" || kind == "elision") continue;
    std::string_view words = table->cell(row, "words");
    while (!words.empty()) {
      const auto bar = words.find(" | ");
      auto added =
          lexicon.add(words.substr(0, bar), kind, table->cell(row, "value"), table->cell(row, "beside") != "no", table->where(row));
      if (!added) return added.error();
      words.remove_prefix(bar == std::string_view::npos ? words.size() : bar + 3);
    }
  }
  return lexicon;
}

Match Lexicon::longest_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  Match best;
  if (at >= end || tokens[at].kind == TokenKind::digits) return best;
  const auto longest = longest_.find(tokens[at].word);
  if (longest == longest_.end()) return best;
  std::vector<std::string> words;
  for (std::size_t i = at; i < end && words.size() < longest->second; ++i) {
    if (i > at && ((is_hyphen(tokens[i]) && tokens[i].glued) || is_quotation_mark(tokens[i]))) continue;
    words.push_back(tokens[i].word);
    if (const auto found = entries_.find(words); found != entries_.end()) best = {at, i + 1, &found->second};
  }
  return best;
}

Match Lexicon::longest_before(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const {
  const std::size_t reach = 2 * most_words_;  // dashes between the words
  for (std::size_t at = end > begin + reach ? end - reach : begin; at < end; ++at)
    if (const Match match = longest_at(tokens, at, end); match && match.last == end) return match;
  return {};
}

bool Lexicon::split(const std::string& word, std::size_t at, std::vector<Meaning>& parts, std::vector<bool>& dead) const {
  if (at == word.size()) return true;
  if (dead[at]) return false;
  for (std::size_t end = word.size(); end > at; --end) {
    const auto piece = pieces_.find(word.substr(at, end - at));
    if (piece == pieces_.end()) continue;
    if (piece->second.kind == Kind::suffix && (end != word.size() || at == 0)) continue;
    if (piece->second.kind == Kind::joint && (end == word.size() || at == 0)) continue;
    parts.push_back(piece->second);
    if (split(word, end, parts, dead)) return true;
    parts.pop_back();
  }
  dead[at] = true;
  return false;
}

std::vector<Meaning> Lexicon::parts(const std::string& word) const {
  constexpr std::size_t kLongest = 80;
  std::vector<Meaning> found;
  std::vector<bool> dead(word.size() + 1, false);  // offsets that no sequence of pieces goes on from
  if (word.size() > kLongest || !split(word, 0, found, dead)) found.clear();
  return found;
}

}  // namespace laut::meaning::figures
