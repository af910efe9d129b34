#include "cli/completions.h"

#include <fmt/format.h>

#include "cli/commands.h"

namespace laut::cli {
namespace {

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, " "));
}

std::vector<std::string_view> option_names(const Command& command) {
  std::vector<std::string_view> names;
  for (const Option& option : command.options) names.push_back(option.name);
  return names;
}

bool takes_files(const Command& command) { return command.operands != Operands::none && command.operand_choices.empty(); }

// Inside single quotes of a shell. `also` are characters that need a backslash of their own.
std::string quoted(std::string_view text, std::string_view also = "") {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (also.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return fmt::format("'{}'", out);
}

std::string bash() {
  std::string values;
  std::string words;
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      if (option.value.empty()) continue;
      const std::string action = option.choices.empty() ? "return" : fmt::format("words=\"{}\"", fmt::join(option.choices, " "));
      values += fmt::format("      \"{} {}\") {} ;;\n", command.name, option.name, action);
    }
    std::vector<std::string_view> all = command.operand_choices;
    for (const std::string_view name : option_names(command)) all.push_back(name);
    words += fmt::format("          {}) words=\"{}\" ;;\n", command.name, fmt::join(all, " "));
  }
  return fmt::format(R"(# completions of laut for bash: source <(laut completions bash)
_laut() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words="" match
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{} --help --version"
  else
    case "${{COMP_WORDS[1]}} $before" in
{}      *)
        case "${{COMP_WORDS[1]}}" in
{}        esac ;;
    esac
  fi
  while IFS= read -r match; do COMPREPLY+=("$match"); done < <(compgen -W "$words" -- "$word")
}}
complete -o default -F _laut laut
)",
                     command_names(), values, words);
}

std::string zsh() {
  std::string names;
  std::string cases;
  for (const Command& command : commands()) {
    names += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, command.summary)));
    cases += fmt::format("    {}) _arguments", command.name);
    for (const Option& option : command.options) {
      std::string spec = fmt::format("{}[{}]", option.name, option.help);
      if (!option.value.empty()) spec += fmt::format(":{}:", option.value);
      if (!option.choices.empty()) spec += fmt::format("({})", fmt::join(option.choices, " "));
      cases += fmt::format(" \\\n      {}", quoted(spec));
    }
    const std::string choices = fmt::format("1:{}:({})", command.operand, fmt::join(command.operand_choices, " "));
    if (!command.operand_choices.empty()) cases += fmt::format(" \\\n      {}", quoted(choices));
    if (takes_files(command)) cases += " \\\n      '*:file:_files'";
    cases += " ;;\n";
  }
  return fmt::format(R"(#compdef laut
# completions of laut for zsh
_laut() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
{}  esac
}}
if [ "$funcstack[1]" = "_laut" ]; then _laut "$@"; else compdef _laut laut; fi
)",
                     names, cases);
}

std::string fish() {
  std::string out = "# completions of laut for fish\n";
  const std::string first = "complete -c laut -n __fish_use_subcommand -f";
  for (const Command& command : commands()) out += fmt::format("{} -a {} -d {}\n", first, command.name, quoted(command.summary, "\\"));
  out += fmt::format("{} -l version -d 'version, reader model, build'\n", first);
  for (const Command& command : commands()) {
    const std::string within = fmt::format("complete -c laut -n '__fish_seen_subcommand_from {}'", command.name);
    const std::string choices = fmt::format("{}", fmt::join(command.operand_choices, " "));
    if (!takes_files(command)) out += fmt::format("{} -f{}\n", within, choices.empty() ? "" : fmt::format(" -a {}", quoted(choices)));
    for (const Option& option : command.options) {
      out += fmt::format("{} -l {}", within, option.name.substr(2));
      if (!option.value.empty()) out += " -x";
      if (!option.choices.empty()) out += fmt::format(" -a {}", quoted(fmt::format("{}", fmt::join(option.choices, " "))));
      out += fmt::format(" -d {}\n", quoted(option.help, "\\"));
    }
  }
  return out;
}

}  // namespace

std::string completions_for(std::string_view shell) { return shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish(); }

}  // namespace laut::cli
