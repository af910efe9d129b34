// Arguments: a call, checked against the table of commands.
//
//     laut read a.txt --published 2024-12-18 --json
//
//     call->command->id          CommandId::read
//     call->operands             {"a.txt"}
//     call->value("--published") "2024-12-18"
//     call->has("--json")        true
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"

namespace laut::cli {

struct Call {
  const Command* command = nullptr;
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> values;
  std::set<std::string, std::less<>> switches;

  [[nodiscard]] bool has(std::string_view name) const { return switches.find(name) != switches.end(); }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  /// A whole number least..most, or nothing when the option was not given. Errors: usage.
  [[nodiscard]] Result<std::optional<int>> number(std::string_view name, int least, int most) const;
};

/// `words` are those after the program's name. No word, --help and -h call "help"; --version calls "version"; COMMAND --help calls
/// "help COMMAND". Errors: usage, with a suggestion; `where` is "laut" or "laut COMMAND".
Result<Call> parse_call(const std::vector<std::string>& words);

}  // namespace laut::cli
