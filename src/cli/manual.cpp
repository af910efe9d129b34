#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"

namespace laut::cli {
namespace {

// Text that roff takes as it stands: no escapes, hyphens that can be copied, no line that begins with a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool line_start = out.empty() || out.back() == '\n';
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else if (c == '"')
      out += "\\(dq";
    else if (c == '~')
      out += "\\(ti";
    else if (c == '^')
      out += "\\(ha";
    else
      out += c;
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += fmt::format("{}{}\n", out.empty() ? "" : ".PP\n", roff(text.substr(0, end)));
    text.remove_prefix(std::min(text.size(), end + 2));
  }
  return out;
}

std::string item(const std::string& tag, const std::string& text) { return fmt::format(".TP\n{}\n{}.\n", tag, text); }

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", roff(text)); }

std::string option_item(const Option& option) {
  std::string tag = bold(option.name);
  if (!option.value.empty()) tag += fmt::format(" \\fI{}\\fR", roff(option.value));
  std::string text = roff(option.help);
  if (!option.choices.empty()) text += fmt::format(": {}", fmt::join(option.choices, ", "));
  if (!option.standard.empty()) text += fmt::format(" (default: {})", roff(option.standard));
  return item(tag, text);
}

std::string command_section(const Command& command) {
  std::string out = fmt::format(".SS {}\n{}", roff(usage_of(command)), paragraphs(command.description));
  if (!command.operand_choices.empty())
    out += fmt::format(".PP\n{}: {}.\n", roff(command.operand), fmt::join(command.operand_choices, ", "));
  for (const Option& option : command.options) out += option_item(option);
  return out;
}

std::string synopsis() {
  std::string out;
  for (const Command& command : commands()) {
    const std::string name = fmt::format("laut {}", command.name);
    out += fmt::format("{}{}{}\n", out.empty() ? "" : ".br\n", bold(name), roff(usage_of(command).substr(name.size())));
  }
  return out;
}

constexpr std::string_view kDescription =
    "Laut reads conflict news and finds attributed claims: who says that what happened, where, when, to how many, on whose word, each "
    "field tied to the words that say it. Results go to standard output, all else to standard error.";

}  // namespace

std::string manual_page(const std::string& version) {
  std::string out = fmt::format(".TH LAUT 1 \"\" \"laut {}\" \"User Commands\"\n.SH NAME\nlaut \\- {}\n", roff(version), roff(kSummary));
  out += fmt::format(".SH SYNOPSIS\n{}.SH DESCRIPTION\n{}.SH COMMANDS\n", synopsis(), paragraphs(kDescription));
  for (const Command& command : commands()) out += command_section(command);
  out += ".SH EXIT STATUS\n";
  for (const ExitCode& code : kExitCodes) out += item(std::to_string(code.code), roff(code.meaning));
  out += ".SH ENVIRONMENT\n";
  for (const Variable& variable : kVariables) out += item(bold(variable.name), roff(variable.meaning));
  out += ".SH EXAMPLES\n";
  for (const Command& command : commands())
    for (const auto& [typed, says] : command.examples)
      out += fmt::format(".PP\n{}:\n.PP\n.RS 4\n.EX\n{}\n.EE\n.RE\n", roff(says), roff(typed));
  return out;
}

}  // namespace laut::cli
