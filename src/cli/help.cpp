#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.h"
#include "cli/terminal.h"

namespace laut::cli {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 3;

std::string spaces(int many) { return std::string(static_cast<std::size_t>(many), ' '); }

// Paragraphs, wrapped.
std::string prose(std::string_view text, int width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    for (const Runs& line : wrap({{std::string(text.substr(0, end)), {}}}, width)) out += paint(line, {}) + "\n";
    text.remove_prefix(std::min(text.size(), end + 2));
    if (!text.empty()) out += "\n";
  }
  return out;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

// Two columns; a left cell that is too wide has a line of its own.
std::string two_columns(const Rows& rows, int width) {
  constexpr int widest = 26;
  int left = 0;
  for (const auto& [name, text] : rows) left = std::max(left, std::min(widest, terminal_width(name)));
  const int begin = kIndent + left + kGap;
  std::string out;
  for (const auto& [name, text] : rows) {
    const bool beside = terminal_width(name) <= left;
    std::string lead = spaces(kIndent) + (beside ? padded(name, left + kGap) : name + "\n" + spaces(begin));
    for (const Runs& line : wrap({{text, {}}}, std::max(20, width - begin))) {
      out += lead + paint(line, {}) + "\n";
      lead = spaces(begin);
    }
  }
  return out;
}

std::string option_text(const Option& option) {
  std::string text(option.help);
  if (!option.choices.empty()) text += fmt::format(": {}", fmt::join(option.choices, ", "));
  return option.standard.empty() ? text : fmt::format("{} (default: {})", text, option.standard);
}

}  // namespace

std::string overview(int width) {
  Rows rows;
  for (const Command& command : commands()) rows.emplace_back(command.name, command.summary);
  const std::string_view example = commands().front().examples.front().first;
  return fmt::format("laut: {}\n\n  {}\n\nCommands\n{}\nExample\n  {}\n\nlaut COMMAND --help says more about a command.\n", kSummary,
                     kUsageLine, two_columns(rows, width), example);
}

std::string help_of(const Command& command, int width) {
  std::string out = fmt::format("laut {}: {}\n\n  {}\n\n", command.name, command.summary, usage_of(command));
  out += fmt::format("{}\n", prose(command.description, width));
  if (!command.operand_choices.empty()) out += fmt::format("{}: {}\n\n", command.operand, fmt::join(command.operand_choices, ", "));
  Rows rows;
  for (const Option& option : command.options) {
    const std::string name = option.value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, option.value);
    rows.emplace_back(name, option_text(option));
  }
  out += fmt::format("Options\n{}\n{}\n", two_columns(rows, width), command.examples.size() == 1 ? "Example" : "Examples");
  for (const auto& [typed, says] : command.examples) out += fmt::format("  {}\n      {}\n", typed, says);
  return out;
}

}  // namespace laut::cli
