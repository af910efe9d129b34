// Manual: the man page, in the format of man(7), from the table of commands.
#pragma once

#include <string>

namespace laut::cli {

std::string manual_page(const std::string& version);

}  // namespace laut::cli
