#include "reader/meaning/quote.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

constexpr std::size_t kDeepest = 8;     // open quotations at a time; bounds the work on hostile texts
constexpr std::uint32_t kNear = 80;     // bytes that hold a word or two
constexpr std::uint32_t kReach = 2000;  // bytes before the evidence in which its sentence begins
constexpr std::uint32_t kLongestNameBytes = 200;
constexpr std::size_t kLongestName = 3;  // words
constexpr std::string_view kCapitalNouns = "de";

struct Style {
  char32_t open;
  std::u32string_view closers;
  bool single;
};

constexpr std::array<Style, 10> kStyles = {{
    {U'\u201E', U"\u201C\u201D\"", false},
    {U'\u201C', U"\u201D\"\u201C", false},
    {U'"', U"\"\u201C\u201D", false},
    {U'\u201D', U"\u201D\"", false},
    {U'\u00AB', U"\u00BB", false},
    {U'\u00BB', U"\u00AB", false},
    {U'\u201A', U"\u2018\u2019'", true},
    {U'\u2018', U"\u2019'", true},
    {U'\'', U"'\u2019", true},
    {U'\u2039', U"\u203A", true},
}};

constexpr std::u32string_view kMarks = U"\u201E\u201C\"\u201D\u00AB\u00BB\u201A\u2018\u2019'\u2039\u203A";

bool is_among(char32_t point, std::u32string_view set) { return set.find(point) != std::u32string_view::npos; }

const Style* style_of(char32_t point) {
  const auto* style = std::find_if(kStyles.begin(), kStyles.end(), [&](const Style& each) { return each.open == point; });
  return style == kStyles.end() ? nullptr : style;
}

bool is_lower(std::string_view letter) {
  const auto point = decode_utf8(letter, 0).point;
  return is_letter(point) && fold(letter) == letter;
}

// A mark and the code points at its sides (a space at the text's ends).
struct Mark {
  char32_t before, point, after;
  std::uint32_t begin, end;

  [[nodiscard]] bool in_word() const { return is_word_character(before) && is_word_character(after); }
  [[nodiscard]] bool free_before() const { return is_space(before) || is_among(before, U"([{-\u2013\u2014/\u2026>"); }
  [[nodiscard]] bool free_after() const { return is_space(after) || is_among(after, U".,;:!?)]}\u2026"); }
  [[nodiscard]] bool may_open() const {
    return is_among(point, U"\u201E\u00AB") || ((free_before() || is_among(before, kMarks)) && !free_after());
  }
  // Looks like an opening mark whatever is open: so a mark that opens and closes alike is told, and one whose pair is missing.
  [[nodiscard]] bool must_open() const { return free_before() && !free_after() && !is_among(point, U"\u00AB\u00BB\u201D\u2019"); }
};

// Pairs the marks of a text, paragraph by paragraph.
class Pairing {
 public:
  explicit Pairing(std::string_view text) : text_(text) {}

  std::vector<Span> run() {
    char32_t before = U' ';
    for (std::uint32_t at = 0; at < text_.size();) {
      const auto [point, length] = decode_utf8(text_, at);
      const std::uint32_t end = at + length;
      if (point == U'\n') close_paragraph(at);
      if (is_among(point, kMarks)) {
        const char32_t after = end < text_.size() ? decode_utf8(text_, end).point : U' ';
        see({before, point, after, at, end});
      }
      before = point;
      at = end;
    }
    close_paragraph(static_cast<std::uint32_t>(text_.size()));
    return outermost();
  }

 private:
  struct Open {
    const Style* style;
    std::uint32_t begin;
  };
  struct Pair {
    Span span;
    const Style* style;
  };

  void see(const Mark& mark) {
    if (mark.in_word() || is_possessive(mark)) return;
    if (!mark.must_open() && close(mark)) return;
    const Style* style = style_of(mark.point);
    if (style && mark.may_open() && open_.size() < kDeepest) open_.push_back({style, mark.begin});
  }

  // "the soldiers' guns"
  [[nodiscard]] bool is_possessive(const Mark& mark) const {
    return is_among(mark.point, U"\u2019'") && (mark.before == U's' || mark.before == U'S') && mark.after == U' ' &&
           mark.end + 1 < text_.size() && is_lower(text_.substr(mark.end + 1, decode_utf8(text_, mark.end + 1).length));
  }

  bool close(const Mark& mark) {
    const auto at = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return is_among(mark.point, open.style->closers); });
    if (at == open_.rend()) return false;
    pairs_.push_back({{at->begin, mark.end}, at->style});
    open_.erase(at.base() - 1, open_.end());
    return true;
  }

  void close_paragraph(std::uint32_t end) {
    const auto paragraph = pairs_.begin() + static_cast<std::ptrdiff_t>(paragraph_);
    std::vector<Pair> unclosed;
    for (const Open& open : open_) {
      if (open.style->single) continue;
      std::uint32_t until = end;
      for (auto pair = paragraph; pair != pairs_.end(); ++pair)
        if (pair->style == open.style && pair->span.begin > open.begin) until = std::min(until, pair->span.begin);
      unclosed.push_back({{open.begin, until}, open.style});
    }
    pairs_.insert(pairs_.end(), unclosed.begin(), unclosed.end());
    open_.clear();
    paragraph_ = pairs_.size();
  }

  std::vector<Span> outermost() {
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
      return a.span.begin < b.span.begin || (a.span.begin == b.span.begin && a.span.end > b.span.end);
    });
    std::vector<Span> spans;
    for (const Pair& pair : pairs_)
      if (spans.empty() || pair.span.begin >= spans.back().end) spans.push_back(pair.span);
    return spans;
  }

  std::string_view text_;
  std::vector<Open> open_;
  std::vector<Pair> pairs_;
  std::size_t paragraph_ = 0;  // its first pair
};

// The last code point before a byte, blanks aside; a line break at the text's begin.
char32_t point_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    at = previous_utf8(text, at);
    const auto point = decode_utf8(text, at).point;
    if (point == U'\n' || !is_space(point)) return point;
  }
  return U'\n';
}

// Whether the paragraph around a byte ends as a sentence does; headlines do not.
bool ends_as_sentence(std::string_view text, std::uint32_t at) {
  const auto end = std::min(text.find('\n', at), text.size());
  const char32_t last = point_before(text, end);
  return is_among(last, U".!?\u2026") || is_among(last, kMarks);
}

// "Miller: They lost 30 men." and what he says next.
bool is_label(const Claim& claim, std::string_view text) {
  const Span source = claim.sources.front().span;
  if (claim.cue || source.end > claim.evidence.begin || source.end >= text.size() || text[source.end] != ':') return false;
  return ends_as_sentence(text, claim.evidence.end);
}

bool overlaps_attribution(const Claim& claim, Span word) {
  if (claim.cue && claim.cue->overlaps(word)) return true;
  return std::any_of(claim.sources.begin(), claim.sources.end(), [&](const auto& source) { return source.span.overlaps(word); });
}

}  // namespace

Quotations::Quotations(std::string_view text, std::string_view language)
    : text_(text), capital_nouns_(language == kCapitalNouns), quotations_(Pairing(text).run()) {}

const Span* Quotations::around(std::uint32_t byte) const {
  auto after = std::upper_bound(quotations_.begin(), quotations_.end(), byte, [](std::uint32_t at, Span span) { return at < span.begin; });
  if (after == quotations_.begin()) return nullptr;
  --after;
  return byte < after->end ? &*after : nullptr;
}

Read<Quote> Quotations::form(const Claim& claim) const {
  if (claim.sources.empty()) return {Quote::none, "quote: no source"};
  const Span* quotation = nullptr;  // the first that the evidence has words in
  bool all_inside = true;           // but for words of the attribution itself
  for (const Word& word : words_in(text_, claim.evidence)) {
    if (const Span* around_word = around(word.span.begin)) {
      if (!quotation) quotation = around_word;
    } else if (!overlaps_attribution(claim, word.span)) {
      all_inside = false;
    }
  }
  if (!quotation && is_label(claim, text_)) return {Quote::direct, "quote: a speaker's label"};
  if (!quotation) return {Quote::indirect, "quote: no marks"};
  if (!all_inside && only_names(claim.evidence)) return {Quote::indirect, "quote: a name in marks"};
  if (!all_inside) return {Quote::mixed, "quote: some words in marks"};
  if (is_fragment(*quotation, claim.evidence)) return {Quote::mixed, "quote: a fragment in marks"};
  return {Quote::direct, "quote: all in marks"};
}

// Words that go on with the sentence around them: no capital and no sentence's end before the evidence.
bool Quotations::is_fragment(Span quotation, Span evidence) const {
  const auto first = words_in(text_, after_span(text_, quotation.begin, kNear));
  if (first.empty()) return false;
  const char32_t before = point_before(text_, quotation.begin);
  const bool lower = is_lower(first.front().raw.substr(0, decode_utf8(first.front().raw, 0).length));
  const bool goes_on = is_word_character(before) || before == U')' || (before == U',' && lower);
  if (!goes_on) return false;
  const auto until = after_span(text_, evidence.begin, kNear).end;
  const auto words = words_in(text_, {std::max(quotation.begin, before_span(text_, evidence.begin, kReach).begin), until});
  return std::none_of(words.begin(), words.end(), [&](const Word& word) {
    return word.opens && word.capital && word.span.begin > first.front().span.begin && word.span.begin <= evidence.begin;
  });
}

bool Quotations::is_name(Span quotation) const {
  if (quotation.size() > kLongestNameBytes) return false;
  const auto words = words_in(text_, quotation);
  if (words.empty() || words.size() > kLongestName) return false;
  for (const Word& word : words)
    if (!word.capital && !is_digit(decode_utf8(word.raw, 0).point)) return false;
  if (!capital_nouns_) return true;
  if (quotation.end < text_.size() && text_[quotation.end] == '-') return true;
  const auto before = words_in(text_, before_span(text_, quotation.begin, kNear));
  return !before.empty() && before.back().capital;
}

bool Quotations::only_names(Span evidence) const {
  const auto first = std::partition_point(quotations_.begin(), quotations_.end(), [&](Span span) { return span.end <= evidence.begin; });
  const auto last = std::partition_point(first, quotations_.end(), [&](Span span) { return span.begin < evidence.end; });
  return std::all_of(first, last, [&](Span span) { return evidence.contains(span) && is_name(span); });
}

}  // namespace laut::meaning
