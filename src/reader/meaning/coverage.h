// coverage and group: what stretch a figure covers, and who its people are.
//
// Coverage. Of a figure one must know whether it counts one event, a bounded stretch or everything since a start, for a total must
// never be added to an event. The rules, the first that holds:
//
//     "seit Kriegsbeginn", "bisher", "so far"          total, up to the day of saying, else of publication
//     "insgesamt" without a day                        total, the same
//     "in der vergangenen Woche", "since Monday"       window, the claim's time
//     a day or a weekend                               event, the claim's time
//     a longer time (a month, a year)                  window, the claim's time
//     "bei dem Angriff" without a time                 event, no days
//     a figure of a force's losses in a region or more, without cue and day    total, assumed
//     else                                             unknown
//
// whose: unit where a unit speaks of its own ("our brigade"), places where a window or total is told of a town or site, else all.
//
// Group. The words of the target tell first (data/<lang>/groups.tsv), then the role of its code: MIL and REB are combatants, CVL and
// the like civilians.
//
//     "darunter 14 Kinder"  ->  civilian, child          "soldiers"  ->  combatant, role soldier
//
// Limits: cues are looked for in the evidence alone; "since the start" of what is not told apart, so a total has no first day.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

class Coverages {
 public:
  /// Reads data/<language>/coverage.tsv and groups.tsv of every language folder.
  static Result<Coverages> load(const std::filesystem::path& data);

  /// `claim` has event, count, time, said, place and target already. `evidence` are its words. `published` may be nothing.
  [[nodiscard]] Read<Coverage> coverage(const Claim& claim, const Phrase& evidence, std::optional<Day> published) const;
  /// Nothing where the claim's event has no victims (an agreement, a threat).
  [[nodiscard]] std::optional<Read<Group>> group(const Claim& claim, std::string_view text, std::string_view language) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
