// Exit codes: what the shell learns.
#pragma once

namespace laut::cli {

enum Exit : int {
  kOk = 0,
  kNothing = 1,     // nothing was found
  kUsage = 2,       // the call makes no sense
  kSomeFailed = 3,  // some inputs failed; they were named, the rest was done
  kUnusable = 4,    // what the program needs (its data, its model, its output) could not be used
};

}  // namespace laut::cli
