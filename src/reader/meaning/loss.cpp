#include "reader/meaning/loss.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/table.h"
#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

enum class LossWord : Lexicon::Entry { killed, wounded, either };

constexpr std::uint32_t kReach = 80;  // bytes before and after the trigger
constexpr std::size_t kBetween = 2;   // words at each side of the "or"

bool holds_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether only a few words, none of them a figure or a new sentence's first, lie between two matches.
bool close(const std::vector<Word>& words, const Lexicon::Match& left, const Lexicon::Match& right) {
  const std::size_t from = left.first + left.count;
  if (right.first - from > kBetween) return false;
  for (std::size_t i = from; i <= right.first; ++i)
    if (words[i].opens || holds_digit(words[i].raw)) return false;
  return true;
}

}  // namespace

struct Losses::Tables {
  std::map<std::string, Lexicon, std::less<>> languages;

  Result<Done> add(const std::filesystem::path& folder) {
    auto inflections = Inflections::read(folder / "inflections.tsv");
    if (!inflections) return inflections.error();
    const auto table = Table::read(folder / "losses.tsv", {"words", "means"});
    if (!table) return table.error();
    Lexicon& lexicon = languages[folder.filename().string()];
    for (const auto& row : table->rows()) {
      const std::string_view means = table->cell(row, "means");
      const LossWord loss = means == "killed" ? LossWord::killed : means == "wounded" ? LossWord::wounded : LossWord::either;
      if (loss == LossWord::either && means != "or")
        return Error{ErrorKind::input, "means must be killed, wounded or or", table->where(row)};
      lexicon.add_list(table->cell(row, "words"), static_cast<Lexicon::Entry>(loss), *inflections);
    }
    return Done{};
  }
};

Result<Losses> Losses::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& language : languages_in(data))
    if (const auto added = tables->add(data / language); !added) return added.error();
  Losses losses;
  losses.tables_ = std::move(tables);
  return losses;
}

std::optional<Read<Span>> Losses::joined(const Phrase& trigger) const {
  const auto language = tables_->languages.find(trigger.language);
  if (language == tables_->languages.end()) return std::nullopt;
  const Span around{before_span(trigger.text, trigger.span.begin, kReach).begin, after_span(trigger.text, trigger.span.end, kReach).end};
  const auto words = words_in(trigger.text, around);
  const auto matches = language->second.find(words);
  const auto means = [&](std::size_t i) { return static_cast<LossWord>(matches[i].entries.front()); };
  for (std::size_t i = 0; i + 2 < matches.size(); ++i) {
    if (means(i) == LossWord::either || means(i + 1) != LossWord::either || means(i + 2) == LossWord::either) continue;
    if (means(i) == means(i + 2) || !close(words, matches[i], matches[i + 1]) || !close(words, matches[i + 1], matches[i + 2])) continue;
    const Span whole{words[matches[i].first].span.begin, words[matches[i + 2].first + matches[i + 2].count - 1].span.end};
    if (whole.overlaps(trigger.span)) return Read<Span>{whole, "losses/" + std::string(trigger.language) + ": killed or wounded"};
  }
  return std::nullopt;
}

}  // namespace laut::meaning
