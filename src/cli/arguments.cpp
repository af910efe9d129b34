#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

namespace laut::cli {
namespace {

Error usage_error(const std::string& message, const std::string& where) { return {ErrorKind::usage, message, where}; }

std::string with_suggestion(const std::string& message, std::string_view typed, const std::vector<std::string_view>& names) {
  const auto near = nearest(typed, names);
  return near ? message + "; did you mean " + *near + "?" : message;
}

Error unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return usage_error(with_suggestion("there is no command \"" + name + "\"", name, names), "laut");
}

Error unknown_option(const Command& command, const std::string& word, const std::string& where) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const Option& option : command.options) names.push_back(option.name);
  return usage_error(with_suggestion("there is no option " + name, name, names), where);
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + std::string(words[i]);
  return out;
}

bool allowed(const std::vector<std::string_view>& choices, const std::string& word) {
  return choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end();
}

// What is wrong with a call that has the right words at the right places.
std::optional<std::string> wrong_with(const Call& call) {
  const Command& command = *call.command;
  for (const Option& option : command.options)
    if (const auto value = call.value(option.name); value && !allowed(option.choices, *value))
      return std::string(option.name) + " takes " + joined(option.choices) + ", not \"" + *value + "\"";
  const bool needs_one = command.operands == Operands::required || command.operands == Operands::many;
  if (needs_one && call.operands.empty()) return std::string(command.operand) + " is missing";
  const std::size_t most = command.operands == Operands::none ? 0 : command.operands == Operands::many ? call.operands.size() : 1;
  if (call.operands.size() > most) return "\"" + call.operands[most] + "\" is one word too many";
  for (const std::string& operand : call.operands)
    if (!allowed(command.operand_choices, operand))
      return std::string(command.operand) + " is " + joined(command.operand_choices) + ", not \"" + operand + "\"";
  return std::nullopt;
}

// The library's words for an option without its value are not for people.
std::string readable(const Command& command, const std::string& message) {
  for (const Option& option : command.options)
    if (!option.value.empty() && message.starts_with(std::string(option.name) + ":"))
      return std::string(option.name) + " needs a value: " + std::string(option.name) + " " + std::string(option.value);
  return message;
}

Call help_call(const std::vector<std::string>& operands) { return {find_command("help"), operands, {}, {}}; }

Result<Call> parse_words(const Command& command, std::vector<std::string> words) {
  const std::string where = "laut " + std::string(command.name);
  Call call{&command, {}, {}, {}};
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::map<std::string, std::string> values;
  std::map<std::string, bool> flags;
  for (const Option& option : command.options) {
    const std::string name(option.name);
    if (option.value.empty())
      app.add_flag(name == "--help" ? "-h,--help" : name, flags[name]);
    else
      app.add_option(name, values[name])->take_last();
  }
  app.add_option("operands", call.operands);
  try {
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return usage_error(readable(command, error.what()), where);
  }
  for (const auto& [name, given] : flags)
    if (given) call.switches.insert(name);
  for (const auto& [name, value] : values)
    if (app.count(name) > 0) call.values[name] = value;
  if (call.has("--help")) return help_call({std::string(command.name)});
  for (const std::string& word : app.remaining())
    if (word != "--") return unknown_option(command, word, where);
  if (const auto wrong = wrong_with(call)) return usage_error(*wrong, where);
  return call;
}

}  // namespace

std::optional<std::string> Call::value(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

Result<std::optional<int>> Call::number(std::string_view name, int least, int most) const {
  const auto text = value(name);
  if (!text) return std::optional<int>();
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size() && number >= least && number <= most) return std::optional(number);
  return usage_error(
      std::string(name) + " takes a number from " + std::to_string(least) + " to " + std::to_string(most) + ", not \"" + *text + "\"",
      "laut " + std::string(command->name));
}

Result<Call> parse_call(const std::vector<std::string>& words) {
  if (words.empty() || words.front() == "--help" || words.front() == "-h") return help_call({});
  if (words.front() == "--version") return parse_words(*find_command("version"), {});
  if (words.front() == "help" && words.size() == 2 && find_command(words[1]) == nullptr && words[1].front() != '-')
    return unknown_command(words[1]);
  const Command* command = find_command(words.front());
  if (command == nullptr && words.front().starts_with("-")) return usage_error("there is no option " + words.front(), "laut");
  if (command == nullptr) return unknown_command(words.front());
  return parse_words(*command, {words.begin() + 1, words.end()});
}

}  // namespace laut::cli
