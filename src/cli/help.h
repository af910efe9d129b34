// Help: what --help prints, from the table of commands.
#pragma once

#include <string>

#include "cli/commands.h"

namespace laut::cli {

/// The list of commands.
std::string overview(int width);

std::string help_of(const Command& command, int width);

}  // namespace laut::cli
