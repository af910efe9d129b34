#include "cli/marks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cli/glyphs.h"

namespace laut::cli {
namespace {

Tint tint_of(Event event) { return is_loss(event) ? Tint::loss : Tint::action; }

struct Mark {
  Span span;
  Tint tint = Tint::none;
};

// All marks of an article, asked for one stretch at a time.
class Marks {
 public:
  Marks(std::string_view text, const std::vector<Claim>& claims, bool brackets) : brackets_(brackets) {
    std::size_t number = 0;
    for (const Claim& claim : claims) {
      const Span span = marked_words(claim, text);
      numbers_[span].push_back(++number);
      marks_.push_back({span, tint_of(claim.event)});
      cuts_.insert({span.begin, span.end});
    }
  }

  // Appends the stretch with its marks. A mark ends in the stretch that holds its last byte.
  void append(Runs& runs, std::string_view text, Span stretch) const {
    std::uint32_t begin = stretch.begin;
    for (auto cut = cuts_.upper_bound(begin); begin < stretch.end; ++cut) {
      const std::uint32_t end = cut == cuts_.end() ? stretch.end : std::min(*cut, stretch.end);
      if (brackets_) open(runs, begin);
      runs.push_back({clean(Span{begin, end}.in(text)), style_of({begin, end})});
      close(runs, end);
      begin = end;
      if (cut == cuts_.end()) break;
    }
  }

 private:
  void open(Runs& runs, std::uint32_t at) const {
    for (const auto& [span, numbers] : numbers_)
      if (span.begin == at) runs.push_back({"[", {}});
  }

  void close(Runs& runs, std::uint32_t at) const {
    for (const auto& [span, numbers] : numbers_) {
      if (span.end != at) continue;
      std::string text = brackets_ ? "]" : "";
      for (const std::size_t number : numbers) {
        if (number != numbers.front()) text += glyph::dot;
        text += superscript(number);
      }
      runs.push_back({text, {.bold = true, .tint = style_of(span).tint}});
    }
  }

  // Of the shortest mark over the stretch.
  [[nodiscard]] Style style_of(Span stretch) const {
    const Mark* shortest = nullptr;
    for (const Mark& mark : marks_)
      if (mark.span.contains(stretch) && (shortest == nullptr || mark.span.size() < shortest->span.size())) shortest = &mark;
    if (shortest == nullptr) return {};
    return {.underline = true, .tint = shortest->tint};
  }

  bool brackets_;
  std::vector<Mark> marks_;
  std::map<Span, std::vector<std::size_t>> numbers_;
  std::set<std::uint32_t> cuts_;
};

std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return paragraphs;
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

std::vector<Span> sentences_of(std::string_view text, Span paragraph, icu::BreakIterator& breaks) {
  const std::string_view words = paragraph.in(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> source(utext_openUTF8(nullptr, words.data(), static_cast<std::int64_t>(words.size()), &status));
  if (U_FAILURE(status)) return {paragraph};
  breaks.setText(source.get(), status);
  if (U_FAILURE(status)) return {paragraph};
  std::vector<Span> sentences;
  std::uint32_t begin = 0;
  for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    sentences.push_back({paragraph.begin + begin, paragraph.begin + static_cast<std::uint32_t>(end)});
    begin = static_cast<std::uint32_t>(end);
  }
  return sentences;
}

Span without_outer_space(std::string_view text, Span span) {
  while (!span.empty()) {
    const auto [point, length] = decode_utf8(text, span.begin);
    if (!is_space(point)) break;
    span.begin += length;
  }
  while (!span.empty()) {
    const auto last = static_cast<std::uint32_t>(previous_utf8(text, span.end));
    if (!is_space(decode_utf8(text, last).point)) break;
    span.end = last;
  }
  return span;
}

// What has to be seen to check the claims, sorted and without overlaps.
std::vector<Span> spans_to_show(std::string_view text, const std::vector<Claim>& claims) {
  std::vector<Span> spans;
  for (const Claim& claim : claims) {
    spans.insert(spans.end(), {marked_words(claim, text), claim.trigger, claim.evidence});
    if (claim.cue) spans.push_back(*claim.cue);
    for (const auto& source : claim.sources) spans.push_back(source.span);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end)
      merged.back().end = std::max(merged.back().end, span.end);
    else
      merged.push_back(span);
  }
  return merged;
}

bool any_overlaps(const std::vector<Span>& sorted, Span span) {
  const auto first = std::partition_point(sorted.begin(), sorted.end(), [&](Span other) { return other.end <= span.begin; });
  return first != sorted.end() && first->begin < span.end;
}

// Builds paragraphs; "left out" is remembered until something is shown again.
struct Page {
  std::vector<Runs> paragraphs;
  bool left_out = false;

  void begin_paragraph() { paragraphs.emplace_back(); }

  void before_sentence() {
    Runs& runs = paragraphs.back();
    if (!runs.empty()) runs.push_back({" ", {}});
    if (left_out) runs.push_back({std::string(glyph::ellipsis) + " ", {.faint = true}});
    left_out = false;
  }

  void end_paragraph() {
    if (paragraphs.back().empty()) paragraphs.pop_back();
  }

  void end() {
    if (!left_out || paragraphs.empty()) return;
    paragraphs.back().push_back({" ", {}});
    paragraphs.back().push_back({std::string(glyph::ellipsis), {.faint = true}});
  }
};

std::unique_ptr<icu::BreakIterator> breaker_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string locale = std::string(language) + "@ss=standard";  // "U.S." ends no sentence
  std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(icu::Locale(locale.c_str()), status));
  return U_FAILURE(status) ? nullptr : std::move(breaks);
}

}  // namespace

Span marked_words(const Claim& claim, std::string_view text) {
  const Span trigger = claim.trigger;
  if (!claim.count) return trigger;
  const Span count = claim.count->span;
  if (count.overlaps(trigger)) return {std::min(count.begin, trigger.begin), std::max(count.end, trigger.end)};
  const auto gap = [&](Span left, Span right) { return left.end <= right.begin && Span{left.end, right.begin}.in(text) == " "; };
  return gap(count, trigger) ? Span{count.begin, trigger.end} : count;
}

std::string superscript(std::size_t number) {
  std::string out;
  for (const char digit : std::to_string(number)) out += glyph::superscript[static_cast<std::size_t>(digit - '0')];
  return out;
}

std::vector<Runs> marked_paragraphs(std::string_view text, std::string_view language, const std::vector<Claim>& claims, const Look& look) {
  const auto breaks = breaker_of(language);
  const Marks marks(text, claims, !look.styles);
  const std::vector<Span> shown = spans_to_show(text, claims);
  Page page;
  for (const Span paragraph : paragraphs_of(text)) {
    page.begin_paragraph();
    if (any_overlaps(shown, paragraph)) {
      for (const Span sentence : breaks ? sentences_of(text, paragraph, *breaks) : std::vector<Span>{paragraph}) {
        const Span words = without_outer_space(text, sentence);
        if (words.empty()) continue;
        if (!any_overlaps(shown, sentence)) {
          page.left_out = true;
          continue;
        }
        page.before_sentence();
        marks.append(page.paragraphs.back(), text, words);
      }
    } else if (!without_outer_space(text, paragraph).empty()) {
      page.left_out = true;
    }
    page.end_paragraph();
  }
  page.end();
  return page.paragraphs;
}

}  // namespace laut::cli
