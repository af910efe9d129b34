// Version: what was built, and which model it reads with.
#pragma once

#include <string>

namespace laut::cli {

/// "0.1.0".
std::string program_version();

/// "Release, g++ 12.2.0".
std::string build_text();

}  // namespace laut::cli
