// group: who the people of a claim are: civilians or combatants, children or adults, and what they are.
//
// The words of the target tell (data/<lang>/groups.tsv); the code of its actor does not, for "900 Ukrainians" may be either.
//
//     "Kinder"                                 civilian, child
//     "soldiers"                               combatant
//     "journalists"                            civilian, role journalist
//     "women and children"                     civilian: the ages differ
//     "staff" where UNRWA speaks of its own    civilian, role aid worker
//     "men" that an army lost                  combatant; elsewhere adults
//
// A claim that does not tell takes the kind of the one before it in its sentence ("killed 48 soldiers and captured 17"), a part that of
// its whole. Limits: no grammar is parsed; a "body" of the table anywhere in the sentence may be whose staff it is.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "laut/document.h"

namespace laut::meaning {

class Groups {
 public:
  /// Reads data/<language>/groups.tsv of every language folder.
  static Result<Groups> load(const std::filesystem::path& data);

  /// Sets the groups of the claims of one article, which stand in the order of their anchors and have event, count, target and part_of.
  /// A claim whose event has no victims (an agreement, a threat) or hits things gets none.
  void tell(std::vector<Claim>& claims, const Document& document) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
