// Output: standard output and standard error, written whole.
//
// A pipe whose reader went away ends the program at once and quietly, as every other program in a pipeline does.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace laut::cli {

/// At the program's start: a closed standard stream is opened to nowhere, so that no file takes its number; broken pipes become errors.
void prepare_streams();

/// Errors: system (a full disk).
Result<Done> write_output(std::string_view text);

/// "laut: MESSAGE" on standard error, made safe to show.
void complain(std::string_view message);

/// A call that makes no sense: the error ("laut read: ..."), then how it is called. Gives kUsage.
int complain_of_usage(const Error& error, std::string_view usage);

/// Writes and gives the exit code: kOk, or kUnusable after a complaint.
int print(std::string_view text);

}  // namespace laut::cli
