#include "reader/meaning/mentions.h"

#include <algorithm>

#include "reader/meaning/actor_sum.h"

namespace laut::meaning {
namespace {

constexpr std::size_t kNeighbour = 3;  // words between a role and its country

bool same_sentence(const std::vector<Word>& words, const Clue& a, const Clue& b) {
  const auto& [left, right] = std::minmax(a, b, [](const Clue& x, const Clue& y) { return x.first < y.first; });
  for (std::size_t i = left.first + 1; i <= right.first; ++i)
    if (words[i].opens) return false;
  return right.first <= left.end() + kNeighbour;
}

/// The role beside a country: "Israeli [troops]", "[army] of Israel"; nullptr: none.
const Clue* role_beside(const std::vector<Word>& words, const std::vector<Clue>& clues, std::size_t i) {
  for (const std::size_t beside : {i + 1, i - 1}) {
    if (beside >= clues.size() || !clues[beside].means(RoleMeans::role) || !same_sentence(words, clues[beside], clues[i])) continue;
    const bool right = beside == i + 1;
    const auto gap = right ? clues[beside].first - clues[i].end() : clues[i].first - clues[beside].end();
    if (gap <= (right ? 1U : 2U)) return &clues[beside];
  }
  return nullptr;
}

}  // namespace

Mentions::Mentions(const ClueTables& tables, std::string_view text, std::string_view language, std::optional<Day> day) {
  const auto words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
  std::size_t sentence = 0;
  for (const auto& word : words) {
    if (word.opens) ++sentence;
    begins_.push_back(word.span.begin);
    sentences_.push_back(sentence);
  }
  const auto clues = tables.find(words, language, day);
  for (std::size_t i = 0; i < clues.size(); ++i) add(words, clues, i);
}

void Mentions::add(const std::vector<Word>& words, const std::vector<Clue>& clues, std::size_t i) {
  const auto& clue = clues[i];
  if (clue.word != nullptr) return;
  Mention mention;
  mention.span = {words[clue.first].span.begin, words[clue.end() - 1].span.end};
  mention.word = clue.first;
  mention.sentence = sentences_[clue.first];
  mention.state = state_of(clue);
  mention.place = clue.named == nullptr && (clue.as == CountryWord::capital || clue.theatre);
  mention.code = clue.named != nullptr ? clue.named->code : mention.state;
  if (const Clue* role = mention.code.size() == 3 ? role_beside(words, clues, i) : nullptr) {
    mention.code += role->word->role;
    mention.span.begin = std::min(mention.span.begin, words[role->first].span.begin);
    mention.span.end = std::max(mention.span.end, words[role->end() - 1].span.end);
  }
  mentions_.push_back(std::move(mention));
}

std::size_t Mentions::word_at(std::uint32_t byte) const {
  return static_cast<std::size_t>(std::lower_bound(begins_.begin(), begins_.end(), byte) - begins_.begin());
}

std::size_t Mentions::sentence_of(std::uint32_t byte) const {
  const auto word = word_at(byte);
  if (sentences_.empty()) return 0;
  return sentences_[std::min(word, sentences_.size() - 1)];
}

}  // namespace laut::meaning
