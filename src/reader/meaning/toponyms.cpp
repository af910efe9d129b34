#include "reader/meaning/toponyms.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::meaning {
namespace {

constexpr std::size_t kShortestName = 3;  // letters of a name
constexpr std::size_t kShortestStem = 4;  // letters of what is left when an ending is taken off
constexpr std::size_t kLongestName = 6;   // words
constexpr std::size_t kMostPartial = 24;  // beginnings of names followed at once

constexpr std::array<std::string_view, 12> kArticles{"al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ed", "es", "et"};

std::size_t letters_in(std::string_view key) { return CodePoints(key).count(); }

/// English names cannot be told from others there.
bool is_cyrillic(std::string_view key) { return !key.empty() && (static_cast<unsigned char>(key.front()) & 0xFCU) == 0xD0U; }

/// What stands between two words is nothing but an apostrophe ("Qa'im", but not "Turkey's").
bool joined(const Word& left, const Word& right) {
  const auto gap = right.span.begin - left.span.end;
  if (right.folded == "s" || right.span.begin <= left.span.end || gap > 3 || left.raw.data() + left.raw.size() + gap != right.raw.data())
    return false;
  const auto [point, length] = decode_utf8(std::string_view(left.raw.data() + left.raw.size(), gap), 0);
  return length == gap && (point == U'\'' || point == 0x2019 || point == 0x2BC || point == 0x2018 || point == 0x60 || point == 0x2BF);
}

}  // namespace

bool is_arabic_article(std::string_view folded) { return std::find(kArticles.begin(), kArticles.end(), folded) != kArticles.end(); }

Result<Stems> Stems::read(const std::filesystem::path& file) {
  auto forward = Inflections::read(file);
  if (!forward) return forward.error();
  auto table = Table::read(file, {"ending", "forms"});
  if (!table) return table.error();
  Stems stems;
  stems.forward_ = *std::move(forward);
  for (const auto& row : table->rows()) {
    auto ending = fold(table->cell(row, "ending"));
    if (ending == "-") ending.clear();
    std::string list(table->cell(row, "forms"));
    std::replace(list.begin(), list.end(), ' ', '|');
    for (const auto form : list_of(list)) {
      const auto folded = form == "-" ? std::string() : fold(form);
      stems.endings_[folded].push_back(ending);
      stems.longest_ = std::max(stems.longest_, folded.size());
    }
  }
  return stems;
}

std::vector<std::string> Stems::of(std::string_view folded) const {
  std::vector<std::string> stems;
  for (std::size_t size = 0; size <= std::min(longest_, folded.size()); ++size) {
    const auto endings = endings_.find(std::string(folded.substr(folded.size() - size)));
    if (endings == endings_.end()) continue;
    for (const auto& ending : endings->second) {
      auto stem = std::string(folded.substr(0, folded.size() - size)) + ending;
      if (stem == folded || letters_in(stem) < kShortestStem) continue;
      const auto forms = forward_.forms(stem);  // only the longest ending of a word applies: look whether this one does
      if (std::find(forms.begin(), forms.end(), folded) != forms.end()) stems.push_back(std::move(stem));
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

/// One or more words of the text that are one word of a name.
struct Toponyms::Token {
  std::size_t word = 0;
  std::size_t words = 1;
  bool capital = false;
  bool opens = false;
  std::string folded;
  std::vector<std::string> keys;  // made when asked for: the word as it stands first, then those it may be a form of

  static std::vector<Token> all(const std::vector<Word>& words);
};

Result<Toponyms> Toponyms::load(const std::filesystem::path& data) {
  auto gazetteer = Gazetteer::load(data / "shared" / "gazetteer.bin");
  if (!gazetteer) return gazetteer.error();
  Toponyms result;
  result.gazetteer_ = *std::move(gazetteer);
  for (const auto& language : languages_in(data)) {
    auto stems = Stems::read(data / language / "inflections.tsv");
    if (!stems) return stems.error();
    result.stems_.emplace(language, *std::move(stems));
  }
  return result;
}

std::vector<Toponyms::Token> Toponyms::Token::all(const std::vector<Word>& words) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Token token{i, 1, words[i].capital, words[i].opens || words[i].after_comma, words[i].folded, {}};
    for (; i + 1 < words.size() && joined(words[i], words[i + 1]); ++i, ++token.words) token.folded += words[i + 1].folded;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

const std::vector<std::string>& Toponyms::keys_of(Token& token, const Stems& stems) const {
  if (token.keys.empty()) {
    token.keys.push_back(gazetteer_.key(token.folded));
    for (const auto& stem : stems.of(token.folded)) token.keys.push_back(gazetteer_.key(stem));
  }
  return token.keys;
}

bool Toponyms::Mention::usual(const Site& site) const { return std::find(own.begin(), own.end(), site.index) != own.end(); }

Toponyms::Mention Toponyms::longest_at(std::vector<Token>& tokens, std::size_t first, const Stems& stems) const {
  struct Partial {
    std::string key;
    bool inflected = false;
  };
  Mention best;
  std::vector<Partial> partials{{"", false}};
  for (std::size_t at = first; at < tokens.size() && at < first + kLongestName && !partials.empty(); ++at) {
    if (at > first && tokens[at].opens) break;
    std::vector<Partial> next;
    Mention found{tokens[first].word, tokens[at].word + tokens[at].words - tokens[first].word, true, {}, {}};
    const auto& keys = keys_of(tokens[at], stems);
    for (const auto& partial : partials)
      for (std::size_t form = 0; form < keys.size() && next.size() < kMostPartial; ++form) {
        auto key = partial.key.empty() ? keys[form] : partial.key + ' ' + keys[form];
        const bool inflected = partial.inflected || form > 0;
        if ((tokens[at].capital || at > first) && letters_in(key) >= kShortestName &&
            (inflected ? found.sites.empty() || found.inflected : true)) {
          auto sites = gazetteer_.find(key);
          if (!sites.empty() && !inflected) found.sites.clear();
          if (!sites.empty()) found.inflected = inflected;
          for (const auto& site : sites)
            if (is_cyrillic(key) || (gazetteer_.key(site.name) + ' ').starts_with(key + ' ')) found.own.push_back(site.index);
          found.sites.insert(found.sites.end(), sites.begin(), sites.end());
        }
        if (gazetteer_.continues(key)) next.push_back({std::move(key), inflected});
      }
    if (!found.sites.empty()) best = std::move(found);
    partials = std::move(next);
  }
  return best;
}

std::vector<Toponyms::Mention> Toponyms::find(const std::vector<Word>& words, std::string_view language) const {
  std::vector<Mention> mentions;
  const auto stems = stems_.find(std::string(language));
  if (stems == stems_.end()) return mentions;
  auto tokens = Token::all(words);
  for (std::size_t first = 0; first < tokens.size();) {
    const bool article = first + 1 < tokens.size() && tokens[first + 1].capital && is_arabic_article(tokens[first].folded);
    Mention best;
    if (tokens[first].capital || article) best = longest_at(tokens, first, stems->second);
    const std::size_t end = best.first + best.count;
    if (best.count == 0) {
      ++first;
      continue;
    }
    while (first < tokens.size() && tokens[first].word < end) ++first;
    mentions.push_back(std::move(best));
  }
  return mentions;
}

}  // namespace laut::meaning
