// attribution: on whose word a claim stands, read over the whole article.
//
// The network finds a claim's source within its window, claim by claim. Some things are told only by what stands around:
//
//     own account    "Die Armee griff nach eigenen Angaben an."          the source is the doer
//     quotation      "We fled. They shelled us," said Mediah.            every claim in the marks stands on the quotation's speaker
//     continuation   Die Polizei nahm laut Behoerde drei fest. Sie seien bewaffnet gewesen.
//                                                                        reported speech goes on with the sentence before
//     unsupported    The town fell, the UN said. Fighting began in May.  no mark ties the second sentence to the UN: no source
//
// A claim that takes a source takes its cue and day of saying too, where it has none of its own. Words and verb forms stand in
// data/<language>/attribution.tsv; a language without forms of reported speech (English) has no continuation.
//
// Limits: a speaker's name ends at the first comma or preposition; "unsupported" trusts the network where it is sure.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/quote.h"

namespace laut::meaning {

class Attributions {
 public:
  /// Who speaks a quotation, and the word of saying.
  struct Speaker {
    Span name;
    Span cue;
  };

  /// Reads data/<language>/attribution.tsv of every language folder.
  static Result<Attributions> load(const std::filesystem::path& data);

  /// Settles the words of sources, cues and days of saying of an article's claims, before their meaning is read.
  void settle(std::vector<Claim>& claims, std::string_view text, std::string_view language, const Quotations& quotations) const;

  /// The speaker that the words beside a quotation, one of quotations.all(), name: behind it ("...," said Mediah), else before it.
  [[nodiscard]] std::optional<Speaker> speaker(std::string_view text, std::string_view language, const Quotations& quotations,
                                               const Span& quotation) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
