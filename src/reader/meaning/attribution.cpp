#include "reader/meaning/attribution.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/table.h"
#include "base/utf8.h"
#include "reader/meaning/names.h"

namespace laut::meaning {
namespace {

enum class Kind : Lexicon::Entry { say, auxiliary, reported, hearsay, points, own, pronoun, article, inside, aside, stop };
constexpr std::array<std::string_view, 11> kKinds = {"say",     "auxiliary", "reported", "hearsay", "points", "own",
                                                     "pronoun", "article",   "inside",   "aside",   "stop"};

constexpr std::uint32_t kReach = 1000;          // bytes of a sentence looked at, to each side
constexpr std::uint32_t kBeside = 240;          // bytes beside a quotation in which its speaker is looked for
constexpr std::size_t kLongestSpeaker = 12;     // words
constexpr std::size_t kShortestSpeech = 3;      // words; fewer in marks are a name or a phrase
constexpr std::size_t kTail = 4;                // words after the evidence that may hold its verb
constexpr std::size_t kContinues = 3;           // sentences over which reported speech goes on
constexpr std::size_t kQuotationsBack = 3;      // in which the speaker of one without is looked for
constexpr double kUnsure = 0.5;                 // below it a source without support is dropped
constexpr double kGuess = 0.3;                  // below it the quotation's surest claim is believed instead,
constexpr double kSure = 0.6;                   // where that is surer than this
constexpr std::string_view kVerbSecond = "de";  // the subject follows its verb wherever something else stands first

double certainty(const Claim& claim) {
  const auto found = claim.confidence.find("source");
  return found == claim.confidence.end() ? 0 : found->second;
}

Span bounding(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  return {words[first].span.begin, words[end - 1].span.end};
}

// The sentences of the paragraphs that claims lie in.
class Sentences {
 public:
  explicit Sentences(std::string_view text) : text_(text) {}

  struct Place {
    Span paragraph;
    std::size_t number = 0;  // of the sentence in its paragraph
    Span sentence;
    bool operator==(const Place& other) const { return sentence == other.sentence; }
  };

  Place place(std::uint32_t byte) {
    const auto& [paragraph, begins] = paragraph_around(byte);
    const auto after = std::upper_bound(begins.begin(), begins.end(), byte);
    const auto number = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - begins.begin(), 1) - 1);
    const std::uint32_t end = number + 1 < begins.size() ? begins[number + 1] : paragraph.end;
    return {paragraph, number, {begins[number], end}};
  }

 private:
  struct Paragraph {
    Span span;
    std::vector<std::uint32_t> begins;
  };

  const Paragraph& paragraph_around(std::uint32_t byte) {
    const auto line = byte == 0 ? std::string_view::npos : text_.rfind('\n', byte - 1);
    const auto begin = line == std::string_view::npos ? 0U : static_cast<std::uint32_t>(line + 1);
    const auto [found, fresh] = paragraphs_.try_emplace(begin);
    if (!fresh) return found->second;
    const auto end = std::max<std::size_t>(std::min(text_.find('\n', begin), text_.size()), byte);
    found->second = {{begin, static_cast<std::uint32_t>(end)}, {begin}};
    for (const Word& word : words_in(text_, found->second.span))
      if (word.opens && (word.capital || is_figure(word))) found->second.begins.push_back(word.span.begin);
    return found->second;
  }

  static bool is_figure(const Word& word) { return word.raw.front() >= '0' && word.raw.front() <= '9'; }

  std::string_view text_;
  std::map<std::uint32_t, Paragraph> paragraphs_;  // by their begin
};

// The words of a stretch, each with the kinds of the table's rows that it is part of.
struct Marked {
  std::vector<Word> words;
  std::vector<std::uint32_t> kinds;  // a bit a kind

  Marked(const Lexicon& lexicon, std::string_view text, Span span) : words(words_in(text, span)), kinds(words.size(), 0) {
    for (const auto& match : lexicon.find(words))
      for (std::size_t i = match.first; i < match.first + match.count; ++i)
        for (const auto entry : match.entries) kinds[i] |= 1U << entry;
  }

  [[nodiscard]] bool is(std::size_t i, Kind kind) const { return (kinds[i] >> static_cast<std::uint32_t>(kind) & 1U) != 0; }
  [[nodiscard]] bool any(Kind kind) const {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (is(i, kind)) return true;
    return false;
  }
};

// Whether only blanks part two words.
bool adjoin(std::string_view text, const Word& left, const Word& right) {
  const auto between = text.substr(left.span.end, right.span.begin - left.span.end);
  return between.find_first_of(",:;.!?()\n") == std::string_view::npos;
}

// Finds who speaks, in the words beside a quotation and outside of others.
class SpeakerFinder {
 public:
  SpeakerFinder(const Lexicon& lexicon, std::string_view text, const Quotations& quotations, bool verb_second)
      : lexicon_(lexicon), text_(text), quotations_(quotations), verb_second_(verb_second) {}

  [[nodiscard]] std::optional<Attributions::Speaker> beside(const Span& quotation) const {
    const auto found = behind(quotation);
    return found ? found : before(quotation);
  }

 private:
  // "...", said Mediah / "...," Mediah said / "...", wie es heisst, sagte Mediah
  [[nodiscard]] std::optional<Attributions::Speaker> behind(const Span& quotation) const {
    const Span line = line_behind(quotation);
    if (ended_inside(quotation) && text_.substr(line.begin, 1) != ",") return std::nullopt;
    const Marked marked(lexicon_, text_, line);
    std::size_t end = 0;  // of the sentence: it goes on from the quotation, whatever capital it begins with
    while (end < marked.words.size() && (end == 0 || !marked.words[end].opens)) ++end;
    if (end == 0 || gap_ends(line, marked.words.front())) return std::nullopt;
    if (const auto verb = verb_at_begin(marked, end)) return named(marked, *verb, name_from(marked, *verb + 1, end));
    for (std::size_t i = 1; i < std::min(end, kLongestSpeaker); ++i) {
      if (!marked.is(i, Kind::say)) continue;
      if (!verb_second_) return named(marked, i, name_until(marked, 0, i));
      if (!adjoin(text_, marked.words[i - 1], marked.words[i])) return named(marked, i, name_from(marked, i + 1, end));
    }
    return std::nullopt;
  }

  // The last of the words of saying that a sentence goes on with: "said", "a declare".
  static std::optional<std::size_t> verb_at_begin(const Marked& marked, std::size_t end) {
    std::size_t at = 0;
    while (at < end && (marked.is(at, Kind::say) || marked.is(at, Kind::auxiliary))) ++at;
    return at > 0 && marked.is(at - 1, Kind::say) ? std::optional(at - 1) : std::nullopt;
  }

  // Mediah said: "..." / Mediah said so. "..." / In a statement, Mediah said: "..." / Am Montag sagte Mediah: "..."
  [[nodiscard]] std::optional<Attributions::Speaker> before(const Span& quotation) const {
    const Marked marked(lexicon_, text_, line_before(quotation));
    const std::size_t end = marked.words.size();
    std::size_t first = end;
    while (first > 0 && (first == end || !marked.words[first].opens)) --first;
    for (std::size_t verb = end; verb-- > first;) {
      if (!marked.is(verb, Kind::say)) continue;
      const bool inverted = verb_second_ && verb > first && !adjoin(text_, marked.words[verb - 1], marked.words[verb]);
      if (verb > first && !inverted)
        if (const auto name = name_until(marked, first, verb)) return named(marked, verb, name);
      return named(marked, verb, name_from(marked, verb + 1, end));
    }
    return std::nullopt;
  }

  static std::optional<Attributions::Speaker> named(const Marked& marked, std::size_t verb, const std::optional<Span>& name) {
    if (!name) return std::nullopt;
    return Attributions::Speaker{*name, marked.words[verb].span};
  }

  [[nodiscard]] Span line_behind(const Span& quotation) const {
    const Span reach = after_span(text_, quotation.end, kBeside);
    std::size_t end = std::min<std::size_t>(text_.find('\n', reach.begin), reach.end);
    const Span* next = &quotation + 1;
    if (next != quotations_.all().data() + quotations_.all().size()) end = std::min<std::size_t>(end, next->begin);
    return {reach.begin, static_cast<std::uint32_t>(std::max<std::size_t>(end, reach.begin))};
  }

  [[nodiscard]] Span line_before(const Span& quotation) const {
    Span span = before_span(text_, quotation.begin, kBeside);
    if (&quotation != quotations_.all().data()) span.begin = std::max(span.begin, (&quotation - 1)->end);
    const auto line = span.in(text_).rfind('\n');
    if (line != std::string_view::npos) span.begin += static_cast<std::uint32_t>(line + 1);
    return span;
  }

  // "We fled." The police came: a full stop before the closing mark.
  [[nodiscard]] bool ended_inside(Span quotation) const {
    if (quotation.size() < 3) return false;
    const auto closing = previous_utf8(text_, quotation.end);
    return closing > quotation.begin && text_[closing - 1] == '.';
  }

  // Whether the sentence has ended before the first word behind the marks.
  [[nodiscard]] bool gap_ends(Span line, const Word& first) const {
    const auto gap = text_.substr(line.begin, first.span.begin - line.begin);
    return gap.find_first_of(".!?;:(") != std::string_view::npos;
  }

  // The words from `first` on, to the first comma or stop word; a pronoun stands alone. Where nouns have capitals one ends the name.
  [[nodiscard]] std::optional<Span> name_from(const Marked& marked, std::size_t first, std::size_t end) const {
    if (first >= end || !begins_name(marked, first)) return std::nullopt;
    if (marked.is(first, Kind::pronoun)) return marked.words[first].span;
    std::size_t at = first + 1;
    while (at < std::min(end, first + kLongestSpeaker) && !marked.is(at, Kind::stop) && !marked.is(at, Kind::article) &&
           !marked.is(at, Kind::say) && adjoin(text_, marked.words[at - 1], marked.words[at]))
      ++at;
    while (verb_second_ && at > first && !marked.words[at - 1].capital) --at;
    return at == first ? std::nullopt : std::optional(bounding(marked.words, first, at));
  }

  static bool begins_name(const Marked& marked, std::size_t i) {
    return !marked.is(i, Kind::stop) && !marked.is(i, Kind::inside) && !marked.is(i, Kind::say) && !marked.is(i, Kind::auxiliary);
  }

  // The subject before a verb: from the sentence's first word, or, where that is none ("In a statement, Trump said"), from the last comma.
  [[nodiscard]] std::optional<Span> name_until(const Marked& marked, std::size_t first, std::size_t verb) const {
    const auto part = [&](std::size_t i) { return i > first && !adjoin(text_, marked.words[i - 1], marked.words[i]); };
    if (!begins_name(marked, first) || marked.is(first, Kind::aside)) {
      std::size_t from = verb;
      while (from > first && !part(from)) --from;
      if (from == first || from == verb) return std::nullopt;
      first = from;
    }
    std::size_t end = first;
    while (end < verb && !marked.is(end, Kind::auxiliary) && (end == first || !part(end))) ++end;
    if (end == first || end - first > kLongestSpeaker || !begins_name(marked, first) || marked.is(first, Kind::aside)) return std::nullopt;
    return bounding(marked.words, first, end);
  }

  const Lexicon& lexicon_;
  std::string_view text_;
  const Quotations& quotations_;
  bool verb_second_;
};

class Settler {
 public:
  Settler(std::vector<Claim>& claims, std::string_view text, std::string_view language, const Lexicon& lexicon,
          const Quotations& quotations)
      : claims_(claims),
        text_(text),
        lexicon_(lexicon),
        quotations_(quotations),
        finder_(lexicon, text, quotations, language == kVerbSecond),
        sentences_(text) {}

  void run() {
    for (Claim& claim : claims_) own_account(claim);
    for (Claim& claim : claims_) drop_unsupported(claim);
    for (const Claim& claim : claims_) note_surest(claim);
    for (Claim& claim : claims_) quotation(claim);
    continuation();
  }

 private:
  [[nodiscard]] const Span* quotation_of(const Claim& claim) const { return quotations_.around(claim.trigger.begin); }

  void own_account(Claim& claim) const {
    if (!claim.sources.empty() || !claim.cue || !claim.agent) return;
    if (!Marked(lexicon_, text_, *claim.cue).any(Kind::own)) return;
    claim.sources.push_back({{}, claim.agent->span});
    claim.by["source"] = "attribution: own account";
  }

  void drop_unsupported(Claim& claim) {
    if (claim.sources.empty() || quotation_of(claim) || certainty(claim) >= kUnsure) return;
    const auto here = sentences_.place(claim.trigger.begin);
    const Span source = claim.sources.front().span;
    if (speaks(claim, source) || (claim.cue && speaks(claim, *claim.cue))) return;
    const Marked marked(lexicon_, text_, near(here.sentence, claim.trigger));
    if (marked.any(Kind::reported) || marked.any(Kind::hearsay)) return;
    if (points_back(sentences_.place(source.begin), here)) return;
    claim.sources.clear();
    claim.cue.reset();
    claim.said.reset();
    for (const char* field : {"source", "source2", "cue", "said"}) {
      claim.by.erase(field);
      claim.confidence.erase(field);
    }
    claim.by["source"] = "attribution: unsupported";
  }

  // Whether words of attribution stand in the claim's own sentence.
  bool speaks(const Claim& claim, Span words) {
    const auto there = sentences_.place(words.begin);
    return there == sentences_.place(claim.trigger.begin) || there == sentences_.place(claim.evidence.begin);
  }

  // "Three died. That was confirmed by the police."
  [[nodiscard]] bool points_back(const Sentences::Place& there, const Sentences::Place& here) const {
    if (there.sentence.begin != here.sentence.end) return false;
    const Marked marked(lexicon_, text_, near(there.sentence, {there.sentence.begin, there.sentence.begin}));
    return !marked.words.empty() && marked.is(0, Kind::points);
  }

  [[nodiscard]] Span near(Span sentence, Span words) const {
    return {std::max(sentence.begin, before_span(text_, words.begin, kReach).begin),
            std::min(sentence.end, after_span(text_, words.end, kReach).end)};
  }

  void note_surest(const Claim& claim) {
    if (claim.sources.empty() || !quotation_of(claim)) return;
    const Claim*& surest = surest_[quotation_of(claim)];
    if (!surest || certainty(claim) > certainty(*surest)) surest = &claim;
  }

  [[nodiscard]] bool is_speech(Span quotation) const {
    return words_in(text_, near(quotation, {quotation.begin, quotation.begin})).size() >= kShortestSpeech;
  }

  // A claim in marks without a source, or with a guess of one.
  void quotation(Claim& claim) {
    const Span* around = quotation_of(claim);
    if (!around) return;
    const Claim* surest = surest_[around];
    const bool guessed = !claim.sources.empty() && certainty(claim) < kGuess && surest && certainty(*surest) > kSure;
    if (!claim.sources.empty() && !guessed) return;
    if (surest && surest != &claim) {
      take(claim, *surest, "attribution: the quotation's other claim");
    } else if (const auto found = is_speech(*around) ? speaker_of(around) : std::nullopt) {
      claim.sources = {{{}, found->name}};
      if (!claim.cue) claim.cue = found->cue;
      claim.by["source"] = "attribution: the quotation's speaker";
    }
  }

  // A quotation beside which nobody is named goes on with the speaker of the one before it in the paragraph.
  [[nodiscard]] std::optional<Attributions::Speaker> speaker_of(const Span* quotation) {
    const auto paragraph = sentences_.place(quotation->begin).paragraph;
    for (std::size_t back = 0; back < kQuotationsBack; ++back, --quotation) {
      if (const auto found = finder_.beside(*quotation)) return found;
      if (quotation == quotations_.all().data() || (quotation - 1)->begin < paragraph.begin) break;
    }
    return std::nullopt;
  }

  void continuation() {
    std::vector<Claim*> order;
    order.reserve(claims_.size());
    for (Claim& claim : claims_) order.push_back(&claim);
    std::stable_sort(order.begin(), order.end(), [](const Claim* a, const Claim* b) { return a->trigger.begin < b->trigger.begin; });
    const Claim* last = nullptr;
    for (Claim* claim : order) {
      if (!claim->sources.empty()) {
        last = claim;
      } else if (last && !quotation_of(*claim) && goes_on(*claim, *last)) {
        take(*claim, *last, "attribution: continued");
      }
    }
  }

  bool goes_on(const Claim& claim, const Claim& last) {
    const auto here = sentences_.place(claim.trigger.begin);
    const auto there = sentences_.place(last.trigger.begin);
    if (!(here.paragraph == there.paragraph) || here.number < there.number || here.number - there.number > kContinues) return false;
    const Span sentence = near(here.sentence, claim.trigger);
    const std::uint32_t end = claim.evidence.end;
    const auto tail = words_in(text_, {end, std::max(end, sentence.end)});
    const std::uint32_t until = tail.empty() ? end : tail[std::min(tail.size(), kTail) - 1].span.end;
    return Marked(lexicon_, text_, {claim.evidence.begin, until}).any(Kind::reported);
  }

  static void take(Claim& claim, const Claim& from, const char* by) {
    claim.sources = from.sources;
    if (!claim.cue) claim.cue = from.cue;
    if (!claim.said) claim.said = from.said;
    claim.by["source"] = by;
    claim.confidence.erase("source");
  }

  std::vector<Claim>& claims_;
  std::string_view text_;
  const Lexicon& lexicon_;
  const Quotations& quotations_;
  SpeakerFinder finder_;
  Sentences sentences_;
  std::map<const Span*, const Claim*> surest_;  // of the claims in a quotation that have a source
};

}  // namespace

struct Attributions::Tables {
  std::map<std::string, Lexicon, std::less<>> languages;

  Result<Done> add(const std::filesystem::path& folder) {
    const auto table = Table::read(folder / "attribution.tsv", {"words", "kind"});
    if (!table) return table.error();
    Lexicon& lexicon = languages[folder.filename().string()];
    for (const auto& row : table->rows()) {
      const auto* kind = std::find(kKinds.begin(), kKinds.end(), table->cell(row, "kind"));
      if (kind == kKinds.end()) return Error{ErrorKind::input, "no such kind", table->where(row)};
      lexicon.add_list(table->cell(row, "words"), static_cast<Lexicon::Entry>(kind - kKinds.begin()), Inflections());
    }
    return Done{};
  }
};

Result<Attributions> Attributions::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& language : languages_in(data))
    if (const auto added = tables->add(data / language); !added) return added.error();
  Attributions attributions;
  attributions.tables_ = std::move(tables);
  return attributions;
}

void Attributions::settle(std::vector<Claim>& claims, std::string_view text, std::string_view language,
                          const Quotations& quotations) const {
  const auto lexicon = tables_->languages.find(language);
  if (lexicon == tables_->languages.end()) return;
  Settler(claims, text, language, lexicon->second, quotations).run();
}

std::optional<Attributions::Speaker> Attributions::speaker(std::string_view text, std::string_view language, const Quotations& quotations,
                                                           const Span& quotation) const {
  const auto lexicon = tables_->languages.find(language);
  if (lexicon == tables_->languages.end()) return std::nullopt;
  return SpeakerFinder(lexicon->second, text, quotations, language == kVerbSecond).beside(quotation);
}

}  // namespace laut::meaning
