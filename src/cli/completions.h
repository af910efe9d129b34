// Completions: scripts for shells, from the table of commands.
#pragma once

#include <string>
#include <string_view>

namespace laut::cli {

/// `shell` is bash, zsh or fish.
std::string completions_for(std::string_view shell);

}  // namespace laut::cli
