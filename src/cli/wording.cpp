#include "cli/wording.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/unicode.h"
#include "cli/glyphs.h"
#include "cli/terminal.h"
#include "laut/names.h"

namespace laut::cli {
namespace {

constexpr int kLongestWords = 56;  // columns of an actor's words

constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// docs/claim.md's intervals of vague words. A word that ends in "of" loses it where no unit follows.
struct Vague {
  double low;
  double high;
  std::string_view words;
};
constexpr std::array<Vague, 14> kVague{{{3, 9, "several"},
                                        {24, 99, "dozens of"},
                                        {36, 99, "several dozen"},
                                        {40, 99, "scores of"},
                                        {200, 999, "hundreds of"},
                                        {300, 999, "several hundred"},
                                        {2000, 9999, "thousands of"},
                                        {3000, 9999, "several thousand"},
                                        {20000, 99999, "tens of thousands of"},
                                        {30000, 99999, "several tens of thousands of"},
                                        {200000, 999999, "hundreds of thousands of"},
                                        {300000, 999999, "several hundred thousand"},
                                        {2000000, 9999999, "millions of"},
                                        {3000000, 9999999, "several million"}}};

struct Plural {
  std::string_view unit;
  std::string_view one;
  std::string_view other;
};
constexpr std::array<Plural, 4> kUnits{{{"percent", "%", "%"},
                                        {"km2", glyph::square_kilometres, glyph::square_kilometres},
                                        {"m2", glyph::square_metres, glyph::square_metres},
                                        {"person", "person", "persons"}}};
constexpr std::array<std::string_view, 9> kNoPlural{"aircraft", "km", "m", "t", "ha", "materiel", "equipment", "ammunition", "artillery"};

std::string quoted(std::string_view words) { return fmt::format("\"{}\"", shortened(clean(words), kLongestWords)); }

const Vague* vague_of(const Figure& figure) {
  if (!figure.low || !figure.high) return nullptr;
  const auto* found = std::find_if(kVague.begin(), kVague.end(),
                                   [&](const Vague& vague) { return vague.low == *figure.low && vague.high == *figure.high; });
  return found == kVague.end() ? nullptr : found;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

std::string plural_of(std::string_view unit) {
  const bool currency = unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (currency || unit.ends_with("s") || std::find(kNoPlural.begin(), kNoPlural.end(), unit) != kNoPlural.end()) return std::string(unit);
  if (unit.ends_with("man") && unit != "human") return std::string(unit.substr(0, unit.size() - 2)) + "en";
  if (unit.ends_with("y") && !ends_with_any(unit, {"ay", "ey", "oy"})) return std::string(unit.substr(0, unit.size() - 1)) + "ies";
  return std::string(unit) + (ends_with_any(unit, {"x", "ch", "sh"}) ? "es" : "s");
}

std::string unit_text(const Figure& figure) {
  const bool one = figure.qualifier == Qualifier::exact && figure.value == 1;
  for (const Plural& plural : kUnits)
    if (plural.unit == figure.unit) return std::string(one ? plural.one : plural.other);
  const std::string unit = clean(figure.unit);
  return one ? unit : plural_of(unit);
}

// The number that was said: the value, or the bound of an interval that comes without one.
std::optional<double> said(const Figure& figure) {
  if (figure.value) return figure.value;
  switch (figure.qualifier) {
    case Qualifier::at_least:
      return figure.low;
    case Qualifier::more_than:
      return figure.low ? std::optional(*figure.low - 1) : std::nullopt;
    case Qualifier::up_to:
      return figure.high;
    case Qualifier::fewer:
      return figure.high ? std::optional(*figure.high + 1) : std::nullopt;
    case Qualifier::exact:
      return figure.low == figure.high ? figure.low : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string range_text(double low, double high) { return fmt::format("{}{}{}", number_text(low), glyph::dash, number_text(high)); }

std::string_view sign_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::about:
      return glyph::about;
    case Qualifier::at_least:
      return glyph::at_least;
    case Qualifier::more_than:
      return ">";
    case Qualifier::up_to:
      return glyph::at_most;
    case Qualifier::fewer:
      return "<";
    default:
      return "";
  }
}

bool figureless(const Figure& figure) { return !said(figure) && !figure.low && !figure.high; }

std::string date_text(Day day) { return fmt::format("{} {} {}", day_of_month(day), kMonths[month_of(day) - 1], year_of(day)); }

std::string weekday_text(Day day) { return std::string(kWeekdays[weekday_of(day) - 1]); }

std::string interval_text(Day from, Day to) {
  if (from == to) return day_text(from);
  if (DayInterval{from, to} == year_interval(year_of(from))) return std::to_string(year_of(from));
  if (DayInterval{from, to} == month_interval(year_of(from), month_of(from)))
    return fmt::format("{} {}", kMonths[month_of(from) - 1], year_of(from));
  if (year_of(from) != year_of(to)) return fmt::format("{} {} {}", date_text(from), glyph::dash, date_text(to));
  const bool short_one = (to - from).count() < 7;
  const std::string_view month = month_of(from) == month_of(to) ? "" : kMonths[month_of(from) - 1];
  const std::string begin = fmt::format("{}{}", day_of_month(from), month.empty() ? "" : fmt::format(" {}", month));
  if (short_one) return fmt::format("{} {} {} {}", weekday_text(from), begin, glyph::dash, day_text(to));
  return month.empty() ? fmt::format("{}{}{}", begin, glyph::dash, date_text(to))
                       : fmt::format("{} {} {}", begin, glyph::dash, date_text(to));
}

}  // namespace

std::string number_text(double value) {
  if (value != std::floor(value) || std::abs(value) >= 1e15) return fmt::format("{:.10g}", value);
  const std::string digits = fmt::format("{:.0f}", value);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t after = digits.size() - i;
    if (i > 0 && after % 3 == 0 && digits.size() > 3 && digits[i - 1] != '-') out += glyph::no_break_space;
    out += digits[i];
  }
  return out;
}

std::string figure_text(const Figure& figure, std::string_view words) {
  if (figure.qualifier == Qualifier::range && figure.low && figure.high) return range_text(*figure.low, *figure.high);
  if (figure.qualifier != Qualifier::word) {
    if (const auto value = said(figure)) {
      const std::string_view sign = sign_of(figure.qualifier);
      return fmt::format("{}{}{}", sign, sign.empty() ? "" : glyph::no_break_space, number_text(*value));
    }
  }
  if (figureless(figure)) return "no figure";
  if (const Vague* vague = vague_of(figure)) {
    const std::string_view text = vague->words;
    return std::string(text.ends_with(" of") ? text.substr(0, text.size() - 3) : text);
  }
  return quoted(words);
}

std::string counted_text(const Figure& figure, std::string_view words) {
  const std::string text = figure_text(figure, words);
  if (figureless(figure)) return fmt::format("{} ({})", text, quoted(words));
  const Vague* vague = figure.qualifier == Qualifier::word ? vague_of(figure) : nullptr;
  const bool of = vague != nullptr && vague->words.ends_with(" of");
  return text + (of ? " of " : std::string(glyph::no_break_space)) + unit_text(figure);
}

std::string event_text(Event event) { return event == Event::casualties ? "killed or wounded" : std::string(name_of(event)); }

std::string day_text(Day day) { return fmt::format("{} {}", weekday_text(day), date_text(day)); }

std::string days_text(std::optional<Day> from, std::optional<Day> to) {
  if (from && to) return interval_text(*from, *to);
  if (from) return "since " + day_text(*from);
  if (to) return "up to " + day_text(*to);
  return std::string(glyph::dash);
}

std::string time_text(const Spanned<Time>& time, std::string_view text) {
  if (time.from || time.to) return days_text(time.from, time.to);
  return quoted(time.span.in(text)) + " unresolved";
}

std::string place_text(const Place& place) {
  std::string out = clean(place.name);
  const bool country = place.precision == PlacePrecision::country;
  if (place.country && !country) out += ", " + clean(*place.country);
  const bool plain = country || place.precision == PlacePrecision::site;
  if (!plain)
    out += fmt::format(" ({})", place.precision == PlacePrecision::country_part ? "part of the country" : name_of(place.precision));
  return place.lent ? out + ", by context" : out;
}

std::string actor_text(const Spanned<Actor>& actor, std::string_view text) {
  const std::string_view words = actor.refers_to && !actor.name ? actor.refers_to->in(text) : actor.span.in(text);
  std::string out = shortened(clean(actor.name ? std::string_view(*actor.name) : words), kLongestWords);
  if (actor.anonymous) out += ", anonymous";
  if (actor.code) out += fmt::format(" ({})", clean(*actor.code));
  return out;
}

std::string coverage_text(const Coverage& coverage) {
  if (coverage.kind == CoverageKind::unknown) return std::string(glyph::dash);
  std::string out(name_of(coverage.kind));
  if (coverage.from || coverage.to) out += fmt::format(" {}", days_text(coverage.from, coverage.to));
  if (coverage.whose == CoverageWhose::unit) out += ", one unit's";
  if (coverage.whose == CoverageWhose::places) out += ", named places";
  return coverage.assumed ? out + " (assumed)" : out;
}

std::string group_text(const Group& group) {
  std::string out;
  if (group.age == GroupAge::child)
    out = "children";
  else if (group.kind == GroupKind::civilian)
    out = "civilians";
  if (group.role && group.kind != GroupKind::combatant) out += (out.empty() ? "" : ", ") + clean(*group.role);
  return out;
}

std::string voice_of(const Spanned<Actor>& source, std::string_view text) {
  if (source.name) return "name " + fold(*source.name);
  if (source.code) return "code " + *source.code;
  return "words " + fold((source.refers_to ? *source.refers_to : source.span).in(text));
}

std::string language_text(const std::string& code) {
  if (code == "other") return "language not known";
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string out;
  name.toUTF8String(out);
  return out.empty() ? clean(code) : clean(out);
}

std::string many(std::size_t number, std::string_view singular, std::string_view plural) {
  if (number == 0) return fmt::format("no {}", plural);
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

}  // namespace laut::cli
