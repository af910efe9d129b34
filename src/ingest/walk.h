// Walk: the files that an input stands for.
//
//     walk("articles/", [](const Found& found) { ... return true; })
//
// A folder stands for its files with an article's extension, and those of the folders below it, by name. Hidden ones and what is neither
// file nor folder are passed over; links are followed, but no folder is entered twice, so that a loop ends. A named file is taken whatever
// its extension.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace laut::ingest {

struct Found {
  std::string path;            // "-" for standard input
  bool in_folder = false;      // found, not named
  std::optional<Error> error;  // a folder that cannot be entered
};

/// Calls `each` in order until it returns false, and says whether it never did.
bool walk(const std::string& input, const std::function<bool(const Found&)>& each);

}  // namespace laut::ingest
