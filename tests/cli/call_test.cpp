// What can be typed, and what is written from the table of commands.
#include <gmock/gmock.h>

#include "cli/arguments.h"
#include "cli/completions.h"
#include "cli/help.h"
#include "cli/manual.h"

namespace laut::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string wrong(const std::vector<std::string>& words) {
  const auto call = parse_call(words);
  return call ? "nothing" : call.error().text();
}

TEST(Call, SortsOperandsValuesAndSwitches) {
  const auto call = parse_call({"read", "a.txt", "--published", "2024-12-18", "-", "--json", "--width=80"});
  ASSERT_TRUE(call) << call.error().text();
  EXPECT_EQ(call->command->id, CommandId::read);
  EXPECT_THAT(call->operands, ElementsAre("a.txt", "-"));
  EXPECT_EQ(call->value("--published"), "2024-12-18");
  EXPECT_EQ(*call->number("--width", 1, 100), 80);
  EXPECT_TRUE(call->has("--json"));
  EXPECT_FALSE(call->has("--table"));
  EXPECT_EQ(call->value("--language"), std::nullopt);
}

TEST(Call, TakesWordsAfterTwoDashesAsOperands) {
  const auto call = parse_call({"read", "--", "--json", "-x"});
  ASSERT_TRUE(call) << call.error().text();
  EXPECT_THAT(call->operands, ElementsAre("--json", "-x"));
}

TEST(Call, TakesTheLastOfRepeatedValues) { EXPECT_EQ(parse_call({"read", "a", "--width", "40", "--width", "50"})->value("--width"), "50"); }

TEST(Call, LeadsToHelp) {
  for (const auto& words : std::vector<std::vector<std::string>>{{}, {"--help"}, {"-h"}, {"help"}})
    EXPECT_EQ(parse_call(words)->command->id, CommandId::help);
  for (const Command& command : commands())
    for (const char* flag : {"--help", "-h"}) {
      const auto call = parse_call({std::string(command.name), flag});
      ASSERT_TRUE(call) << command.name << flag;
      EXPECT_EQ(call->command->id, CommandId::help);
      EXPECT_THAT(call->operands, ElementsAre(command.name));
    }
  EXPECT_EQ(parse_call({"--version"})->command->id, CommandId::version);
}

TEST(Call, ThatIsWrongIsToldWhatIsAndWhatWasMeant) {
  EXPECT_EQ(wrong({"raed"}), "laut: there is no command \"raed\"; did you mean read?");
  EXPECT_EQ(wrong({"compl"}), "laut: there is no command \"compl\"; did you mean completions?");
  EXPECT_EQ(wrong({"zzzz"}), "laut: there is no command \"zzzz\"");
  EXPECT_EQ(wrong({"help", "vresion"}), "laut: there is no command \"vresion\"; did you mean version?");
  EXPECT_EQ(wrong({"--frob"}), "laut: there is no option --frob");
  EXPECT_EQ(wrong({"read", "a", "--publshed", "2024-12-18"}), "laut read: there is no option --publshed; did you mean --published?");
  EXPECT_EQ(wrong({"read", "a", "--published"}), "laut read: --published needs a value: --published DATE");
  EXPECT_EQ(wrong({"read", "a", "--color", "blue"}), "laut read: --color takes auto, always or never, not \"blue\"");
  EXPECT_EQ(wrong({"read"}), "laut read: FILE|DIR|- is missing");
  EXPECT_EQ(wrong({"doctor", "x"}), "laut doctor: \"x\" is one word too many");
  EXPECT_EQ(wrong({"completions", "tcsh"}), "laut completions: SHELL is bash, zsh or fish, not \"tcsh\"");
}

TEST(Call, NumbersAreWholeAndWithinTheirBounds) {
  for (const char* text : {"x", "3.5", "0", "257", "99999999999", "8 "})
    EXPECT_FALSE(parse_call({"read", "a", std::string("--threads=") + text}).value().number("--threads", 1, 256).ok()) << text;
  EXPECT_EQ(*parse_call({"read", "a"})->number("--threads", 1, 256), std::nullopt);
}

TEST(Table, EveryCommandAndOptionStandsInHelpManualAndCompletions) {
  for (const Command& command : commands()) {
    const std::string help = help_of(command, 80);
    const std::string manual = manual_page("1.0");
    EXPECT_THAT(overview(80), HasSubstr(std::string(command.name)));
    EXPECT_FALSE(command.examples.empty()) << command.name;
    EXPECT_THAT(help, HasSubstr("Example"));
    for (const Option& option : command.options) {
      const std::string name(option.name);
      EXPECT_THAT(help, HasSubstr(name));
      EXPECT_THAT(completions_for("bash"), HasSubstr(name));
      EXPECT_THAT(completions_for("zsh"), HasSubstr(name));
      EXPECT_THAT(completions_for("fish"), HasSubstr("-l " + name.substr(2)));
      std::string in_roff;
      for (const char c : name) in_roff += c == '-' ? "\\-" : std::string(1, c);
      EXPECT_THAT(manual, HasSubstr("\\fB" + in_roff + "\\fR"));
    }
    for (const std::string_view choice : command.operand_choices) EXPECT_THAT(help, HasSubstr(std::string(choice)));
  }
}

TEST(Help, FitsNarrowTerminals) {
  for (const Command& command : commands()) {
    std::string rest = help_of(command, 60);
    const std::string prose = rest.substr(0, rest.find("\nExample"));
    for (std::size_t begin = 0; begin < prose.size();) {
      const std::size_t end = std::min(prose.find('\n', begin), prose.size());
      EXPECT_LE(end - begin, 60U) << prose.substr(begin, end - begin);
      begin = end + 1;
    }
  }
}

}  // namespace
}  // namespace laut::cli
