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

std::string when_of(const Context& row) {
  if (!row.claim.time) return "";
  const auto& time = *row.claim.time;
  if (!time.from && !time.to) return "unresolved";
  return time.from == time.to ? iso(time.from) : iso(time.from) + ".." + iso(time.to);
}

std::string counted_of(const Context& row) {
  return row.claim.count ? counted_text(*row.claim.count, row.claim.count->span.in(row.document.text)) : "";
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

// What fits on a terminal: the least and the most columns that each takes; what is left over goes to those that want more, in order.
struct Narrow {
  Column column;
  int least;
  int most;
  bool right = false;
};
constexpr std::array<Narrow, 8> kNarrow{{
    {{"article", [](const Context& row) { return clean(row.document.source); }}, 8, 24},
    {{"#", [](const Context& row) { return std::to_string(row.number); }}, 3, 3, true},
    {{"event", [](const Context& row) { return event_text(row.claim.event); }}, 9, 17},
    {{"figure", counted_of}, 8, 24},
    {{"target", [](const Context& row) { return actor_words(row, row.claim.target); }}, 6, 28},
    {{"where", [](const Context& row) { return row.claim.place ? clean(row.claim.place->name) : ""; }}, 6, 18},
    {{"when", when_of}, 10, 22},
    {{"says", says_of}, 8, 30},
}};

std::array<int, kNarrow.size()> widths_for(int width) {
  std::array<int, kNarrow.size()> widths{};
  int left = width - 2 * (static_cast<int>(kNarrow.size()) - 1);
  for (std::size_t i = 0; i < kNarrow.size(); ++i) left -= widths[i] = kNarrow[i].least;
  for (bool grown = true; grown && left > 0;) {
    grown = false;
    for (std::size_t i = 0; i < kNarrow.size() && left > 0; ++i) {
      if (widths[i] >= kNarrow[i].most) continue;
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
    const std::string whole = text(i);
    const std::string cell = i == 0 ? shortened_path(whole, widths[i]) : shortened(whole, widths[i]);
    const std::string filled = padded(cell, widths[i]);
    line += kNarrow[i].right ? filled.substr(cell.size()) + cell : filled;
    if (i + 1 < kNarrow.size()) line += "  ";
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
  if (look.terminal) return aligned(look, {.bold = true}, [](std::size_t i) { return std::string(kNarrow[i].column.name); });
  return separated([](std::size_t i) { return std::string(kColumns[i].name); });
}

std::string claim_rows(const Document& document, const Reading& reading, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const Context row{document, reading.claims[i], i + 1};
    out += look.terminal ? aligned(look, {}, [&](std::size_t column) { return kNarrow[column].column.cell(row); })
                         : separated([&](std::size_t column) { return kColumns[column].cell(row); });
  }
  return out;
}

}  // namespace laut::cli
