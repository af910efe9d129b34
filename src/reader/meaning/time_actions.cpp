#include "reader/meaning/time_actions.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace laut::meaning::times {

using std::chrono::days;

namespace {

constexpr int kDeepest = 40;  // rules within rules
constexpr int kBudget = 200;  // rules tried for one item: alternatives within alternatives could be many

const auto kActions = std::to_array<std::pair<std::string_view, Action>>({
    {"date", time_actions::date},         {"dates", time_actions::dates},     {"month", time_actions::month},
    {"year", time_actions::year},         {"season", time_actions::season},   {"fraction", time_actions::fraction},
    {"holiday", time_actions::holiday},   {"weekday", time_actions::weekday}, {"day", time_actions::day},
    {"unit", time_actions::unit},         {"within", time_actions::within},   {"part", time_actions::part},
    {"decade", time_actions::decade},     {"century", time_actions::century}, {"event", time_actions::event},
    {"clock", time_actions::clock},       {"daypart", time_actions::daypart}, {"night to", time_actions::night_to},
    {"number", time_actions::number},     {"length", time_actions::length},   {"same", time_actions::same},
    {"ago", time_actions::ago},           {"ahead", time_actions::ahead},     {"past", time_actions::past},
    {"coming", time_actions::coming},     {"since", time_actions::since},     {"until", time_actions::until},
    {"from", time_actions::from},         {"range", time_actions::range},     {"nth day", time_actions::nth_day},
    {"so far", time_actions::so_far},     {"rest", time_actions::rest},       {"reference", time_actions::reference},
    {"repeated", time_actions::repeated}, {"anaphor", time_actions::anaphor}, {"offset", time_actions::offset},
});

Sense word_sense(const Item& item) {
  Sense sense;
  sense.kind = item.kind;
  sense.value = item.value;
  if (const auto unit = unit_named(item.value)) {
    sense.unit = *unit;
  } else if (item.kind == kVague) {
    sense.vague = true;
  } else {
    std::from_chars(item.value.data(), item.value.data() + item.value.size(), sense.number);
  }
  return sense;
}

class Evaluation {
 public:
  Evaluation(const Grammar& grammar, const Chart& chart, const Reference& reference)
      : grammar_(grammar), chart_(chart), reference_(reference) {}

  std::optional<Sense> of(const Item& item, int depth) {
    if (item.rule == kNoRule) return word_sense(item);
    if (depth > kDeepest) return std::nullopt;
    for (const Item* way = &item; way != nullptr; way = way->next == kNoItem ? nullptr : &chart_.alternatives[way->next])
      if (auto sense = by_rule(*way, depth)) return sense;
    return std::nullopt;
  }

 private:
  std::optional<Sense> by_rule(const Item& item, int depth) {
    if (--budget_ < 0) return std::nullopt;
    std::vector<Sense> parts;
    parts.reserve(item.children.size());
    for (const std::uint32_t child : item.children) {
      auto part = of(chart_.items[child], depth + 1);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    const TimeRule& rule = grammar_.rule(item.rule);
    auto sense = kActions[rule.action].second(Call{parts, rule.with, reference_});
    if (sense) sense->kind = rule.gives == kPhrase ? static_cast<std::uint16_t>(kTime) : rule.gives;
    return sense;
  }

  const Grammar& grammar_;
  const Chart& chart_;
  const Reference& reference_;
  int budget_ = kBudget;
};

}  // namespace

std::optional<std::uint16_t> time_action_named(std::string_view name) {
  for (std::size_t i = 0; i < kActions.size(); ++i)
    if (kActions[i].first == name) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

std::optional<Sense> evaluate(const Grammar& grammar, const Chart& chart, std::uint32_t item, const Reference& reference) {
  return Evaluation(grammar, chart, reference).of(chart.items[item], 0);
}

const Sense* Call::part(Class kind, int nth) const {
  for (const Sense& sense : parts)
    if (sense.kind == kind && nth-- == 0) return &sense;
  return nullptr;
}

std::optional<double> Call::number() const {
  for (const Class kind : {kNumber, kOrdinal, kDayNumber})
    if (const Sense* sense = part(kind)) return sense->number;
  return std::nullopt;
}

std::optional<int> Call::year() const {
  if (const Sense* sense = part(kPlainYear)) return static_cast<int>(sense->number);
  if (const Sense* sense = part(kYear)) return static_cast<int>(sense->number);
  if (const Sense* sense = part(kShortYear)) {
    const int number = static_cast<int>(sense->number);
    return number + (number < 60 ? 2000 : 1900);
  }
  for (const Sense& sense : parts)
    if (sense.kind == kTime && sense.when.grain == Unit::year && sense.when.days) return year_of(sense.when.days->from);
  return std::nullopt;
}

Sense absolute(DayInterval interval, Unit grain) {
  Sense sense;
  sense.kind = kTime;
  sense.when.days = DayInterval{clamped(interval.from), clamped(interval.to)};
  sense.when.grain = grain;
  sense.when.timex = timex_of(grain, interval.from);
  return sense;
}

Sense relative(DayInterval interval, Unit grain, const Reference& reference) {
  Sense sense = absolute(interval, grain);
  sense.when.basis = reference.basis;
  return sense;
}

Sense unresolved(std::string timex, Unit grain) {
  Sense sense;
  sense.kind = kTime;
  sense.when.grain = grain;
  sense.when.basis = TimeBasis::unresolved;
  sense.when.timex = std::move(timex);
  return sense;
}

int vague_days(Unit unit) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return 0;
    case Unit::night:
    case Unit::day:
      return 7;
    case Unit::week:
    case Unit::weekend:
      return 28;
    case Unit::month:
    case Unit::quarter:
    case Unit::season:
      return 120;
    case Unit::half:
    case Unit::year:
      return 1095;
    case Unit::decade:
      return 10957;
    case Unit::century:
      return 109572;
  }
  return 7;
}

int value_number(std::string_view value) {
  if (!value.empty() && value.front() == '+') value.remove_prefix(1);
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

Sense length_as_time(const Sense& length, const Reference& reference) {
  Sense sense;
  sense.kind = kTime;
  sense.when.grain = length.unit;
  sense.when.type = TimexType::duration;
  sense.when.timex = timex_of_span(length.number, length.vague, length.unit);
  sense.when.basis = reference.day ? reference.basis : TimeBasis::unresolved;
  if (!reference.day) return sense;
  const Day back = length.vague ? *reference.day - days{vague_days(length.unit)} : shifted(*reference.day, length.unit, -length.number);
  sense.when.days = DayInterval{clamped(back), *reference.day};
  return sense;
}

}  // namespace laut::meaning::times
