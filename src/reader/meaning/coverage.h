// coverage: what stretch a figure covers, and whose losses it counts.
//
// Of a figure one must know whether it counts one event, a bounded stretch or everything since a start, for a total must never be added
// to an event. The rules, the first that holds:
//
//     "darunter 14 Kinder"                         as its whole
//     "since the war began", "seit Februar 2022"   total; from: the start, only if its date is said
//     "as of 30 September"                         total up to that day
//     "on Monday", "at the weekend"                event, that time
//     "in the past 24 hours", "since Monday"       window, that time, up to publication
//     "in October", "this year"                    window; with "in the attack": event
//     "in the attack", without a time              event, no days
//     "so far", "insgesamt", "battle for X"        total, up to the day of saying, else of publication
//     "...; five died" after "X hit the town"      as the claim before it in the sentence
//     an attack told without a figure              event
//     a figure of a force's losses, or of its troops, in a region or more, without any of these    total, assumed
//     else                                         unknown
//
// whose: unit where a unit speaks of its own ("our brigade", "the regiment says it"), places where a window or total is told of a town or
// district, of several places or of one place "alone", else all.
//
// Limits: cues are looked for in the evidence and the time's words, not understood: "after the attack of May, 20 died in clashes" is an
// event for two reasons. A unit that reports losses of the whole front is taken for speaking of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "laut/document.h"

namespace laut::meaning {

class Coverages {
 public:
  /// Reads data/<language>/coverage.tsv of every language folder.
  static Result<Coverages> load(const std::filesystem::path& data);

  /// Sets the coverage of the claims of one article, which stand in the order of their anchors and have everything else already.
  void tell(std::vector<Claim>& claims, const Document& document) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
