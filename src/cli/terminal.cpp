#include "cli/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/progress.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "cli/glyphs.h"

namespace laut::cli {
namespace {

bool set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
  const char* name = std::getenv("TERM");
  return name != nullptr && std::string_view(name) == "dumb";
}

// Embeddings, overrides and isolates reorder what stands around them.
bool turns_direction(char32_t point) { return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069); }

bool shows_nothing(char32_t point) {
  return point == 0x00AD || point == 0x200B || point == 0x2060 || point == 0xFEFF || point == '\r' || (point & ~0x7FU) == 0xE0000;
}

bool becomes_space(char32_t point) {
  return point == '\t' || point == '\n' || point == 0x0B || point == 0x0C || point == 0x85 || point == 0x2028 || point == 0x2029;
}

void append_clean(std::string& out, char32_t point) {
  if (shows_nothing(point)) return;
  if (becomes_space(point))
    out += ' ';
  else if (point < 0x20)
    append_utf8(out, glyph::control_pictures + point);
  else if (point == 0x7F)
    append_utf8(out, glyph::delete_picture);
  else if ((point >= 0x80 && point < 0xA0) || turns_direction(point))
    out += glyph::replacement;
  else
    append_utf8(out, point);
}

// Where the beginning of `text` that takes at most `width` columns ends; marks stay with their letter. At least one character.
std::size_t fitting(std::string_view text, int width) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_utf8(text, at).length;
    columns += terminal_width(text.substr(at, length));
    if (columns > width && at > 0) return at;
    at += length;
  }
  return text.size();
}

struct Breaker {
  int width;
  std::vector<Runs> lines{};
  Runs line{};
  int used = 0;
  Runs word{};
  int word_width = 0;
  Run space{};

  static void append(Runs& runs, Run run) {
    if (!runs.empty() && runs.back().style == run.style)
      runs.back().text += run.text;
    else
      runs.push_back(std::move(run));
  }

  void end_line() {
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  }

  void add_to_word(std::string_view text, Style style) {
    if (text.empty()) return;
    append(word, {std::string(text), style});
    word_width += terminal_width(text);
  }

  void end_word() {
    if (word.empty()) return;
    const bool gap = used > 0;
    if (gap && used + 1 + word_width > width) {
      end_line();
    } else if (gap) {
      append(line, space);
      ++used;
    }
    for (const Run& run : word) place(run);
    word.clear();
    word_width = 0;
  }

  void place(const Run& run) {
    std::string_view rest = run.text;
    while (true) {
      const std::size_t end = used < width ? fitting(rest, width - used) : 0;
      const std::string_view part = rest.substr(0, end);
      if (!part.empty()) append(line, {std::string(part), run.style});
      used += terminal_width(part);
      rest.remove_prefix(end);
      if (rest.empty()) return;
      end_line();
    }
  }
};

std::string codes(const Style& style, const Look& look) {
  std::string out;
  const auto add = [&out](bool wanted, std::string_view code) {
    if (wanted) out.append(out.empty() ? "" : ";").append(code);
  };
  add(style.bold, "1");
  add(style.faint, "2");
  add(style.underline, "4");
  add(look.color && style.tint == Tint::loss, "31");
  add(look.color && style.tint == Tint::action, "36");
  return out;
}

}  // namespace

Look look_of(int descriptor, Color color, std::optional<int> width) {
  Look look;
  look.terminal = ::isatty(descriptor) == 1;
  look.styles = color == Color::always || (color == Color::automatic && look.terminal && !dumb_terminal());
  look.color = color == Color::always || (look.styles && !set("NO_COLOR"));
  look.width = width ? *width : std::min(kWidest, terminal_columns(descriptor).value_or(kWidest));
  look.width = std::max(kNarrowest, look.width);
  return look;
}

int width_of(const Runs& runs) {
  int width = 0;
  for (const Run& run : runs) width += terminal_width(run.text);
  return width;
}

std::vector<Runs> wrap(const Runs& runs, int width) {
  Breaker breaker{.width = std::max(1, width)};
  for (const Run& run : runs) {
    std::string_view rest = run.text;
    while (true) {
      const std::size_t end = rest.find(' ');
      breaker.add_to_word(rest.substr(0, end), run.style);
      if (end == std::string_view::npos) break;
      breaker.end_word();
      breaker.space = {" ", run.style};
      rest.remove_prefix(end + 1);
    }
  }
  breaker.end_word();
  if (!breaker.line.empty()) breaker.end_line();
  return breaker.lines;
}

std::string paint(const Runs& runs, const Look& look) {
  std::string out;
  for (const Run& run : runs) {
    const std::string on = look.styles ? codes(run.style, look) : "";
    out += on.empty() ? run.text : "\x1b[" + on + "m" + run.text + "\x1b[0m";
  }
  return out;
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
    for (std::size_t at = 0; at < valid;) {
      const Decoded decoded = decode_utf8(text, at);
      append_clean(out, decoded.point);
      at += decoded.length;
    }
    if (valid == text.size()) break;
    out += glyph::replacement;
    text.remove_prefix(valid + 1);
  }
  return out;
}

std::string shortened(std::string_view text, int width) {
  if (terminal_width(text) <= width) return std::string(text);
  std::string out(text.substr(0, fitting(text, std::max(1, width - 1))));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + std::string(glyph::ellipsis);
}

std::string padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - terminal_width(text))), ' ');
  return text;
}

}  // namespace laut::cli
