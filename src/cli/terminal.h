// Terminal: what can be shown where the output goes, text in styles, and breaking it into lines.
//
//     const Look look = look_of(STDOUT_FILENO, Color::automatic, {});
//     Runs runs{{"at least ", {}}, {"30", {.underline = true}}};
//     for (const Runs& line : wrap(runs, look.width)) out += paint(line, look) + "\n";
//
// Text of strangers goes through clean() first: control characters, escape sequences and marks that turn the direction of writing
// become visible characters, so that an article cannot drive the terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laut::cli {

enum class Color { automatic, always, never };

struct Look {
  bool terminal = false;  // the output is a terminal
  bool styles = false;    // bold, faint and underlined are shown
  bool color = false;
  int width = 100;
};

inline constexpr int kNarrowest = 30;
inline constexpr int kWidest = 100;  // unless the user asks for more: longer lines are hard to read

/// Styles only on a terminal that is not "dumb", colour only there and without $NO_COLOR; Color::always and never overrule.
Look look_of(int descriptor, Color color, std::optional<int> width);

enum class Tint { none, loss, action };

struct Style {
  bool bold = false;
  bool faint = false;
  bool underline = false;
  Tint tint = Tint::none;
  friend bool operator==(const Style&, const Style&) = default;
};

/// A stretch of clean text in one style.
struct Run {
  std::string text;
  Style style;
};
using Runs = std::vector<Run>;

int width_of(const Runs& runs);

/// Lines of at most `width` columns, broken at spaces; a word that is longer than a line is broken anywhere but before a mark.
std::vector<Runs> wrap(const Runs& runs, int width);

/// The text with the escape sequences of its styles, or alone where none are shown.
std::string paint(const Runs& runs, const Look& look);

/// One line that is safe to show: white space becomes a space, invisible marks go, control characters and bytes that are no UTF-8
/// become pictures of themselves.
std::string clean(std::string_view text);

/// The beginning of clean text that fits into `width` columns, with an ellipsis where something was cut.
std::string shortened(std::string_view text, int width);

/// Spaces after the text up to `width` columns.
std::string padded(std::string text, int width);

}  // namespace laut::cli
