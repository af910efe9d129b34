// Files: read whole, with a limit.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace laut {

inline constexpr std::size_t kTableLimit = std::size_t{256} << 20;  // bytes of one table of data/

/// The bytes of a file. Errors: missing, system (permission, a folder), limit (larger than `limit` bytes).
Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit);

/// The bytes of standard input, up to `limit`.
Result<std::string> read_standard_input(std::size_t limit);

/// Where the program's models/ and data/ lie: $LAUT_HOME, the folder of the program, its parent, or ../share/laut beside it;
/// the first that holds data/shared.
Result<std::filesystem::path> resource_folder();

}  // namespace laut
