#include "reader/meaning/coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "base/table.h"
#include "reader/meaning/coverage_cues.h"
#include "reader/meaning/sentence.h"

namespace laut::meaning {
namespace {

using coverage::Cue;
using coverage::CueTable;
using coverage::Marks;

constexpr int kLongEvent = 2;  // days that one event without the word "days" may last: a night, a weekend

bool is_force(const Claim& claim) { return claim.group && claim.group->kind == GroupKind::combatant; }

bool covers_much(const Place& place) {
  return place.precision == PlacePrecision::region || place.precision == PlacePrecision::country_part ||
         place.precision == PlacePrecision::country || place.precision == PlacePrecision::water;
}

bool is_dated(const Claim& claim) { return claim.time && claim.time->from && claim.time->to; }

long days_of(const Time& time) { return (*time.to - *time.from).count() + 1; }

/// Reads the claims of one article, wholes before their parts.
class Teller {
 public:
  Teller(std::vector<Claim>& claims, const Document& document, const CueTable& table)
      : claims_(claims), document_(document), marks_(table, document.text) {}

  void tell() {
    for (const bool parts : {false, true})
      for (auto& claim : claims_)
        if (claim.part_of.has_value() == parts) set(claim);
  }

 private:
  struct Reading {
    Coverage meaning;
    std::string by;
  };

  void set(Claim& claim) {
    const Claim* whole = whole_of(claim);
    auto read = whole != nullptr ? Reading{whole->coverage, "coverage: as its whole"} : stretch_of(claim);
    if (whole == nullptr) read.meaning.whose = whose(claim, read.meaning.kind);
    claim.coverage = read.meaning;
    claim.by["coverage"] = read.by;
  }

  [[nodiscard]] const Claim* whole_of(const Claim& claim) const {
    if (!claim.part_of) return nullptr;
    const auto whole = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& other) { return other.id == *claim.part_of; });
    return whole == claims_.end() || whole->part_of ? nullptr : &*whole;
  }

  /// The kind of stretch, by the first rule that holds (see the header).
  [[nodiscard]] Reading stretch_of(const Claim& claim) const {
    if (auto read = running(claim)) return *read;
    if (auto read = dated(claim)) return *read;
    const Claim* before = companion_of(claim);
    const bool one_event = marks_.has(claim.evidence, Cue::event);
    if (one_event && (before == nullptr || before->coverage.kind != CoverageKind::event))
      return timed(claim, CoverageKind::event, "coverage: in the event");
    if (!one_event && marks_.has(claim.evidence, Cue::total)) return total(claim, "coverage: up to now");
    if (before != nullptr) return {before->coverage, "coverage: as the claim before"};
    if (marks_.has(claim.evidence, Cue::campaign)) return total(claim, "coverage: in a battle");
    if (marks_.has(claim.evidence, Cue::window)) return timed(claim, CoverageKind::window, "coverage: so many a day");
    const bool told = claim.event == Event::attack || claim.event == Event::clash;
    if (told && (!claim.count || claim.count->high == 1)) return timed(claim, CoverageKind::event, "coverage: one attack");
    if (counts_a_force(claim)) {
      auto read = total(claim, "coverage: a force's figure, no cue and no day");
      read.meaning.assumed = true;
      return read;
    }
    return {{}, "coverage: no cue"};
  }

  /// "Since the war began" beside a time that is no "since" itself, or told by the time's own words.
  [[nodiscard]] std::optional<Reading> running(const Claim& claim) const {
    if (claim.time)
      if (auto read = running_time(claim)) return read;
    const bool other_time = is_dated(claim) && (days_of(*claim.time) <= kLongEvent || is_since(claim.time->span));
    if (!other_time && marks_.since_start(claim.evidence)) return total(claim, "coverage: since a start");
    return std::nullopt;
  }

  /// "Since February 2022", "as of 30 September", "in three years of war".
  [[nodiscard]] std::optional<Reading> running_time(const Claim& claim) const {
    const Span words = claim.time->span;
    if (marks_.since_start(words) || marks_.since_year(words)) {
      auto read = total(claim, "coverage: since a start");
      if (marks_.has_date(words)) read.meaning.from = claim.time->from;
      return read;
    }
    if (marks_.opens_with(words, Cue::until) && !marks_.has(words, Cue::since)) {
      auto read = total(claim, "coverage: up to a day");
      if (claim.time->to) read.meaning.to = claim.time->to;
      return read;
    }
    const bool years = claim.time->precision == TimePrecision::year || claim.time->precision == TimePrecision::more;
    if (!years || !marks_.has(words, Cue::start)) return std::nullopt;
    auto read = total(claim, "coverage: years of war");
    read.meaning.from = claim.time->from;
    return read;
  }

  [[nodiscard]] bool is_since(Span time) const { return marks_.has(time, Cue::since) || marks_.opens_with(time, Cue::from); }

  [[nodiscard]] std::optional<Reading> dated(const Claim& claim) const {
    if (!is_dated(claim)) return std::nullopt;
    const Span words = claim.time->span;
    const auto days = days_of(*claim.time);
    const bool since = is_since(words);
    const bool lasting = marks_.has(words, Cue::span) && !marks_.has(words, Cue::ago);
    if (!since && !lasting && days <= kLongEvent) return timed(claim, CoverageKind::event, "coverage: a day");
    if (!since && !lasting && marks_.has(claim.evidence, Cue::event) && !marks_.has(claim.evidence, Cue::total))
      return timed(claim, CoverageKind::event, "coverage: in the event");
    auto read = timed(claim, CoverageKind::window, "coverage: window");
    const auto last = said_on(claim);
    if (last && *read.meaning.to > *last && *read.meaning.from <= *last) read.meaning.to = last;
    return read;
  }

  /// An earlier claim of the sentence that has a stretch of its own.
  [[nodiscard]] const Claim* companion_of(const Claim& claim) const {
    if (!is_loss(claim.event)) return nullptr;
    const auto sentence = sentence_at(document_.text, claim.anchor.begin);
    for (const Claim* other = &claim; other != claims_.data();) {
      --other;
      if (other->anchor.begin < sentence.begin) break;
      if (other->part_of || other->anchor.begin == claim.anchor.begin) continue;
      if (other->coverage.kind != CoverageKind::unknown && !other->coverage.assumed) return other;
    }
    return nullptr;
  }

  [[nodiscard]] bool counts_a_force(const Claim& claim) const {
    const bool counted = claim.event <= Event::missing || claim.event == Event::deploy;
    return counted && claim.count && is_force(claim) && claim.place && is_wide(*claim.place);
  }

  /// A region or more, by what is known of it or by its words ("[Zamfara State]", "[Kherson] region").
  [[nodiscard]] bool is_wide(const Spanned<Place>& place) const { return covers_much(place) || marks_.is_kind(place.span, Cue::wide); }

  [[nodiscard]] std::optional<Day> said_on(const Claim& claim) const {
    return claim.said && claim.said->to ? claim.said->to : document_.published;
  }

  [[nodiscard]] Reading total(const Claim& claim, std::string by) const {
    Reading read{{}, std::move(by)};
    read.meaning.kind = CoverageKind::total;
    read.meaning.to = said_on(claim);
    return read;
  }

  static Reading timed(const Claim& claim, CoverageKind kind, std::string by) {
    Reading read{{}, std::move(by)};
    read.meaning.kind = kind;
    if (claim.time) {
      read.meaning.from = claim.time->from;
      read.meaning.to = claim.time->to;
    }
    return read;
  }

  [[nodiscard]] CoverageWhose whose(const Claim& claim, CoverageKind kind) const {
    if (is_of_a_unit(claim)) return CoverageWhose::unit;
    const bool adds_up = kind == CoverageKind::window || kind == CoverageKind::total;
    if (!adds_up || !claim.place) return CoverageWhose::all;
    const bool some = !is_wide(*claim.place) || marks_.listed(claim.place->span) || marks_.near(claim.place->span, Cue::alone);
    return some ? CoverageWhose::places : CoverageWhose::all;
  }

  /// "Our brigade", "his team"; "we" where a unit speaks; "the regiment says it".
  [[nodiscard]] bool is_of_a_unit(const Claim& claim) const {
    const Span sentence = sentence_at(document_.text, claim.anchor.begin);
    const bool first_person = marks_.has(claim.evidence, Cue::we);
    for (const Span body : marks_.all(sentence, Cue::body)) {
      if (claim.target && claim.target->span.begin <= body.begin && body.end <= claim.target->span.end) continue;
      if (first_person || marks_.right_before(body, Cue::we) || marks_.right_before(body, Cue::own)) return true;
      const bool outside = body.end <= claim.evidence.begin || body.begin >= claim.evidence.end;
      if (outside || marks_.near(body, Cue::says)) return true;
    }
    return false;
  }

  std::vector<Claim>& claims_;
  const Document& document_;
  Marks marks_;
};

}  // namespace

struct Coverages::Tables {
  std::map<std::string, CueTable, std::less<>> languages;
};

Result<Coverages> Coverages::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& name : languages_in(data)) {
    auto table = CueTable::read(data / name / "coverage.tsv");
    if (!table) return table.error();
    tables->languages.emplace(name, *std::move(table));
  }
  Coverages coverages;
  coverages.tables_ = std::move(tables);
  return coverages;
}

void Coverages::tell(std::vector<Claim>& claims, const Document& document) const {
  static const CueTable none;
  const auto language = tables_->languages.find(document.language);
  Teller(claims, document, language == tables_->languages.end() ? none : language->second).tell();
}

}  // namespace laut::meaning
