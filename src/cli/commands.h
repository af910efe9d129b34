// Commands: the one table of what can be typed. --help, the shells' completions and the man page are written from it, and calls are
// checked against it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laut::cli {

enum class CommandId { read, doctor, version, completions, man, help };

struct Option {
  std::string_view name;   // "--published"
  std::string_view value;  // "DATE"; empty: a switch
  std::string_view help;
  std::vector<std::string_view> choices;  // the values that it takes; empty: any
  std::string_view standard;              // what holds without it; empty: nothing to say
};

enum class Operands { none, optional, required, many };

struct Command {
  CommandId id;
  std::string_view name;
  std::string_view summary;      // one line, after the name
  std::string_view description;  // paragraphs, separated by an empty line
  Operands operands;
  std::string_view operand;                       // "FILE|DIR|-"
  std::vector<std::string_view> operand_choices;  // the operands that it takes; empty: files
  std::vector<Option> options;
  std::vector<std::pair<std::string_view, std::string_view>> examples;  // what is typed, what it does
};

struct ExitCode {
  int code;
  std::string_view meaning;
};

inline constexpr std::string_view kSummary = "who says that what happened: the claims of conflict news";
inline constexpr std::string_view kUsageLine = "laut read|doctor|version|completions|man|help [...]";
inline constexpr std::array<ExitCode, 5> kExitCodes{{{0, "all went well"},
                                                     {1, "nothing was found to read"},
                                                     {2, "the call was wrong"},
                                                     {3, "some inputs failed; they are named on standard error, the rest was done"},
                                                     {4, "the reader's files or the output could not be used"}}};

struct Variable {
  std::string_view name;
  std::string_view meaning;
};
inline constexpr std::array<Variable, 4> kVariables{
    {{"LAUT_HOME", "the folder that holds data/ and models/, when they are not beside the program"},
     {"XDG_CACHE_HOME", "compiled networks are kept in its folder laut (without it in $HOME/.cache/laut), 60 MB"},
     {"NO_COLOR", "when set, colour is not used unless --color always asks for it"},
     {"TERM", "\"dumb\" turns styles and colour off"}}};

/// In the order of help.
const std::vector<Command>& commands();

const Command* find_command(std::string_view name);

/// The name that a mistyped one is nearest to; nothing when none is near.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& names);

/// "laut read FILE|DIR|-... [options]".
std::string usage_of(const Command& command);

}  // namespace laut::cli
