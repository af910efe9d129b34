#include "reader/meaning/figure_item.h"

#include <algorithm>

namespace laut::meaning::figures {
namespace {

constexpr std::size_t kScaleReach = 3;  // tokens after the span that may hold its scale

bool is_power_of_ten(double value) {
  while (value >= 10) value /= 10;
  return value == 1;
}

// U: what stands after "several" in "several hundred".
bool is_unit_scale(double value) { return value == 12 || (value >= 10 && is_power_of_ten(value)); }

// low..high times U: 3..9 hundred is 300..999. Dozens end at 99, as the guide has it.
void scale_interval(Item& item, double unit) {
  item.low *= unit;
  item.high = unit == 12 ? 99 : (item.high + 1) * unit - 1;
}

Item several() {
  Item item;
  item.low = 3;
  item.high = 9;
  return item;
}

Item plural_item(double unit) {
  Item item;
  item.kind = Kind::interval;
  item.low = 2;
  item.high = 9;
  scale_interval(item, unit);
  return item;
}

// Cuts the span's tokens into items.
class Items {
 public:
  Items(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t first, std::size_t last)
      : lexicon_(lexicon), tokens_(tokens), last_(last) {
    for (std::size_t at = first; at < last;) at = next(at);
    combine();
  }

  std::vector<Item> items;

 private:
  std::size_t next(std::size_t at) {
    const Match match = lexicon_.longest_at(tokens_, at, last_);
    const auto number = number_at(tokens_, lexicon_, at, last_, last_ + kScaleReach);
    Item item;
    item.first = at;
    if (number && (!match || match.last <= number->last)) {
      item.kind = Kind::number;
      item.number = *number;
      item.last = number->last;
      if (tells_age(number->last)) item.number = one_person(number->last);
      const auto* plural = match.as(Kind::plural);
      const bool whole = number->bare && match.last == number->last && !after_qualifier(at);
      if (plural != nullptr && whole) set_interval(item, plural_item(plural->value));
    } else if (match) {
      item.last = match.last;
      if (!set_kind(item, match)) return match.last;
    } else {
      if (!is_hyphen(tokens_[at])) return at + 1;
      item.kind = Kind::to;
      item.last = at + 1;
    }
    items.push_back(item);
    return item.last;
  }

  // "19-year-old": the number counts years.
  [[nodiscard]] bool tells_age(std::size_t after) const {
    while (after < tokens_.size() && is_hyphen(tokens_[after])) ++after;
    return lexicon_.longest_at(tokens_, after, tokens_.size()).as(Kind::age) != nullptr;
  }

  static Number one_person(std::size_t last) {
    Number one;
    one.value = 1;
    one.article = true;
    one.last = last;
    return one;
  }

  // In Slavic languages "more than" takes a genitive that looks like the plural: then it is one thousand, not thousands.
  [[nodiscard]] bool after_qualifier(std::size_t at) const {
    const Match before = lexicon_.longest_before(tokens_, 0, at);
    return before && std::any_of(before.meanings->begin(), before.meanings->end(), [](const Meaning& m) { return is_qualifier(m.kind); });
  }

  static void set_interval(Item& item, const Item& interval) {
    item.kind = Kind::interval;
    item.low = interval.low;
    item.high = interval.high;
  }

  bool set_kind(Item& item, const Match& match) {
    if (const auto* plural = match.as(Kind::plural)) {
      set_interval(item, plural_item(plural->value));
    } else if (const auto* interval = match.as(Kind::interval)) {
      item.kind = Kind::interval;
      item.low = interval->value;
      item.high = interval->high;
    } else if (match.as(Kind::to) != nullptr && match.as(Kind::up_to) != nullptr) {
      const bool joins = std::any_of(items.begin(), items.end(), [](const Item& i) { return i.is_amount(); });
      item.kind = joins ? Kind::to : Kind::up_to;
    } else {
      item.kind = match.meanings->front().kind;
    }
    return item.kind != Kind::skip;
  }

  // "several" + "hundred", "many" + "dozen", "no" + "hundred metres".
  void combine() {
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      Item& item = items[i];
      const Item& after = items[i + 1];
      if (after.first != item.last) continue;
      const double unit = after.kind == Kind::interval ? after.low / 2 : after.number.value;
      const bool larger = item.kind == Kind::vague || unit > item.high;  // not "dozens of dozens"
      const bool scale = after.kind == Kind::number && !after.number.article && is_unit_scale(unit) && larger;
      const bool plural = after.kind == Kind::interval && is_unit_scale(unit) && larger;
      const bool some = item.kind == Kind::interval || item.kind == Kind::vague;
      if (some && scale) {
        if (item.kind == Kind::vague) set_interval(item, several());
        scale_interval(item, unit);
      } else if (item.kind == Kind::interval && plural) {
        scale_interval(item, unit);
      } else if (item.kind == Kind::vague && plural) {
        set_interval(item, after);
      } else {
        if (item.kind == Kind::none && after.kind == Kind::number && after.number.value > 1) item.kind = Kind::fewer;
        continue;
      }
      item.last = after.last;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::size_t last_;
};

}  // namespace

std::vector<Item> items_of(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  return Items(lexicon, tokens, first, last).items;
}

}  // namespace laut::meaning::figures
