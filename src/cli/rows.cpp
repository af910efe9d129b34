#include "cli/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "cli/glyphs.h"
#include "cli/wording.h"
#include "laut/names.h"

namespace laut::cli {
namespace {

struct Context {
  const Document& document;
  const Claim& claim;
  std::size_t number;

  [[nodiscard]] std::string words(Span span) const { return clean(span.in(document.text)); }
};

std::string iso(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

std::string plain_number(const std::optional<double>& value) { return value ? fmt::format("{:.15g}", *value) : ""; }

std::string actor_words(const Context& row, const std::optional<Spanned<Actor>>& actor) {
  return actor ? clean(actor->name ? *actor->name : std::string(actor->span.in(row.document.text))) : "";
}

std::string code_of(const std::optional<Spanned<Actor>>& actor) { return actor && actor->code ? clean(*actor->code) : ""; }

std::optional<Spanned<Actor>> source_of(const Context& row) {
  return row.claim.sources.empty() ? std::nullopt : std::optional(row.claim.sources.front());
}

std::string figure_of(const Context& row) {
  return row.claim.count ? figure_text(*row.claim.count, row.claim.count->span.in(row.document.text)) : "";
}

std::string confidence_of(const Context& row) {
  const auto found = row.claim.confidence.find("claim");
  return found == row.claim.confidence.end() ? "" : fmt::format("{:.2f}", found->second);
}

std::string says_of(const Context& row) {
  const auto source = source_of(row);
  return source ? actor_words(row, source) : "(the article)";
}

// "2024-12-14", "2024-12-14..15", "2024-11-30..12-01", "since 2024-12-14".
std::string when_of(const Context& row) {
  if (!row.claim.time) return "";
  const auto& from = row.claim.time->from;
  const auto& to = row.claim.time->to;
  if (!from && !to) return "unresolved";
  if (!to) return fmt::format("since {}", iso(from));
  if (!from) return fmt::format("to {}", iso(to));
  if (from == to) return iso(from);
  const std::size_t same = year_of(*from) != year_of(*to) ? 0 : month_of(*from) != month_of(*to) ? 5 : 8;
  return fmt::format("{}..{}", iso(from), iso(to).substr(same));
}

// People need no unit.
std::string short_figure_of(const Context& row) {
  if (!row.claim.count) return "";
  const std::string_view words = row.claim.count->span.in(row.document.text);
  return row.claim.count->unit == "person" ? figure_text(*row.claim.count, words) : counted_text(*row.claim.count, words);
}

using Cell = std::string (*)(const Context&);

struct Column {
  std::string_view name;
  Cell cell;
};

// Everything, for programs.
constexpr std::array<Column, 26> kColumns{{
    {"article", [](const Context& row) { return clean(row.document.source); }},
    {"number", [](const Context& row) { return std::to_string(row.number); }},
    {"id", [](const Context& row) { return row.claim.id; }},
    {"published", [](const Context& row) { return iso(row.document.published); }},
    {"event", [](const Context& row) { return std::string(name_of(row.claim.event)); }},
    {"figure", figure_of},
    {"unit", [](const Context& row) { return row.claim.count ? clean(row.claim.count->unit) : ""; }},
    {"low", [](const Context& row) { return row.claim.count ? plain_number(row.claim.count->low) : ""; }},
    {"high", [](const Context& row) { return row.claim.count ? plain_number(row.claim.count->high) : ""; }},
    {"target", [](const Context& row) { return actor_words(row, row.claim.target); }},
    {"target_code", [](const Context& row) { return code_of(row.claim.target); }},
    {"agent", [](const Context& row) { return actor_words(row, row.claim.agent); }},
    {"agent_code", [](const Context& row) { return code_of(row.claim.agent); }},
    {"place", [](const Context& row) { return row.claim.place ? clean(row.claim.place->name) : ""; }},
    {"country", [](const Context& row) { return row.claim.place ? clean(row.claim.place->country.value_or("")) : ""; }},
    {"from", [](const Context& row) { return row.claim.time ? iso(row.claim.time->from) : ""; }},
    {"to", [](const Context& row) { return row.claim.time ? iso(row.claim.time->to) : ""; }},
    {"coverage", [](const Context& row) { return std::string(name_of(row.claim.coverage.kind)); }},
    {"source", [](const Context& row) { return actor_words(row, source_of(row)); }},
    {"source_code", [](const Context& row) { return code_of(source_of(row)); }},
    {"said", [](const Context& row) { return row.claim.said ? iso(row.claim.said->from) : ""; }},
    {"stance", [](const Context& row) { return std::string(name_of(row.claim.stance)); }},
    {"status", [](const Context& row) { return std::string(name_of(row.claim.status)); }},
    {"quote", [](const Context& row) { return std::string(name_of(row.claim.quote)); }},
    {"confidence", confidence_of},
    {"evidence", [](const Context& row) { return row.words(row.claim.evidence); }},
}};

// What fits on a terminal: the least and the most columns of each, and the width of the terminal from which on it is there. What is left
// over is dealt out evenly.
struct Narrow {
  std::string_view name;
  Cell cell;
  int least;
  int most;
  int from = 0;
  bool right = false;
};
constexpr std::array<Narrow, 8> kNarrow{{
    {"article", [](const Context& row) { return clean(row.document.source); }, 8, 32},
    {"#", [](const Context& row) { return std::to_string(row.number); }, 3, 3, 0, true},
    {"event", [](const Context& row) { return std::string(name_of(row.claim.event)); }, 10, 10},
    {"figure", short_figure_of, 16, 24},
    {"target", [](const Context& row) { return actor_words(row, row.claim.target); }, 10, 40},
    {"where", [](const Context& row) { return row.claim.place ? clean(row.claim.place->name) : ""; }, 8, 24, 110},
    {"when", when_of, 14, 22, 96},
    {"says", says_of, 10, 40},
}};

// 0 for a column that is not there.
std::array<int, kNarrow.size()> widths_for(int width) {
  std::array<int, kNarrow.size()> widths{};
  int left = width + 2;
  for (std::size_t i = 0; i < kNarrow.size(); ++i) {
    if (width < kNarrow[i].from) continue;
    widths[i] = kNarrow[i].least;
    left -= widths[i] + 2;
  }
  for (bool grown = true; grown && left > 0;) {
    grown = false;
    for (std::size_t i = 0; i < kNarrow.size() && left > 0; ++i) {
      if (widths[i] == 0 || widths[i] >= kNarrow[i].most) continue;
      ++widths[i];
      --left;
      grown = true;
    }
  }
  return widths;
}

// The end of a path tells more than its beginning.
std::string shortened_path(const std::string& path, int width) {
  const std::string whole = shortened(path, width);
  if (whole == path) return path;
  std::size_t slash = path.rfind('/');
  std::string tail = slash == std::string::npos ? path : path.substr(slash + 1);
  for (std::size_t before = slash; before != std::string::npos && before > 0;) {
    before = path.rfind('/', before - 1);
    const std::string longer = std::string(glyph::ellipsis) + path.substr(before == std::string::npos ? 0 : before);
    if (static_cast<int>(longer.size()) - 2 > width || before == std::string::npos) break;
    tail = longer;
  }
  return shortened(tail, width);
}

template <class Text>
std::string aligned(const Look& look, Style style, Text text) {
  const auto widths = widths_for(look.width);
  std::string line;
  for (std::size_t i = 0; i < kNarrow.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::string whole = text(i);
    const std::string cell = i == 0 ? shortened_path(whole, widths[i]) : shortened(whole, widths[i]);
    const std::string filled = padded(cell, widths[i]);
    line += line.empty() ? "" : "  ";
    line += kNarrow[i].right ? filled.substr(cell.size()) + cell : filled;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return paint({{line, style}}, look) + "\n";
}

template <class Text>
std::string separated(Text text) {
  std::string line;
  for (std::size_t i = 0; i < kColumns.size(); ++i) line += fmt::format("{}{}", i == 0 ? "" : "\t", text(i));
  return line + "\n";
}

}  // namespace

std::string header_row(const Look& look) {
  if (look.terminal) return aligned(look, {.bold = true}, [](std::size_t i) { return std::string(kNarrow[i].name); });
  return separated([](std::size_t i) { return std::string(kColumns[i].name); });
}

std::string claim_rows(const Document& document, const Reading& reading, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const Context row{document, reading.claims[i], i + 1};
    out += look.terminal ? aligned(look, {}, [&](std::size_t column) { return kNarrow[column].cell(row); })
                         : separated([&](std::size_t column) { return kColumns[column].cell(row); });
  }
  return out;
}

}  // namespace laut::cli
