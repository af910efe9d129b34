// Run: the commands as functions, each in the file of its name. They give the exit code (exit.h).
#pragma once

#include "cli/arguments.h"

namespace laut::cli {

int run_read(const Call& call);
int run_doctor(const Call& call);
int run_version(const Call& call);

}  // namespace laut::cli
