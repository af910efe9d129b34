// JSON Lines: one object an article with its claims, as claim.schema.json has it (docs/claim.schema.json).
//
// Spans become code points here. Field order is fixed, numbers without a fraction are written as integers.
#pragma once

#include <string>
#include <vector>

#include "laut/claim.h"
#include "laut/document.h"

namespace laut::exporting {

struct JsonOptions {
  bool text = true;  // document.text is written
  std::string reader_name = "laut";
  std::string reader_version;  // of the reader that made the claims
};

/// One line without its line feed.
std::string json_line(const Document& document, const std::vector<Claim>& claims, const JsonOptions& options);

}  // namespace laut::exporting
