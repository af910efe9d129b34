// part_of: which claim's figure another claim's figure is part of.
//
//     "352 dead, among them 14 children and 20 women"       14 and 20 are parts of 352
//     "57 Zivilisten, fuenf davon Kinder"                   5 is part of 57
//     "Of 25 people gunned down, 12 were guards"            12 is part of 25
//     "90 Palestinians were killed, half of them women"     the half is part of 90
//     "Ten died. Among them were two children."             2 is part of 10
//
// A part counts the same event as its whole, is not more, and a word of data/<lang>/parts.tsv joins them. The parts of a whole are
// together no more than it. Listed after one part, the next figures are parts too, until a comma before "and" closes the list.
//
// Limits: the whole stands before its part, in the same sentence or the one before; "12 of the 25 killed" is the one form with the
// whole behind. Parts without a figure ("mostly women") are no claims.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "laut/document.h"

namespace laut::meaning {

class Parts {
 public:
  /// Reads data/<language>/parts.tsv of every language folder.
  static Result<Parts> load(const std::filesystem::path& data);

  /// Sets part_of of the claims of one article, which stand in the order of their anchors and have event, count and target.
  void tell(std::vector<Claim>& claims, const Document& document) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
