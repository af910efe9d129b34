#include "reader/meaning/coverage_cues.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/table.h"

namespace laut::meaning::coverage {
namespace {

constexpr std::array<std::string_view, 19> kNames{"since", "from",     "start", "begin", "date", "until", "total", "span", "ago", "window",
                                                  "event", "campaign", "alone", "and",   "we",   "own",   "body",  "says", "wide"};
constexpr std::size_t kNear = 3;       // words
constexpr std::uint32_t kReach = 120;  // bytes that a phrase of "since ..." may be long
constexpr std::size_t kYearDigits = 4;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Where the longest run of digits is at least so long.
bool has_digits(std::string_view words, std::size_t many) {
  std::size_t run = 0;
  for (const char byte : words) {
    run = is_digit(byte) ? run + 1 : 0;
    if (run >= many) return true;
  }
  return false;
}

}  // namespace

Result<CueTable> CueTable::read(const std::filesystem::path& file) {
  auto table = Table::read(file, {"word", "means"});
  if (!table) return table.error();
  CueTable cues;
  for (const auto& row : table->rows()) {
    const auto* cue = std::find(kNames.begin(), kNames.end(), table->cell(row, "means"));
    if (cue == kNames.end())
      return Error{ErrorKind::input, "no such cue: '" + std::string(table->cell(row, "means")) + "'", table->where(row)};
    cues.words.add_list(table->cell(row, "word"), static_cast<Lexicon::Entry>(cues.means.size()), {});
    cues.means.push_back(static_cast<Cue>(cue - kNames.begin()));
  }
  return cues;
}

Marks::Marks(const CueTable& table, std::string_view text) : text_(text) {
  const auto words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
  for (const auto& match : table.words.find(words))
    for (const auto entry : match.entries)
      marks_.push_back({table.means[entry], {words[match.first].span.begin, words[match.first + match.count - 1].span.end}});
}

std::vector<Marks::Mark>::const_iterator Marks::from(std::uint32_t at) const {
  return std::lower_bound(marks_.begin(), marks_.end(), at, [](const Mark& mark, std::uint32_t begin) { return mark.span.begin < begin; });
}

std::vector<Span> Marks::all(Span span, Cue cue) const {
  std::vector<Span> found;
  for (auto mark = from(span.begin); mark != marks_.end() && mark->span.begin < span.end; ++mark)
    if (mark->cue == cue && mark->span.end <= span.end) found.push_back(mark->span);
  return found;
}

bool Marks::has(Span span, Cue cue) const { return !all(span, cue).empty(); }

bool Marks::opens_with(Span words, Cue cue) const {
  const auto found = all(words, cue);
  return !found.empty() && words_between(words.begin, found.front().begin) == 0;
}

bool Marks::since_start(Span words) const {
  for (const Span since : all(words, Cue::since))
    if (starts_something({since.begin, std::min(words.end, since.end + kReach)})) return true;
  if (!opens_with(words, Cue::from)) return false;
  return starts_something(words);
}

bool Marks::starts_something(Span phrase) const {
  const auto comma = phrase.in(text_).find_first_of(",;:.!?");
  if (comma != std::string_view::npos) phrase.end = phrase.begin + static_cast<std::uint32_t>(comma);
  if (has(phrase, Cue::start)) return true;
  const auto begins = all(phrase, Cue::begin);
  if (begins.empty()) return false;
  const auto dates = all(phrase, Cue::date);
  return std::none_of(dates.begin(), dates.end(), [&](Span date) {
    return date.begin >= begins.front().end && words_between(begins.front().end, date.begin) <= kNear;
  });
}

bool Marks::since_year(Span words) const {
  return (has(words, Cue::since) || opens_with(words, Cue::from)) && has_digits(words.in(text_), kYearDigits);
}

bool Marks::has_date(Span words) const { return has_digits(words.in(text_), 1) || has(words, Cue::date); }

bool Marks::near(Span span, Cue cue) const {
  const auto before = before_span(text_, span.begin, kReach);
  const auto after = after_span(text_, span.end, kReach);
  const auto earlier = all({before.begin, span.begin}, cue);
  if (!earlier.empty() && words_between(earlier.back().end, span.begin) <= kNear) return true;
  const auto later = all({span.end, after.end}, cue);
  return has(span, cue) || (!later.empty() && words_between(span.end, later.front().begin) <= kNear);
}

bool Marks::is_kind(Span place, Cue cue) const {
  if (has(place, cue)) return true;
  const auto later = all(after_span(text_, place.end, kReach), cue);
  if (later.empty()) return false;
  const Span gap{place.end, later.front().begin};
  if (gap.in(text_).find_first_of(",.;:!?\n") != std::string_view::npos) return false;
  const auto words = words_between(gap.begin, gap.end);
  return words == 0 || (words <= kNear && listed(place));
}

bool Marks::right_before(Span span, Cue cue) const {
  const auto earlier = all(before_span(text_, span.begin, kReach), cue);
  return !earlier.empty() && words_between(earlier.back().end, span.begin) <= 1;
}

bool Marks::listed(Span place) const {
  if (has(place, Cue::both)) return true;
  const Span after = after_span(text_, place.end, kReach);
  const auto joins = all(after, Cue::both);
  if (joins.empty()) return false;
  const Span gap{after.begin, joins.front().begin};
  const auto names = words_between(gap.begin, gap.end);
  const bool enumerates = names == 0 || (names <= kNear && text_[gap.begin] == ',');
  if (!enumerates || gap.in(text_).find_first_of(".;:!?()\n") != std::string_view::npos) return false;
  std::uint32_t last = joins.front().end;
  for (const auto& word : words_in(text_, {joins.front().end, after.end})) {
    if (text_.substr(last, word.span.begin - last).find_first_not_of(' ') != std::string_view::npos) return false;
    if (word.capital || words_between(joins.front().end, word.span.end) > kNear) return word.capital;
    last = word.span.end;
  }
  return false;
}

std::size_t Marks::words_between(std::uint32_t begin, std::uint32_t end) const {
  return begin >= end ? 0 : words_in(text_, {begin, end}).size();
}

}  // namespace laut::meaning::coverage
