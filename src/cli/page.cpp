#include "cli/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "cli/glyphs.h"
#include "cli/marks.h"
#include "cli/wording.h"
#include "laut/names.h"

namespace laut::cli {
namespace {

constexpr int kNarrow = 76;        // below, columns are not aligned
constexpr int kConfidence = 6;     // columns kept for "  0.91"
constexpr int kHang = 2;           // the indent of a piece's further lines
constexpr int kWidestFigure = 28;  // a longer figure does not push the others away

constexpr Style kPlain{};
constexpr Style kBold{.bold = true};
constexpr Style kFaint{.faint = true};

// A piece of a claim's lines that stays together where there is room: "where" + "Kursk Oblast, RU (region)".
using Piece = Runs;

void append(Runs& runs, const Runs& more) { runs.insert(runs.end(), more.begin(), more.end()); }

// Lays pieces side by side, `gap` between them, on lines of at most `width` columns; a piece that is too long is wrapped.
std::vector<Runs> flow(const std::vector<Piece>& pieces, int width, const Run& gap = {"   ", kPlain}) {
  const int between = terminal_width(gap.text);
  std::vector<Runs> lines;
  int used = 0;
  for (const Piece& piece : pieces) {
    const int columns = width_of(piece);
    if (!lines.empty() && used + between + columns <= width) {
      lines.back().push_back(gap);
      append(lines.back(), piece);
      used += between + columns;
      continue;
    }
    if (columns <= width) {
      lines.push_back(piece);
    } else {
      std::string continued;
      for (Runs& line : wrap(piece, width - kHang)) {
        if (!continued.empty()) line.insert(line.begin(), {continued, kPlain});
        continued = std::string(kHang, ' ');
        lines.push_back(std::move(line));
      }
    }
    used = lines.empty() ? 0 : width_of(lines.back());
  }
  return lines;
}

std::vector<Runs> facts_line(const std::vector<std::string>& facts, int width, Style style) {
  std::vector<Piece> pieces;
  for (const std::string& fact : facts) pieces.push_back({{fact, style}});
  return flow(pieces, width, {fmt::format(" {} ", glyph::dot), style});
}

// What the closing line sums up.
std::vector<std::string> closing_facts(const Document& document, const Reading& reading) {
  const std::vector<Claim>& claims = reading.claims;
  std::vector<std::string> parts{many(claims.size(), "claim", "claims")};
  std::set<std::string> voices;
  for (const Claim& claim : claims)
    if (!claim.sources.empty()) voices.insert(voice_of(claim.sources.front(), document.text));
  const auto figures = std::count_if(claims.begin(), claims.end(), [](const Claim& claim) { return is_loss(claim.event) && claim.count; });
  if (!claims.empty()) {
    parts.push_back(many(voices.size(), "voice", "voices"));
    parts.push_back(many(static_cast<std::size_t>(figures), "figure of losses", "figures of losses"));
  }
  parts.emplace_back(reading.language_known ? "machine-read" : "not read: the reader does not know the language");
  if (reading.unresolved_times > 0) {
    std::string dates = many(static_cast<std::size_t>(reading.unresolved_times), "date", "dates") + " unresolved";
    if (!document.published) dates += " (no publication day: give --published)";
    parts.push_back(dates);
  }
  return parts;
}

class Writer {
 public:
  Writer(const Document& document, const Reading& reading, const PageOptions& options)
      : document_(document), reading_(reading), look_(options.look), with_text_(options.text) {
    number_width_ = static_cast<int>(std::to_string(reading.claims.size()).size());
    for (const Claim& claim : reading.claims) {
      event_width_ = std::max(event_width_, terminal_width(event_text(claim.event)));
      const int figure = terminal_width(figure_of(claim));
      if (figure <= kWidestFigure) figure_width_ = std::max(figure_width_, figure);
    }
  }

  std::string page() {
    header();
    if (with_text_) text();
    for (std::size_t i = 0; i < reading_.claims.size(); ++i) claim(reading_.claims[i], i + 1);
    if (!reading_.claims.empty()) out_ += "\n";
    for (const Runs& line : facts_line(closing_facts(document_, reading_), look_.width, kPlain)) put(line);
    return std::move(out_);
  }

 private:
  void put(Runs line) {
    while (!line.empty() && line.back().text.find_last_not_of(' ') == std::string::npos) line.pop_back();
    if (!line.empty()) line.back().text.erase(line.back().text.find_last_not_of(' ') + 1);
    out_ += paint(line, look_) + "\n";
  }

  void header() {
    const std::string source = document_.source == "-" ? "standard input" : clean(document_.source);
    const std::string title = document_.title ? clean(*document_.title) : source;
    for (const Runs& line : wrap({{title, kBold}}, look_.width)) put(line);
    std::vector<std::string> facts;
    if (document_.outlet) facts.push_back(clean(*document_.outlet));
    facts.push_back(document_.published ? day_text(*document_.published) : "no publication day");
    facts.push_back(language_text(document_.language));
    if (document_.title) facts.push_back(source);
    for (const Runs& line : facts_line(facts, look_.width, kFaint)) put(line);
    std::string rule;
    for (int i = 0; i < look_.width; ++i) rule += glyph::rule;
    put({{rule, kFaint}});
  }

  void text() {
    for (const Runs& paragraph : marked_paragraphs(document_.text, document_.language, reading_.claims, look_)) {
      for (const Runs& line : wrap(paragraph, look_.width)) put(line);
      out_ += "\n";
    }
  }

  [[nodiscard]] std::string figure_of(const Claim& claim) const {
    return claim.count ? counted_text(*claim.count, claim.count->span.in(document_.text)) : "";
  }

  void claim(const Claim& claim, std::size_t number) {
    const int indent = number_width_ + 3;
    if (number > 1) out_ += "\n";
    const int width = look_.width - indent;
    std::vector<Runs> lines = flow(headline(claim), width);
    for (Runs& line : flow(circumstances(claim), width)) lines.push_back(std::move(line));
    for (Runs& line : flow(attribution(claim), width - kConfidence)) lines.push_back(std::move(line));
    add_confidence(lines, claim, width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string label =
          i == 0 ? fmt::format(" {:>{}}  ", number, number_width_) : std::string(static_cast<std::size_t>(indent), ' ');
      Runs line{{label, {.bold = i == 0, .tint = i == 0 ? tint_of(claim) : Tint::none}}};
      append(line, lines[i]);
      put(line);
    }
  }

  static Tint tint_of(const Claim& claim) { return is_loss(claim.event) ? Tint::loss : Tint::action; }

  // What happened, to how many, to whom, by whom; in columns where there is room.
  [[nodiscard]] std::vector<Piece> headline(const Claim& claim) const {
    const bool columns = look_.width >= kNarrow;
    const bool parties = claim.target || claim.agent;
    std::string event = event_text(claim.event);
    std::string figure = figure_of(claim);
    if (columns && (parties || !figure.empty())) event = padded(event, event_width_);
    if (columns && parties && !figure.empty()) figure = padded(figure, figure_width_);
    std::vector<Piece> pieces{{{event, kBold}}};
    if (!figure.empty()) pieces.push_back({{figure, kBold}});
    if (claim.target) {
      const std::string target = actor_text(*claim.target, document_.text);
      const std::string group = claim.group ? group_text(*claim.group) : "";
      const bool told = group.empty() || (group == "civilians" && target.ends_with("CVL)"));
      pieces.push_back({{told ? target : fmt::format("{}, {}", target, group), kPlain}});
    }
    if (claim.agent) pieces.push_back({{"by ", kFaint}, {actor_text(*claim.agent, document_.text), kPlain}});
    return pieces;
  }

  [[nodiscard]] std::vector<Piece> circumstances(const Claim& claim) const {
    const std::string none(glyph::dash);
    std::vector<Piece> pieces{{{"where ", kFaint}, {claim.place ? place_text(*claim.place) : none, kPlain}},
                              {{"when ", kFaint}, {claim.time ? time_text(*claim.time, document_.text) : none, kPlain}}};
    if (claim.count && claim.coverage.kind != CoverageKind::unknown)
      pieces.push_back({{"coverage ", kFaint}, {coverage_of(claim), kPlain}});
    if (const auto whole = number_of(claim.part_of)) pieces.push_back({{"part of claim ", kFaint}, {std::to_string(*whole), kPlain}});
    return pieces;
  }

  // Its days are said only where they are not those of the claim.
  static std::string coverage_of(const Claim& claim) {
    Coverage coverage = claim.coverage;
    if (claim.time && coverage.from == claim.time->from && coverage.to == claim.time->to) coverage.from = coverage.to = std::nullopt;
    return coverage_text(coverage);
  }

  // Who says so, when, with which words, how.
  [[nodiscard]] std::vector<Piece> attribution(const Claim& claim) const {
    Piece who{{fmt::format("says{} ", glyph::no_break_space), kFaint}};  // as wide as "where "
    for (const auto& source : claim.sources) {
      if (&source != &claim.sources.front()) who.push_back({" via ", kFaint});
      who.push_back({actor_text(source, document_.text), kPlain});
    }
    if (claim.sources.empty()) who.push_back({"the article itself", kPlain});
    if (claim.said) {
      const bool one_day = claim.said->from && claim.said->from == claim.said->to;
      who.push_back({one_day ? " on " : ", ", kFaint});
      who.push_back({time_text(*claim.said, document_.text), kPlain});
    }
    std::vector<Piece> pieces{who};
    if (claim.cue) pieces.push_back({{fmt::format("\"{}\"", shortened(clean(claim.cue->in(document_.text)), kWidestFigure)), kPlain}});
    Piece how{{std::string(name_of(claim.stance)), kPlain}};
    how.push_back({fmt::format(" {} ", glyph::dot), kFaint});
    how.push_back({std::string(name_of(claim.status)), claim.status == Status::happened ? kPlain : kBold});
    if (claim.quote != Quote::none) how.push_back({fmt::format(" {} {}", glyph::dot, name_of(claim.quote)), kPlain});
    pieces.push_back(how);
    return pieces;
  }

  // At the right end of the last line.
  static void add_confidence(std::vector<Runs>& lines, const Claim& claim, int width) {
    const auto found = claim.confidence.find("claim");
    if (found == claim.confidence.end()) return;
    const std::string text = fmt::format("{:.2f}", found->second);
    const int gap = std::max(0, width - width_of(lines.back()) - static_cast<int>(text.size()));
    lines.back().push_back({std::string(static_cast<std::size_t>(gap), ' '), kPlain});
    lines.back().push_back({text, kFaint});
  }

  [[nodiscard]] std::optional<std::size_t> number_of(const std::optional<std::string>& id) const {
    if (!id) return std::nullopt;
    for (std::size_t i = 0; i < reading_.claims.size(); ++i)
      if (reading_.claims[i].id == *id) return i + 1;
    return std::nullopt;
  }

  const Document& document_;
  const Reading& reading_;
  const Look& look_;
  bool with_text_;
  std::string out_;
  int number_width_ = 1;
  int event_width_ = 0;
  int figure_width_ = 0;
};

}  // namespace

std::string article_page(const Document& document, const Reading& reading, const PageOptions& options) {
  return Writer(document, reading, options).page();
}

}  // namespace laut::cli
