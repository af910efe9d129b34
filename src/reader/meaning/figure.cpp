#include "reader/meaning/figure.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/table.h"
#include "reader/meaning/figure_item.h"
#include "reader/meaning/figure_lexicon.h"
#include "reader/meaning/figure_token.h"
#include "reader/meaning/figure_unit.h"

namespace laut::meaning {

using figures::Counted;
using figures::Item;
using figures::Kind;
using figures::Lexicon;
using figures::Token;
using figures::TokenKind;
using figures::Unit;
using figures::Units;

namespace {

constexpr std::uint32_t kBefore = 480;       // bytes looked at before the span
constexpr std::uint32_t kAfter = 240;        // and after it
constexpr std::uint32_t kLongestSpan = 400;  // a figure is said in less

struct Language {
  Lexicon lexicon;
  Units units;
};

// How many, before the qualifier.
struct Amount {
  Kind kind = Kind::vague;  // number, interval, none, vague; between for a range
  double low = 0;
  double high = 0;
  std::optional<double> value;
  std::optional<double> whole;  // figure_token.h
  bool fraction = false;
  bool rough = false;
  std::size_t first = 0;
  std::size_t last = 0;
};

// Bounds say more than closeness: "up to about 500".
int strength(Kind kind) {
  switch (kind) {
    case Kind::about:
    case Kind::or_so:
      return 1;
    case Kind::nearly:
    case Kind::good:
      return 2;
    default:
      return 3;
  }
}

// ---- The amount ----------------------------------------------------------------------------------------------------------------

Amount amount_of(const Item& item) {
  Amount amount;
  amount.kind = item.kind;
  amount.first = item.first;
  amount.last = item.last;
  amount.low = item.low;
  amount.high = item.high;
  if (item.kind != Kind::number) return amount;
  amount.fraction = item.number.fraction;
  amount.rough = item.number.rough;
  if (item.number.scale == 1) amount.whole = item.number.whole;
  amount.low = amount.high = item.number.value;
  amount.value = item.number.value;
  return amount;
}

// "2 to 3 million": the scale is said once.
double shared_scale(const Item& from, const Item& to) {
  if (from.kind != Kind::number || to.kind != Kind::number || from.number.scale != 1 || to.number.scale < 10) return 1;
  const bool fits = from.number.value < to.number.scale && from.number.value * to.number.scale <= to.number.value;
  return fits ? to.number.scale : 1;
}

Amount range_of(const Item& from, const Item& to) {
  Amount amount = amount_of(from);
  const Amount end = amount_of(to);
  const double scale = shared_scale(from, to);
  amount.kind = Kind::between;
  amount.low = std::min(amount.low * scale, end.high);
  amount.high = std::max(amount_of(from).high * scale, end.high);
  amount.value.reset();
  amount.whole.reset();
  amount.rough = false;
  amount.last = to.last;
  return amount;
}

class Chooser {
 public:
  explicit Chooser(const std::vector<Item>& items) : items_(items) {}

  [[nodiscard]] std::optional<Amount> choose() const {
    if (const auto sum = sum_of_persons()) return sum;
    const auto none = first_of(0, [](const Item& i) { return i.kind == Kind::none; });
    const auto any = first_of(0, [](const Item& i) { return i.is_amount(); });
    const auto main = first_of(0, [&](const Item& i) { return is_strong(i); });
    if (none < any) return amount_of(items_[none]);
    if (main < items_.size()) {
      const auto second = first_of(main + 1, [](const Item& i) { return i.is_amount(); });
      if (second < items_.size() && is_range(main, second)) return range_of(items_[main], items_[second]);
      return amount_of(items_[main]);
    }
    const auto vague = first_of(0, [](const Item& i) { return i.kind == Kind::vague; });
    if (vague < items_.size()) return amount_of(items_[vague]);

    if (any < items_.size()) return amount_of(items_[any]);
    return std::nullopt;
  }

 private:
  template <class Test>
  [[nodiscard]] std::size_t first_of(std::size_t from, Test test) const {
    return static_cast<std::size_t>(
        std::find_if(items_.begin() + static_cast<std::ptrdiff_t>(std::min(from, items_.size())), items_.end(), test) - items_.begin());
  }

  [[nodiscard]] bool is_strong(const Item& item) const {
    if (!item.is_amount()) return false;
    if (item.kind != Kind::number || !item.number.article) return true;
    const auto after = static_cast<std::size_t>(&item - items_.data()) + 1;  // "one to three"
    return after + 1 < items_.size() && joins(items_[after].kind) && items_[after + 1].is_amount() && items_[after].first == item.last;
  }

  static bool joins(Kind kind) { return kind == Kind::to || kind == Kind::alternative; }

  [[nodiscard]] bool is_range(std::size_t first, std::size_t second) const {
    const Item& a = items_[first];
    const Item& b = items_[second];
    if (a.kind == Kind::interval && b.kind == Kind::interval) return true;
    if (a.kind == Kind::number && (a.number.ordinal || a.number.fraction)) return false;
    bool joined = false;
    for (std::size_t i = first + 1; i < second; ++i) joined = joined || joins(items_[i].kind) || items_[i].kind == Kind::joiner;
    const bool between = first_of(0, [](const Item& i) { return i.kind == Kind::between; }) < first;
    const bool and_only = std::none_of(items_.begin() + static_cast<std::ptrdiff_t>(first),
                                       items_.begin() + static_cast<std::ptrdiff_t>(second), [](const Item& i) { return joins(i.kind); });
    return joined && (between || !and_only);
  }

  // "a man and two children": each number with its noun.
  [[nodiscard]] std::optional<Amount> sum_of_persons() const {
    std::optional<Amount> sum;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      const bool even = i % 2 == 0;
      if (even ? item.kind != Kind::number || item.number.fraction || item.number.ordinal : item.kind != Kind::joiner) return std::nullopt;
      if (!even) {
        if (item.first == items_[i - 1].last) return std::nullopt;
        continue;
      }
      ++parts;
      if (!sum) {
        sum = amount_of(item);
        continue;
      }
      sum->low = sum->high = sum->low + item.number.value;
      sum->value = sum->low;
      sum->last = item.last;
    }
    return parts > 1 && items_.back().kind == Kind::number ? sum : std::nullopt;
  }

  const std::vector<Item>& items_;
};

// ---- The qualifier -------------------------------------------------------------------------------------------------------------

bool is_opening(const Token& token) { return token.kind == TokenKind::mark && token.word != "\n" && !is_hyphen(token); }

Kind qualifier_before(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t at) {
  constexpr int kMostSkipped = 3;
  for (int skipped = 0; at > 0 && skipped <= kMostSkipped; ++skipped) {
    if (const auto match = lexicon.longest_before(tokens, 0, at)) {
      for (const auto& meaning : *match.meanings)
        if (is_qualifier(meaning.kind) && meaning.beside) return meaning.kind;
      if (match.as(Kind::skip) == nullptr) return Kind::skip;
      at = match.first;
    } else if (is_opening(tokens[at - 1]) && tokens[at - 1].word != "." && tokens[at - 1].word != ",") {
      --at;
    } else {
      return Kind::skip;
    }
  }
  return Kind::skip;
}

Kind qualifier_after(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t at) {
  if (at < tokens.size() && is_opening(tokens[at]) && !lexicon.longest_at(tokens, at, tokens.size())) ++at;
  const auto match = lexicon.longest_at(tokens, at, tokens.size());
  for (const Kind kind : {Kind::or_more, Kind::or_fewer, Kind::or_so})
    if (const auto* meaning = match.as(kind); meaning != nullptr && meaning->beside) return kind;
  return Kind::skip;
}

// Kind::skip: none.
Kind qualifier_of(const Language& language, const std::vector<Token>& tokens, const std::vector<Item>& items, const Amount& amount,
                  std::size_t first) {
  Kind found = Kind::skip;
  const auto take = [&](Kind kind) {
    if (is_qualifier(kind) && (found == Kind::skip || strength(kind) > strength(found))) found = kind;
  };
  for (const auto& item : items) {
    const bool after_number = item.kind == Kind::or_more || item.kind == Kind::or_fewer || item.kind == Kind::or_so;
    if (after_number ? item.first >= amount.last : item.first < amount.first) take(item.kind);
    if (item.kind == Kind::at_least && item.first >= amount.last) take(item.kind);  // "30 at least"
  }
  if (found != Kind::skip || amount.kind == Kind::none || amount.kind == Kind::vague) return found;
  const Kind before = qualifier_before(language.lexicon, tokens, first);
  if (before != Kind::about || amount.high > 1) take(before);  // "talk about a soldier"
  take(qualifier_after(language.lexicon, tokens, amount.last));
  return found;
}

// ---- The interval --------------------------------------------------------------------------------------------------------------

constexpr double kRounding = 1e-9;
double floored(double value) { return std::floor(value * (1 + kRounding)); }
double ceiled(double value) { return std::ceil(value * (1 - kRounding)); }

// The guide's table of counts.
void set_interval(Figure& figure, const Amount& amount, Kind qualifier, bool of_measure) {
  const double low = amount.low;
  const double high = amount.high;
  figure.low = low;
  figure.high = high;
  switch (qualifier) {
    case Kind::about:
    case Kind::or_so:
      if (amount.kind == Kind::interval) break;
      figure.low = floored(0.9 * low);
      figure.high = ceiled(1.1 * high);
      break;
    case Kind::nearly:
      figure.low = floored(0.9 * low);
      break;
    case Kind::good:
      figure.high = ceiled(1.1 * high);
      break;
    case Kind::at_least:
    case Kind::or_more:
      figure.high.reset();
      break;
    case Kind::more_than:
      figure.low = amount.kind == Kind::interval ? low : floored(low) + 1;
      figure.high.reset();
      break;
    case Kind::up_to:
    case Kind::or_fewer:
      figure.low = 0;
      break;
    case Kind::fewer:
      figure.low = 0;
      figure.high = of_measure && high <= 1 ? high : std::max(0.0, ceiled(amount.kind == Kind::interval ? high : low) - 1);
      break;
    default:
      break;
  }
}

Qualifier qualifier_for(const Amount& amount, Kind qualifier) {
  switch (qualifier) {
    case Kind::at_least:
    case Kind::or_more:
      return Qualifier::at_least;
    case Kind::more_than:
      return Qualifier::more_than;
    case Kind::up_to:
    case Kind::or_fewer:
      return Qualifier::up_to;
    case Kind::fewer:
      return Qualifier::fewer;
    default:
      break;
  }
  if (amount.kind == Kind::between) return Qualifier::range;
  if (amount.kind == Kind::interval) return Qualifier::word;
  return qualifier == Kind::skip ? Qualifier::exact : Qualifier::about;
}

std::string rule_of(Qualifier qualifier) {
  static const std::map<Qualifier, std::string> names = {{Qualifier::exact, "exactly N"},     {Qualifier::about, "about N"},
                                                         {Qualifier::at_least, "at least N"}, {Qualifier::more_than, "more than N"},
                                                         {Qualifier::up_to, "up to N"},       {Qualifier::fewer, "fewer than N"},
                                                         {Qualifier::range, "N to M"},        {Qualifier::word, "in words"}};
  return names.at(qualifier);
}

// A part of a whole, as percent: a third is 33 .. 34.
void make_percent(Amount& amount) {
  const auto percent = [](double part) { return std::round(part * 1e5) / 1e3; };
  amount.low = std::floor(percent(amount.low));
  amount.high = std::ceil(percent(amount.high));
  if (amount.value) amount.value = percent(*amount.value);
}

// ---- The article around the span -----------------------------------------------------------------------------------------------

std::uint32_t on_boundary(std::string_view text, std::uint32_t at) {
  while (at < text.size() && at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

Span clamped(std::string_view text, Span span) {
  const auto size = static_cast<std::uint32_t>(text.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, std::min(size, span.begin + kLongestSpan));
  return span;
}

struct Stretch {
  std::vector<Token> tokens;
  std::size_t first = 0;  // the span's tokens
  std::size_t last = 0;
};

Stretch stretch_around(std::string_view text, Span span, const figures::DigitStyle& style) {
  Stretch stretch;
  const Span around{on_boundary(text, span.begin > kBefore ? span.begin - kBefore : 0),
                    static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{span.end} + kAfter))};
  stretch.tokens = figures::tokens_of(text, around, span, style);
  const auto& tokens = stretch.tokens;
  const auto overlaps = [&](const Token& token) { return token.span.overlaps(span); };
  stretch.first = static_cast<std::size_t>(std::find_if(tokens.begin(), tokens.end(), overlaps) - tokens.begin());
  stretch.last = stretch.first;
  while (stretch.last < tokens.size() && overlaps(tokens[stretch.last])) ++stretch.last;
  return stretch;
}

Figure untold(Unit unit) {
  Figure figure;
  figure.qualifier = Qualifier::word;
  figure.unit = std::move(unit.name);
  return figure;
}

}  // namespace

struct Figures::Tables {
  std::map<std::string, Language, std::less<>> languages;
  Language plain;  // digits only

  [[nodiscard]] const Language& of(std::string_view name) const {
    const auto found = languages.find(name);
    return found == languages.end() ? plain : found->second;
  }
};

Result<Figures> Figures::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& name : languages_in(data)) {
    if (!std::filesystem::exists(data / name / "figures.tsv")) continue;
    auto lexicon = Lexicon::load(data / name / "figures.tsv");
    if (!lexicon) return lexicon.error();
    auto units = Units::load(data / name / "units.tsv", lexicon->style());
    if (!units) return units.error();
    tables->languages.emplace(name, Language{std::move(*lexicon), std::move(*units)});
  }
  if (tables->languages.empty()) return Error{ErrorKind::missing, "no language has figures.tsv", data.string()};
  Figures figures;
  figures.tables_ = std::move(tables);
  return figures;
}

Read<Figure> Figures::read(const Phrase& count, Event event, std::optional<Span> target) const {
  const Language& language = tables_->of(count.language);
  const Span span = clamped(count.text, count.span);
  const Stretch stretch = stretch_around(count.text, span, language.lexicon.style());
  const auto items = figures::items_of(language.lexicon, stretch.tokens, stretch.first, stretch.last);
  auto amount = Chooser(items).choose();

  Counted counted{stretch.tokens, stretch.first, stretch.last, stretch.last, event, {}};
  if (target) counted.target = figures::tokens_of(count.text, clamped(count.text, *target), {}, language.lexicon.style());
  if (amount && amount->kind != Kind::vague && amount->kind != Kind::none) {
    counted.first = amount->first;
    counted.after = amount->last;
  }
  const std::string by = "figures/" + std::string(count.language) + ": ";
  if (!amount || amount->kind == Kind::vague) return {untold(language.units.of(counted)), by + (amount ? "many" : "no figure")};

  const auto measure = language.units.measure(counted);
  const bool percent = amount->fraction && !measure;
  Unit unit = language.units.of(counted);
  if (percent) {
    make_percent(*amount);
    unit.name = "percent";
    unit.by.clear();
  }
  if (amount->whole && !measure) amount->low = amount->high = *(amount->value = amount->whole);

  Kind qualifier = qualifier_of(language, stretch.tokens, items, *amount, stretch.first);
  if (qualifier == Kind::skip && amount->rough) qualifier = Kind::about;
  Figure figure;
  figure.value = amount->kind == Kind::none ? std::optional<double>(0) : amount->value;
  figure.qualifier = amount->kind == Kind::none ? Qualifier::exact : qualifier_for(*amount, qualifier);
  set_interval(figure, *amount, qualifier, measure.has_value());
  figure.unit = unit.name;
  return {figure, by + rule_of(figure.qualifier) + (unit.by.empty() ? "" : ", units: " + unit.by)};
}

}  // namespace laut::meaning
