#include "reader/meaning/time_grammar.h"

#include <algorithm>

#include "base/table.h"
#include "reader/meaning/time_actions.h"

namespace laut::meaning::times {
namespace {

constexpr std::uint32_t kLongest = 16;     // tokens of an item without a gap
constexpr std::uint32_t kLongestGap = 40;  // tokens that ".." skips
constexpr std::size_t kMostHere = 60;      // items that begin at one token
constexpr int kMostSteps = 600;            // tries to go on with a rule from one token; news needs a few dozen
constexpr std::size_t kMostWays = 4;       // further rules for the same words and class
constexpr std::size_t kMostRules = 0xFFF0;

std::vector<std::string> elements_of(std::string_view pattern) {
  std::vector<std::string> found;
  while (!pattern.empty()) {
    const auto end = std::min(pattern.find(' '), pattern.size());
    if (end > 0) found.emplace_back(pattern.substr(0, end));
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return found;
}

bool read_tag(std::string_view cell, TimeRule& rule) {
  rule.tag = !cell.empty();
  rule.pass = cell == "-";
  if (cell.empty() || cell == "x" || cell == "-") return true;
  if (cell.size() != 2 || cell[1] < '1' || cell[1] > '9') return false;
  (cell[0] == '+' ? rule.skip : rule.drop) = static_cast<std::uint32_t>(cell[1] - '0');
  return cell[0] == '+' || cell[0] == '-';
}

bool is_class(std::string_view element) { return element.size() > 2 && element.front() == '<' && element.back() == '>'; }

}  // namespace

Result<Grammar> Grammar::load(const std::filesystem::path& folder, const std::string& language) {
  Grammar grammar;
  if (auto words = grammar.lexicon_.read(folder / "times.words.tsv", grammar.names_); !words) return words.error();
  auto rows = Table::read(folder / "times.tsv", {"pattern", "gives", "action", "with", "tag"});
  if (!rows) return rows.error();
  for (const auto& row : rows->rows()) {
    TimeRule rule;
    const auto action = time_action_named(rows->cell(row, "action"));
    if (!action) return Error{ErrorKind::input, "no action is called '" + std::string(rows->cell(row, "action")) + "'", rows->where(row)};
    rule.action = *action;
    const auto gives = rows->cell(row, "gives");
    rule.gives = grammar.names_.number(gives.empty() ? "T" : std::string(gives));
    rule.with = rows->cell(row, "with");
    if (!read_tag(rows->cell(row, "tag"), rule)) return Error{ErrorKind::input, "tag is x, -, +N or -N", rows->where(row)};
    const auto pattern = rows->cell(row, "pattern");
    rule.where = "times/" + language + ": " + std::string(pattern);
    if (auto done = grammar.add(pattern, std::move(rule), rows->where(row)); !done) return done.error();
  }
  for (std::size_t i = 0; i < grammar.rules_.size(); ++i) {
    const std::size_t first = grammar.rules_[i].elements.front();
    if (grammar.by_first_.size() <= first) grammar.by_first_.resize(first + 1);
    grammar.by_first_[first].push_back(static_cast<std::uint16_t>(i));
  }
  return grammar;
}

Result<Done> Grammar::add(std::string_view pattern, TimeRule rule, const std::string& where) {
  const auto elements = elements_of(pattern);
  const bool required =
      std::any_of(elements.begin(), elements.end(), [](const std::string& e) { return e.back() != '?' || e.size() == 1; });
  if (!required) return Error{ErrorKind::input, "a pattern needs an element that may not be missing", where};
  if (elements.front() == ".." || elements.back() == "..") return Error{ErrorKind::input, "'..' cannot begin or end a pattern", where};
  if (std::count(elements.begin(), elements.end(), "..") > 1) return Error{ErrorKind::input, "a pattern has one '..' at most", where};
  for (std::string element : elements) {
    if (element.size() > 1 && element.back() == '?') element.pop_back();
    if (is_class(element) || element == ".." || names_.knows("=" + element)) continue;
    const std::uint16_t kind = names_.number("=" + element);
    for (std::size_t begin = 0; begin <= element.size();) {
      const auto end = std::min(element.find('|', begin), element.size());
      std::string form = element.substr(begin, end - begin);
      std::replace(form.begin(), form.end(), '_', ' ');
      lexicon_.add(kind, "", form);
      begin = end + 1;
    }
  }
  expand(elements, 0, rule);
  if (rules_.size() > kMostRules) return Error{ErrorKind::limit, "too many patterns", where};
  return Done{};
}

/// A rule for each choice of the elements that may be missing; the fullest first.
void Grammar::expand(const std::vector<std::string>& elements, std::size_t at, TimeRule& rule) {
  if (at == elements.size()) {
    if (!rule.elements.empty() && rule.elements.front() != kGap && rules_.size() <= kMostRules) rules_.push_back(rule);
    return;
  }
  std::string element = elements[at];
  const bool may_be_missing = element.size() > 1 && element.back() == '?';
  if (may_be_missing) element.pop_back();
  const std::size_t gap = rule.gap;
  if (element == "..") rule.gap = rule.elements.size();
  rule.elements.push_back(element == ".."     ? static_cast<std::uint16_t>(kGap)
                          : is_class(element) ? names_.number(element.substr(1, element.size() - 2))
                                              : names_.number("=" + element));
  expand(elements, at + 1, rule);
  rule.elements.pop_back();
  rule.gap = gap;
  if (may_be_missing) expand(elements, at + 1, rule);
}

Chart Grammar::parse(std::string_view text, bool gaps) const {
  Chart chart;
  chart.tokens = lexicon_.tokens(text);
  chart.first.resize(chart.tokens.size() + 1, 0);
  chart.count.resize(chart.tokens.size() + 1, 0);
  std::vector<Reading> readings;
  for (std::size_t t = chart.tokens.size(); t-- > 0;) {
    const auto at = static_cast<std::uint32_t>(t);
    chart.first[at] = static_cast<std::uint32_t>(chart.items.size());
    readings.clear();
    lexicon_.readings(chart.tokens, at, readings);
    for (const Reading& reading : readings) {
      if (chart.items.size() - chart.first[at] >= kMostHere) break;
      chart.items.push_back({at, reading.end, reading.kind, kNoRule, reading.value, {}});
    }
    close(chart, at, gaps);
    chart.count[at] = static_cast<std::uint32_t>(chart.items.size()) - chart.first[at];
  }
  return chart;
}

/// All items that begin at `at`, from those that do already and the complete ones further on.
void Grammar::close(Chart& chart, std::uint32_t at, bool gaps) const {
  std::vector<std::uint32_t> children;
  chart.steps = 0;
  for (std::size_t i = chart.first[at]; i < chart.items.size(); ++i) {
    const std::uint16_t kind = chart.items[i].kind;
    if (kind >= by_first_.size()) continue;
    for (const std::uint16_t number : by_first_[kind]) {
      if (chart.steps > kMostSteps) return;
      if (rules_[number].gap != kNoGap && !gaps) continue;
      children.assign(1, static_cast<std::uint32_t>(i));
      follow(chart, rules_[number], number, children, chart.items[i].end);
    }
  }
}

namespace {

/// Keeps the ways to one class of the same words in the order of their rules, a few of them.
void add_alternative(Chart& chart, Item& first, Item item) {
  if (item.rule < first.rule) {
    std::swap(first.rule, item.rule);
    std::swap(first.children, item.children);
  }
  std::uint32_t* link = &first.next;
  std::size_t length = 0;
  while (*link != kNoItem && chart.alternatives[*link].rule <= item.rule) {
    link = &chart.alternatives[*link].next;
    ++length;
  }
  if (length >= kMostWays) return;
  item.next = *link;
  *link = static_cast<std::uint32_t>(chart.alternatives.size());
  chart.alternatives.push_back(std::move(item));
}

}  // namespace

/// Matches the rest of a rule from token `end` on.
void Grammar::follow(Chart& chart, const TimeRule& rule, std::uint16_t number, std::vector<std::uint32_t>& children,
                     std::uint32_t end) const {
  const std::uint32_t begin = chart.items[children.front()].begin;
  if (++chart.steps > kMostSteps) return;
  std::size_t next = children.size();
  if (next > rule.gap) ++next;
  if (next == rule.elements.size()) {
    const auto twin = std::find_if(chart.items.begin() + chart.first[begin], chart.items.end(),
                                   [&](const Item& item) { return item.end == end && item.kind == rule.gives; });
    Item item{begin, end, rule.gives, number, {}, children};
    if (twin != chart.items.end()) {
      if (twin->rule != kNoRule) add_alternative(chart, *twin, std::move(item));
    } else if (chart.items.size() - chart.first[begin] < kMostHere) {
      chart.items.push_back(std::move(item));
    }
    return;
  }
  std::uint32_t last = end;
  if (next == rule.gap) {
    last = end + kLongestGap;
    ++next;
  }
  for (std::uint32_t at = end; at <= last && at < chart.tokens.size(); ++at) {
    if (chart.tokens[at].apart) return;
    for (std::uint32_t i = chart.first[at]; i < chart.first[at] + chart.count[at]; ++i) {
      if (chart.items[i].kind != rule.elements[next] || (rule.gap == kNoGap && chart.items[i].end - begin > kLongest)) continue;
      children.push_back(i);
      follow(chart, rule, number, children, chart.items[i].end);
      children.pop_back();
    }
  }
}

}  // namespace laut::meaning::times
