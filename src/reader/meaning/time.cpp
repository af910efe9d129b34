#include "reader/meaning/time.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/table.h"
#include "reader/meaning/time_actions.h"
#include "reader/meaning/time_grammar.h"

namespace laut::meaning {

using namespace times;  // NOLINT(google-build-using-namespace): the parts of this one kind of meaning

namespace {

constexpr std::size_t kHead = 2000;      // bytes of a text in which it prints its own day
constexpr std::size_t kMarkReach = 40;   // bytes after the mark
constexpr long kMarkDays = 60;           // a printed day further from publication is that of something else
constexpr std::size_t kMostTried = 8;    // expressions that begin at one token
constexpr std::uint32_t kNear = 8;       // tokens between a day and a time of the clock that belongs to it
constexpr std::size_t kLookBack = 1200;  // bytes before the words in which a time is looked for that they may lean on

Span span_of(const Chart& chart, std::uint32_t begin, std::uint32_t end) {
  return {chart.tokens[begin].span.begin, chart.tokens[end - 1].span.end};
}

bool is_reading(const Item& item) { return item.rule != kNoRule && (item.kind == kTime || item.kind == kPhrase || item.kind == kLength); }

/// Items that are times, those that cover most first; of the same length times before lengths, those further on
/// first, and what stands first in the table.
std::vector<std::uint32_t> by_coverage(const Chart& chart) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < chart.items.size(); ++i)
    if (is_reading(chart.items[i])) found.push_back(i);
  std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Item& x = chart.items[a];
    const Item& y = chart.items[b];
    if (x.end - x.begin != y.end - y.begin) return x.end - x.begin > y.end - y.begin;
    if ((x.kind == kLength) != (y.kind == kLength)) return y.kind == kLength;
    return x.begin != y.begin ? x.begin > y.begin : x.rule < y.rule;
  });
  return found;
}

}  // namespace

struct Times::Tables {
  std::map<std::string, Grammar, std::less<>> languages;

  [[nodiscard]] const Grammar* of(std::string_view language) const {
    const auto found = languages.find(language);
    return found == languages.end() ? nullptr : &found->second;
  }
};

namespace {

struct Found {
  Span span;
  When when;
};

/// Days that later words can lean on.
bool is_anchor(const When& when) { return when.days && when.type != TimexType::duration && when.timex != "PRESENT_REF"; }

/// The expressions of a text as TIMEX3 delimits them, each with its meaning, left to right.
class Expressions {
 public:
  Expressions(const Grammar& grammar, std::string_view text, const Reference& outer)
      : grammar_(grammar), chart_(grammar.parse(text, false)), reference_(outer) {
    if (outer.tagging && outer.day) anchor_ = last_day_ = DayInterval{*outer.day, *outer.day};  // a text speaks of its own day first
    reference_.anchor = [this] { return anchor_; };
    reference_.last_day = [this] { return last_day_; };
    reference_.near = [this] { return anchor_ == last_day_ && at_ < last_end_ + kNear ? last_day_ : std::nullopt; };
  }
  Expressions(const Expressions&) = delete;
  Expressions& operator=(const Expressions&) = delete;

  std::vector<Found> run() {
    while (at_ < chart_.tokens.size()) {
      std::uint32_t next = at_ + 1;
      for (const std::uint32_t candidate : candidates()) {
        const auto end = take(chart_.items[candidate], candidate);
        if (!end) continue;
        next = *end;
        break;
      }
      at_ = next;
    }
    return std::move(found_);
  }

 private:
  /// Items at the present token that TIMEX3 would mark, the longest first.
  std::vector<std::uint32_t> candidates() const {
    std::vector<std::uint32_t> here;
    for (std::uint32_t i = chart_.first[at_]; i < chart_.first[at_] + chart_.count[at_]; ++i)
      if (is_reading(chart_.items[i]) && grammar_.rule(chart_.items[i].rule).tag) here.push_back(i);
    const auto rank = [&](std::uint32_t i) { return std::pair(chart_.items[i].end, chart_.items[i].kind != kLength); };
    std::stable_sort(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(b) < rank(a); });
    if (here.size() > kMostTried) here.resize(kMostTried);
    return here;
  }

  /// Adds the item if it makes sense; the token to go on from.
  std::optional<std::uint32_t> take(const Item& item, std::uint32_t number) {
    const TimeRule& rule = grammar_.rule(item.rule);
    if (rule.pass) return item.end;
    if (item.end - item.begin <= rule.skip + rule.drop) return std::nullopt;
    auto sense = evaluate(grammar_, chart_, number, reference_);
    if (!sense) return std::nullopt;
    When when = item.kind == kLength ? length_as_time(*sense, reference_).when : std::move(sense->when);
    if (is_anchor(when)) anchor_ = when.days;
    if (is_anchor(when) && when.days->from == when.days->to) last_day_ = when.days;
    last_end_ = item.end - rule.drop;
    found_.push_back({span_of(chart_, item.begin + rule.skip, last_end_), std::move(when)});
    return last_end_;
  }

  const Grammar& grammar_;
  Chart chart_;
  Reference reference_;
  std::vector<Found> found_;
  std::optional<DayInterval> anchor_;
  std::optional<DayInterval> last_day_;
  std::uint32_t at_ = 0;
  std::uint32_t last_end_ = 0;
};

std::vector<Found> expressions(const Grammar& grammar, std::string_view text, const Reference& reference) {
  return Expressions(grammar, text, reference).run();
}

std::string_view tail_of(std::string_view text) {
  std::size_t begin = text.size() > kLookBack ? text.size() - kLookBack : 0;
  while (begin > 0 && begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

/// The times spoken of before the words, read when they are first asked for.
class Before {
 public:
  Before(const Grammar& grammar, std::string_view text, const Reference& reference)
      : grammar_(grammar), text_(tail_of(text)), reference_{reference.day, reference.basis, false, false, {}, {}, {}} {}

  /// The last days, or the last single day.
  [[nodiscard]] std::optional<DayInterval> last(bool single) const {
    if (!found_) found_ = expressions(grammar_, text_, reference_);
    for (auto it = found_->rbegin(); it != found_->rend(); ++it)
      if (is_anchor(it->when) && (!single || it->when.days->from == it->when.days->to)) return it->when.days;
    return std::nullopt;
  }

 private:
  const Grammar& grammar_;
  std::string_view text_;
  Reference reference_;
  mutable std::optional<std::vector<Found>> found_;
};

/// The day that the text itself prints as its own ("Stand: 31.07.2024 06:30 Uhr"), if it is near the day of publication.
std::optional<Day> printed_day(const Grammar& grammar, std::string_view text, std::optional<Day> published) {
  const std::string_view head = text.substr(0, kHead);
  for (const std::string& mark : grammar.as_of()) {
    const auto at = head.find(mark);
    if (at == std::string_view::npos) continue;
    for (const Found& found : expressions(grammar, text.substr(at + mark.size(), kMarkReach), Reference{}))
      if (found.when.days && found.when.days->from == found.when.days->to) {
        const Day day = found.when.days->from;
        const bool near = !published || std::abs((day - *published).count()) <= kMarkDays;
        return near ? std::optional<Day>(day) : std::nullopt;
      }
  }
  return std::nullopt;
}

Time time_of(const When& when) {
  Time time;
  const bool placed = when.days && when.days->from <= when.days->to;
  time.basis = placed ? when.basis : TimeBasis::unresolved;
  if (!when.timex.empty()) time.timex = when.timex;
  if (!placed) return time;
  time.from = when.days->from;
  time.to = when.days->to;
  time.precision = precision_of(*when.days);
  return time;
}

}  // namespace

Result<Times> Times::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& language : languages_in(data)) {
    std::error_code error;
    if (!std::filesystem::exists(data / language / "times.tsv", error)) continue;
    auto grammar = Grammar::load(data / language, language);
    if (!grammar) return grammar.error();
    tables->languages.emplace(language, std::move(*grammar));
  }
  Times times;
  times.tables_ = std::move(tables);
  return times;
}

Read<Time> Times::read(const Phrase& words, const TimeContext& context) const {
  const Grammar* grammar = tables_ ? tables_->of(words.language) : nullptr;
  if (!grammar) return {Time{}, ""};
  Reference reference;
  reference.day = context.utterance ? context.utterance : printed_day(*grammar, words.text, context.published);
  if (!reference.day) reference.day = context.published;
  reference.basis = context.utterance ? TimeBasis::utterance : TimeBasis::publication;
  reference.planned = context.planned;
  const Before before(*grammar, words.before(), reference);
  reference.anchor = [&] { return before.last(false); };
  reference.last_day = reference.near = [&] { return before.last(true); };
  const Chart chart = grammar->parse(words.words(), true);
  for (const std::uint32_t candidate : by_coverage(chart)) {
    const Item& item = chart.items[candidate];
    const auto sense = evaluate(*grammar, chart, candidate, reference);
    if (!sense) continue;
    const When when = item.kind == kLength ? length_as_time(*sense, reference).when : sense->when;
    return {time_of(when), grammar->rule(item.rule).where};
  }
  return {Time{}, ""};
}

std::vector<Timex> Times::tag(std::string_view text, std::string_view language, std::optional<Day> published) const {
  std::vector<Timex> tagged;
  const Grammar* grammar = tables_ ? tables_->of(language) : nullptr;
  if (!grammar) return tagged;
  Reference reference;
  reference.day = published;
  reference.tagging = true;
  for (Found& found : expressions(*grammar, text, reference))
    tagged.push_back({found.span, std::string(name_of(found.when.type)), std::move(found.when.timex)});
  return tagged;
}

}  // namespace laut::meaning
