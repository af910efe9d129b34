#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace laut::cli {
namespace {

const Option kHelp{"--help", "", "say what the command does and how it is called", {}, ""};

Command read_command() {
  return {
      CommandId::read,
      "read",
      "the claims of articles",
      "Reads articles and prints their claims: who says that what happened, where, when, to how many, on whose word.\n\n"
      "Articles are plain text (.txt), Markdown with or without front matter (.md), or JSON (.json, .jsonl); a folder gives all of "
      "these that lie in it and below, - is standard input. For a person, the sentences with claims are shown with the words of each "
      "claim marked and numbered, then what was read into them. Figures stand as they were said. An input that cannot be read is named "
      "on standard error, and the rest goes on.\n\n"
      "Relative dates (\"on Saturday\") need the day of publication: from front matter, from JSON, or from --published. Without it they "
      "stay unresolved and are shown so.",
      Operands::many,
      "FILE|DIR|-",
      {},
      {{"--published", "DATE", "the day of publication, as 2024-12-18, of articles that do not say theirs", {}, ""},
       {"--language", "LANGUAGE", "the language, as de, of articles that do not say theirs", {}, "told from the text"},
       {"--json", "", "write JSON Lines: an object an article, as docs/claim.schema.json has it", {}, ""},
       {"--table", "", "write a table: a row a claim, aligned on a terminal, else separated by tabs", {}, ""},
       {"--no-text", "", "leave out the article's text (with --json), its sentences (without)", {}, ""},
       {"--threads", "N", "articles read at the same time", {}, "one a processor core"},
       {"--color", "WHEN", "use styles and colour", {"auto", "always", "never"}, "auto"},
       {"--width", "N", "columns of a line, 30 or more", {}, "the terminal's, at most 100"},
       kHelp},
      {{"laut read article.txt --published 2024-12-18", "shows an article's claims, dates counted from that day"},
       {"laut read news/ --json > claims.jsonl", "reads a folder into JSON Lines"},
       {"laut read news/ --table | cut -f 5,6,10,19", "gives event, figure, target and source of every claim"},
       {"pdftotext report.pdf - | laut read - --language en", "reads what another program writes"}}};
}

Command doctor_command() {
  return {CommandId::doctor,
          "doctor",
          "what is installed, which model, what is missing",
          "Looks at everything that reading needs (data, model, cache folder, processor, the network's library), reads one line to try "
          "it, and says of what is missing how to mend it. Ends with 4 when articles cannot be read.",
          Operands::none,
          "",
          {},
          {kHelp},
          {{"laut doctor", "checks the installation"}}};
}

Command version_command() {
  return {CommandId::version,
          "version",
          "version, reader model, build",
          "Prints the program's version, the version of the reader's model, and how the program was built.",
          Operands::none,
          "",
          {},
          {kHelp},
          {{"laut version", "prints the versions"}}};
}

Command completions_command() {
  return {CommandId::completions,
          "completions",
          "completions for bash, zsh or fish",
          "Prints the completions of a shell, to be read by it or put where it looks for them.",
          Operands::required,
          "SHELL",
          {"bash", "zsh", "fish"},
          {kHelp},
          {{"source <(laut completions bash)", "completions for this bash"},
           {"laut completions fish > ~/.config/fish/completions/laut.fish", "completions for every fish"}}};
}

Command man_command() {
  return {CommandId::man,
          "man",
          "the manual page",
          "Prints the manual page in the format of man(7).",
          Operands::none,
          "",
          {},
          {kHelp},
          {{"laut man | man -l -", "shows the manual page"}}};
}

Command help_command() {
  std::vector<std::string_view> names{"read", "doctor", "version", "completions", "man", "help"};
  return {CommandId::help,
          "help",
          "what a command does and how it is called",
          "Prints the help of a command, or the list of commands.",
          Operands::optional,
          "COMMAND",
          names,
          {kHelp},
          {{"laut help read", "the same as laut read --help"}}};
}

// Letters to insert, delete, exchange or swap.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  std::iota(cost[0].begin(), cost[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all{read_command(),        doctor_command(), version_command(),
                                        completions_command(), man_command(),    help_command()};
  return all;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& names) {
  constexpr std::size_t longest = 40;
  if (typed.size() > longest) return std::nullopt;
  const std::string_view* best = nullptr;
  std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string_view& name : names) {
    const bool begins = typed.size() >= 2 && name.starts_with(typed);
    const std::size_t cost = begins ? 0 : distance(typed, name);
    if (cost < least && cost < name.size() - 1) {
      least = cost;
      best = &name;
    }
  }
  return best == nullptr ? std::nullopt : std::optional<std::string>(*best);
}

std::string usage_of(const Command& command) {
  std::string usage = fmt::format("laut {}", command.name);
  if (command.operands == Operands::optional) usage += fmt::format(" [{}]", command.operand);
  if (command.operands == Operands::required || command.operands == Operands::many) usage += fmt::format(" {}", command.operand);
  if (command.operands == Operands::many) usage += "...";
  return command.options.size() > 1 ? usage + " [options]" : usage;
}

}  // namespace laut::cli
