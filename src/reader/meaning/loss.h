// loss: "killed or wounded" is one loss, not two.
//
// A text that says "at least 30 were killed or wounded" does not tell the dead from the wounded: its event is casualties, its trigger the
// whole expression. The network, which names one event an anchor, often sees only one side of it. The words for killed, wounded and "or"
// stand in data/<language>/losses.tsv:
//
//     joined({text, span of "killed", "en"})  ->  "killed or seriously wounded"
//
// Two words may stand at either side of the "or"; a figure among them tells the sides apart ("30 dead or 20 wounded"), and so does "and".
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

class Losses {
 public:
  /// Reads data/<language>/losses.tsv and inflections.tsv of every language folder.
  static Result<Losses> load(const std::filesystem::path& data);

  /// The whole of a "killed or wounded" that the trigger is part of; nothing where it is not.
  [[nodiscard]] std::optional<Read<Span>> joined(const Phrase& trigger) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
