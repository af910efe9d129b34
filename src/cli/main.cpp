// laut: the program. Every command is a function of run.h; what can be typed is the table in commands.cpp.
#include <unistd.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/exit.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace {

using namespace laut::cli;

int width() { return look_of(STDOUT_FILENO, Color::automatic, {}).width; }

int run_help(const Call& call) {
  return print(call.operands.empty() ? overview(width()) : help_of(*find_command(call.operands.front()), width()));
}

int run(const Call& call) {
  switch (call.command->id) {
    case CommandId::read:
      return run_read(call);
    case CommandId::doctor:
      return run_doctor(call);
    case CommandId::version:
      return run_version(call);
    case CommandId::completions:
      return print(completions_for(call.operands.front()));
    case CommandId::man:
      return print(manual_page(program_version()));
    case CommandId::help:
      return run_help(call);
  }
  return kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  prepare_streams();
  const auto call = parse_call({argv + 1, argv + argc});
  if (call) return run(*call);
  const Command* command = argc > 1 ? find_command(argv[1]) : nullptr;
  return complain_of_usage(call.error(), command != nullptr ? usage_of(*command) : std::string(kUsageLine));
}
