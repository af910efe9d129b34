// Claim: who says that what happened, to whom, where, when, to how many, on whose word, each field tied to its words.
//
// The fields are those of docs/claim.md and docs/claim.schema.json. Spans are bytes of Document::text.
// A field is Spanned<Meaning>: the words, and what they mean:
//
//     claim.count->span       "mindestens 30"
//     claim.count->low        30
//     claim.count->qualifier  Qualifier::at_least
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/span.h"

namespace laut {

/// What happened. The first ten are losses: a figure hangs on them.
enum class Event {
  killed,
  wounded,
  casualties,
  captured,
  detained,
  abducted,
  missing,
  displaced,
  destroyed,
  damaged,
  attack,
  clash,
  offensive,
  control,
  withdraw,
  deploy,
  aid,
  agreement,
  ceasefire,
  negotiate,
  release,
  sanction,
  threaten,
  protest,
};
inline constexpr int kEvents = 24;
constexpr bool is_loss(Event event) { return event <= Event::damaged; }

enum class Stance { state, estimate, confirm, deny, accuse, warn, announce, suspect };
enum class Status { happened, ongoing, planned, possible, denied };
enum class Quote { direct, indirect, mixed, none };
enum class Qualifier { exact, about, at_least, more_than, up_to, fewer, range, word };
enum class TimeBasis { stated, publication, utterance, unresolved };
enum class TimePrecision { day, days, week, month, year, more };
enum class PlacePrecision { site, near, district, region, country_part, country, water };
enum class CoverageKind { event, window, total, unknown };
enum class CoverageWhose { all, unit, places };
enum class GroupKind { civilian, combatant, unknown };
enum class GroupAge { child, adult, unknown };

/// How many, as said (value, qualifier) and as an interval for comparing (low, high; nothing = open or untold).
struct Figure {
  std::optional<double> value;
  Qualifier qualifier = Qualifier::exact;
  std::optional<double> low;
  std::optional<double> high;
  std::string unit = "person";  // or what is counted, English singular: tank, drone, km2, EUR, percent ...
};

/// When: days, both inclusive; nothing where the words cannot be resolved.
struct Time {
  std::optional<Day> from;
  std::optional<Day> to;
  TimeBasis basis = TimeBasis::unresolved;
  TimePrecision precision = TimePrecision::day;
  std::optional<std::string> timex;  // TIMEX3 value, "2024-12-14", "2024-W50-WE", "P3D" ...
};

struct Place {
  std::string name;                    // usual English name; the words themselves where it is not known
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  std::optional<long> geonames;
  std::optional<double> lat;
  std::optional<double> lon;
  PlacePrecision precision = PlacePrecision::site;
  bool lent = false;
};

struct Actor {
  std::optional<std::string> code;  // ISO 3166-1 alpha-3 + role, IGO..., WST, INT, UNK
  std::optional<std::string> name;  // proper name where the words hold one
  bool anonymous = false;
  std::optional<Span> refers_to;  // what a pronoun or short form was resolved to
};

struct Group {
  GroupKind kind = GroupKind::unknown;
  GroupAge age = GroupAge::unknown;
  std::optional<std::string> role;
};

/// What stretch and whose losses a figure covers.
struct Coverage {
  CoverageKind kind = CoverageKind::unknown;
  std::optional<Day> from;
  std::optional<Day> to;
  CoverageWhose whose = CoverageWhose::all;
  bool assumed = false;
};

template <class Meaning>
struct Spanned : Meaning {
  Span span;
};

struct Claim {
  std::string id;  // claim_id(): the same text, event and anchor give the same id
  Event event = Event::attack;
  Span anchor;  // the last word of the figure for losses with one, else the first word of the trigger
  Span trigger;
  Span evidence;
  std::optional<Spanned<Actor>> agent;
  std::optional<Spanned<Actor>> target;
  std::optional<Group> group;
  std::optional<Spanned<Figure>> count;
  std::optional<std::string> part_of;
  Coverage coverage;
  std::optional<Spanned<Time>> time;
  std::optional<Spanned<Time>> said;
  std::optional<Spanned<Place>> place;
  std::vector<Spanned<Actor>> sources;  // innermost first
  std::optional<Span> cue;
  Stance stance = Stance::state;
  Status status = Status::happened;
  Quote quote = Quote::none;
  std::map<std::string, double> confidence;  // "claim" and field names -> 0..1
  std::map<std::string, std::string> by;     // field -> the rule, table row or network head that set it
};

/// The first 16 hexadecimal digits of sha256("TEXT_SHA256\nEVENT\nSTART\nEND\n"), START and END of the anchor in code points.
std::string claim_id(std::string_view text_sha256, Event event, std::size_t anchor_start, std::size_t anchor_end);

}  // namespace laut
