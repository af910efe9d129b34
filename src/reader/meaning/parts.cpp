#include "reader/meaning/parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/table.h"
#include "reader/meaning/names.h"
#include "reader/meaning/sentence.h"

namespace laut::meaning {
namespace {

enum class Join { before, either, whole, between, join };
constexpr std::array<std::string_view, 5> kJoins{"before", "either", "whole", "between", "and"};

constexpr std::size_t kReachBefore = 9;   // words from "among them" to the figure: "among them, doctors say, were 14"
constexpr std::size_t kReachAfter = 4;    // words from the figure to "among them": "five small children among them"
constexpr std::size_t kReachOpening = 5;  // words from "of the" to the figure of a whole that is told first
constexpr std::uint32_t kGap = 4;         // bytes between two sentences

struct Language {
  Lexicon words;
  std::vector<Join> joins;
};

struct Mark {
  Join join = Join::before;
  Span span;
};

/// The claims of one article that count something.
class Finder {
 public:
  Finder(std::vector<Claim>& claims, const Document& document, const Language& language) : claims_(claims), text_(document.text) {
    const auto words = words_in(text_, {0, static_cast<std::uint32_t>(text_.size())});
    for (const auto& match : language.words.find(words))
      for (const auto entry : match.entries)
        marks_.push_back({language.joins[entry], {words[match.first].span.begin, words[match.first + match.count - 1].span.end}});
  }

  void tell() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!claims_[i].count) continue;
      const auto whole = whole_of(i);
      if (!whole || !fits(i, *whole)) continue;
      claims_[i].part_of = claims_[*whole].id;
      claims_[i].by["part_of"] = "parts: " + std::string(by_);
      taken_[*whole] += claims_[i].count->low.value_or(0);
      of_[i] = *whole;
    }
  }

 private:
  /// The claim whose part claim `i` is said to be.
  std::optional<std::size_t> whole_of(std::size_t i) {
    if (const auto behind = whole_behind(i)) return behind;
    const auto before = counted_before(i);
    if (!before) return std::nullopt;
    const auto whole = of_.contains(*before) ? of_[*before] : *before;
    if (whole == i) return std::nullopt;  // "[12] of the 25": the one before is its part
    if (joined_before(i, *before) || joined_after(i)) return near(whole, i) ? std::optional(whole) : std::nullopt;
    if (!in_one_sentence(text_, claims_[whole].count->span.begin, begin_of(i))) return std::nullopt;
    if (claims_[i].count->unit == "percent" && claims_[whole].count->unit != "percent") return by_ = "a share", whole;
    if (opened(whole)) return whole;
    if (of_.contains(*before) && listed(*before, i)) return by_ = "in a list", whole;
    return std::nullopt;
  }

  /// The counted claim of the same event right before claim `i`.
  [[nodiscard]] std::optional<std::size_t> counted_before(std::size_t i) const {
    for (std::size_t k = i; k-- > 0;)
      if (claims_[k].count && claims_[k].event == claims_[i].event && claims_[k].count->span.end <= begin_of(i)) return k;
    return std::nullopt;
  }

  /// "among them [14] children", "among them, doctors say, [14] children"; at the head of its sentence of one in the sentence before.
  bool joined_before(std::size_t i, std::size_t before) {
    const auto from = claims_[before].count->span.end;
    for (auto mark = marks_from(begin_of(i)); mark != marks_.begin();) {
      --mark;
      if (mark->span.end > begin_of(i) || mark->join > Join::either) continue;
      if (mark->span.begin < from) return false;
      if (mark->join == Join::either && of_.contains(before) && mark->span.in(text_) == claims_[before].by["part_of"].substr(7) &&
          words_between(from, mark->span.begin) <= kReachAfter)
        return false;  // "[seven] of them children": the word is spent
      by_ = mark->span.in(text_);
      return words_between(mark->span.end, begin_of(i)) <= kReachBefore && in_one_sentence(text_, mark->span.begin, begin_of(i));
    }
    return false;
  }

  /// "[five] children among them", "[22] of them children".
  bool joined_after(std::size_t i) {
    const auto from = claims_[i].count->span.end;
    for (auto at = marks_from(from); at != marks_.end(); ++at) {
      const auto& mark = *at;
      if (mark.join != Join::either) continue;
      const auto between = text_.substr(from, mark.span.begin - from);
      if (between.find_first_of(",;:.\n") != std::string_view::npos || words_between(from, mark.span.begin) > kReachAfter) return false;
      if (another_count(i, mark.span.begin)) return false;
      by_ = mark.span.in(text_);
      return !followed_by_count(mark);
    }
    return false;
  }

  /// "ten people, among them [two]": the word belongs to the figure behind it.
  [[nodiscard]] bool followed_by_count(const Mark& mark) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.count && claim.count->span.begin >= mark.span.end && words_between(mark.span.end, claim.count->span.begin) == 0;
    });
  }

  [[nodiscard]] bool another_count(std::size_t i, std::uint32_t until) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.count && claim.count->span.begin > begin_of(i) && claim.count->span.begin < until;
    });
  }

  /// "Of [25] people gunned down, ...", "Unter den bisher [884] Toten ...".
  bool opened(std::size_t whole) {
    const auto sentence = sentence_at(text_, begin_of(whole));
    for (auto at = marks_from(sentence.begin); at != marks_.end() && at->span.end <= begin_of(whole); ++at) {
      const auto& mark = *at;
      if (mark.join != Join::whole) continue;
      const auto before = text_.substr(sentence.begin, mark.span.begin - sentence.begin);
      const bool opens =
          before.empty() || before.find_last_of(",;:") != std::string_view::npos || words_between(sentence.begin, mark.span.begin) == 0;
      if (opens && words_between(mark.span.end, begin_of(whole)) <= kReachOpening) return by_ = mark.span.in(text_), true;
    }
    return false;
  }

  /// "[12] of the 25 killed": the claim behind.
  std::optional<std::size_t> whole_behind(std::size_t i) {
    if (i + 1 >= claims_.size() || !claims_[i + 1].count || claims_[i + 1].event != claims_[i].event) return std::nullopt;
    const auto from = claims_[i].count->span.end;
    const auto to = begin_of(i + 1);
    for (auto mark = marks_from(from); mark != marks_.end() && mark->span.end <= to; ++mark)
      if (mark->join == Join::between && words_between(from, mark->span.begin) == 0 && words_between(mark->span.end, to) == 0)
        return by_ = mark->span.in(text_), i + 1;
    return std::nullopt;
  }

  /// "50 children, 94 women and [four] medics".
  [[nodiscard]] bool listed(std::size_t before, std::size_t i) const {
    const auto& last = claims_[before];
    const auto from = last.target ? std::max(last.target->span.end, last.count->span.end) : last.count->span.end;
    if (from > begin_of(i)) return false;
    const auto between = text_.substr(from, begin_of(i) - from);
    if (between.find_first_of(";:.") != std::string_view::npos || words_between(from, begin_of(i)) > 1) return false;
    const bool comma = between.find(',') != std::string_view::npos;
    bool join = false;
    for (auto mark = marks_from(from); mark != marks_.end() && mark->span.end <= begin_of(i); ++mark) join |= mark->join == Join::join;
    return comma != join;
  }

  /// The whole stands in the sentence of its part or in the one before.
  [[nodiscard]] bool near(std::size_t whole, std::size_t i) const {
    const auto sentence = sentence_at(text_, begin_of(i));
    if (sentence.begin <= begin_of(whole)) return true;
    return sentence_at(text_, begin_of(whole)).end + kGap >= sentence.begin;
  }

  [[nodiscard]] bool fits(std::size_t i, std::size_t whole) const {
    const auto& part = *claims_[i].count;
    const auto& all = *claims_[whole].count;
    if (part.unit == "percent") return true;
    if (part.unit != all.unit) return false;
    const auto taken = taken_.find(whole);
    const double others = taken == taken_.end() ? 0 : taken->second;
    return !part.low || !all.high || *part.low + others <= *all.high;
  }

  /// The first mark that begins at `at` or behind it.
  [[nodiscard]] std::vector<Mark>::const_iterator marks_from(std::uint32_t at) const {
    return std::lower_bound(marks_.begin(), marks_.end(), at,
                            [](const Mark& mark, std::uint32_t begin) { return mark.span.begin < begin; });
  }

  [[nodiscard]] std::uint32_t begin_of(std::size_t i) const { return claims_[i].count->span.begin; }
  [[nodiscard]] std::size_t words_between(std::uint32_t from, std::uint32_t to) const {
    return from >= to ? 0 : words_in(text_, {from, to}).size();
  }

  std::vector<Claim>& claims_;
  std::string_view text_;
  std::vector<Mark> marks_;
  std::map<std::size_t, double> taken_;    // of a whole, by its parts
  std::map<std::size_t, std::size_t> of_;  // a part's whole
  std::string_view by_;
};

Result<Done> load_words(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "joins"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    const auto* join = std::find(kJoins.begin(), kJoins.end(), table->cell(row, "joins"));
    if (join == kJoins.end())
      return Error{ErrorKind::input, "no such join: '" + std::string(table->cell(row, "joins")) + "'", table->where(row)};
    language.words.add_list(table->cell(row, "word"), static_cast<Lexicon::Entry>(language.joins.size()), {});
    language.joins.push_back(static_cast<Join>(join - kJoins.begin()));
  }
  return Done{};
}

}  // namespace

struct Parts::Tables {
  std::map<std::string, Language, std::less<>> languages;
};

Result<Parts> Parts::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& name : languages_in(data))
    if (auto loaded = load_words(data / name / "parts.tsv", tables->languages[name]); !loaded) return loaded.error();
  Parts parts;
  parts.tables_ = std::move(tables);
  return parts;
}

void Parts::tell(std::vector<Claim>& claims, const Document& document) const {
  const auto language = tables_->languages.find(document.language);
  if (language != tables_->languages.end()) Finder(claims, document, language->second).tell();
}

}  // namespace laut::meaning
