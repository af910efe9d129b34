#include "reader/meaning/figure_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace laut::meaning::figures {
namespace {

// The largest power of ten that divides a number word's value: what may still be added to it is smaller.
double room(double value) {
  if (value < 1 || value != std::floor(value)) return 0;
  double power = 1;
  while (std::fmod(value, power * 10) == 0) power *= 10;
  return power;
}

// total + current: "zwei tausend drei" is total 2000, current 3.
class Sum {
 public:
  [[nodiscard]] bool started() const { return started_; }
  [[nodiscard]] double value() const { return total_ + (has_ ? current_ : 0); }
  [[nodiscard]] double scale() const { return scale_; }
  [[nodiscard]] bool bare() const { return bare_; }

  bool add(double value, bool in_any_order) {
    if (has_ && !in_any_order && value >= room_) return false;
    if (!has_ && total_ > 0 && value >= scale_) return false;
    current_ = has_ ? current_ + value : value;
    room_ = in_any_order ? std::max(room(value), 1.0) : room(value);
    set();
    bare_ = false;
    return true;
  }

  bool multiply(double scale) {
    if (scale < 1000 ? !multiply_current(scale) : !multiply_total(scale)) return false;
    bare_ = bare_ || !started_;
    scale_ = scale_before_ = scale;
    started_ = true;
    return true;
  }

  // "and a half": of the last scale, or of one.
  bool add_part(double part) {
    if (!started_) return false;
    if (has_ && scale_before_ == 0) {
      current_ += part;
      room_ = 0;
    } else if (has_) {
      current_ += part * scale_before_;
    } else {
      total_ += part * scale_before_;
    }
    return true;
  }

  bool take_part(double part) {
    if (total_ > 0) return false;
    current_ = (has_ ? current_ : 1) * part;
    room_ = 0;
    set();
    bare_ = false;
    return true;
  }

 private:
  void set() {
    has_ = true;
    started_ = true;
    scale_before_ = 0;
  }

  bool multiply_current(double scale) {
    if (has_ && room_ >= scale) return false;
    if (!has_ && total_ > 0 && scale >= scale_) return false;
    current_ = (has_ ? current_ : 1) * scale;
    room_ = scale;
    has_ = true;
    return true;
  }

  bool multiply_total(double scale) {
    if (!has_ && total_ > 0 && scale <= scale_) return false;
    if (total_ > 0 && scale_ < scale) {
      total_ = (total_ + (has_ ? current_ : 0)) * scale;
    } else {
      total_ += (has_ ? current_ : 1) * scale;
    }
    has_ = false;
    current_ = 0;
    return true;
  }

  double total_ = 0;
  double current_ = 0;
  double room_ = std::numeric_limits<double>::infinity();
  double scale_ = 1;
  double scale_before_ = 0;  // the scale, if it was the last thing said
  bool has_ = false;
  bool started_ = false;
  bool bare_ = false;
};

class Runner {
 public:
  Runner(const std::vector<Token>& tokens, const Lexicon& lexicon, std::size_t at, std::size_t end, std::size_t reach)
      : tokens_(tokens), lexicon_(lexicon), first_(at), at_(at), end_(end), reach_(std::min(reach, tokens.size())) {}

  std::optional<Number> run() {
    while (!closed_ && at_ < reach_ && (step() || step_over_hyphen())) {
    }
    if (!sum_.started() || at_ == first_) return std::nullopt;
    number_.value = sum_.value();
    number_.scale = sum_.scale();
    number_.bare = sum_.bare();
    number_.last = at_;
    return number_;
  }

 private:
  bool step_over_hyphen() {
    if (!is_hyphen(tokens_[at_]) || !sum_.started() || !tokens_[at_].glued || at_ + 1 >= reach_ || !tokens_[at_ + 1].glued) return false;
    ++at_;
    if (tokens_[at_].kind != TokenKind::digits && step()) return true;
    --at_;
    return false;
  }

  bool step() {
    if (tokens_[at_].kind == TokenKind::digits) return digits();
    const Match match = lexicon_.longest_at(tokens_, at_, reach_);
    if (!match) return compound();
    if (const auto* scale = match.as(Kind::scale)) return take(match, sum_.multiply(scale->value));
    if (const auto* scale = match.as(Kind::about_scale)) return take(match, sum_.multiply(scale->value) && (number_.rough = true));
    if (const auto* letter = match.as(Kind::letter)) return after_digits() && take(match, sum_.multiply(letter->value));
    if (const auto* half = match.as(Kind::half); half != nullptr && sum_.started()) return take(match, sum_.add_part(half->value));
    if (at_ >= end_) return false;
    if (match.as(Kind::article) != nullptr && (!sum_.started() || waits_for_scale_)) return article(match);
    if (const auto* number = match.as(Kind::number)) return take(match, !number_.article && sum_.add(number->value, false));
    if (const auto* part = match.as(Kind::fraction)) return fraction(match, part->value);
    if (const auto* part = match.as(Kind::half)) return fraction(match, part->value);
    if (match.as(Kind::joiner) != nullptr) return joiner(match);
    if (const auto* ordinal = match.as(Kind::ordinal)) return ordinal_at(match, ordinal->value);
    return false;
  }

  bool take(const Match& match, bool possible) {
    if (!possible) return false;
    at_ = match.last;
    number_.article = false;
    return true;
  }

  [[nodiscard]] bool after_digits() const { return at_ > first_ && tokens_[at_ - 1].kind == TokenKind::digits; }

  bool digits() {
    const Token& token = tokens_[at_];
    if (at_ >= end_ || number_.article || (sum_.started() && at_ == first_ + 1 && after_digits())) return false;
    const bool first = !sum_.started();
    if (!sum_.add(token.value, false)) return false;
    if (first) number_.whole = token.whole;
    ++at_;
    return true;
  }

  // The next word is a scale, perhaps after an article: "half a million".
  [[nodiscard]] bool scale_follows(std::size_t at) const {
    for (int words = 0; at < reach_ && words < 2; ++words) {
      while (at < reach_ && is_hyphen(tokens_[at])) ++at;
      const Match match = lexicon_.longest_at(tokens_, at, reach_);
      if (match.as(Kind::scale) != nullptr || match.as(Kind::about_scale) != nullptr) return true;
      if (match.as(Kind::article) == nullptr) return false;
      at = match.last;
    }
    return false;
  }

  bool fraction(const Match& match, double part) {
    const bool of_scale = scale_follows(match.last);
    if (!take(match, sum_.take_part(part))) return false;
    waits_for_scale_ = of_scale;
    number_.fraction = closed_ = !of_scale;
    return true;
  }

  bool article(const Match& match) {
    if (waits_for_scale_) return take(match, true);
    sum_.add(1, false);
    at_ = match.last;
    number_.article = true;
    return true;
  }

  bool joiner(const Match& match) {
    if (!sum_.started() || match.last >= end_) return false;
    const std::size_t before = at_;
    const Sum sum = sum_;
    at_ = match.last;
    const Match next = lexicon_.longest_at(tokens_, at_, end_);
    if (next.as(Kind::number) != nullptr && step() && !scale_follows(at_)) return true;
    at_ = before;
    sum_ = sum;
    return false;
  }

  bool ordinal_at(const Match& match, double value) {
    if (sum_.started()) return false;
    sum_.add(value, false);
    at_ = match.last;
    number_.ordinal = closed_ = true;
    return true;
  }

  bool compound() {
    const auto parts = lexicon_.parts(tokens_[at_].word);
    if (parts.empty()) return false;
    Sum sum = sum_;
    bool joint = false;
    bool fraction = false;
    bool scales = true;
    for (const auto& part : parts) {
      bool possible = true;
      if (part.kind == Kind::scale) possible = sum.multiply(part.value);
      if (part.kind == Kind::number) possible = sum.add(part.value, joint);
      if (part.kind == Kind::half) possible = sum.add_part(part.value);
      if (part.kind == Kind::fraction) possible = sum.take_part(part.value);
      scales = scales && part.kind == Kind::scale;
      fraction = part.kind == Kind::fraction;
      joint = part.kind == Kind::joint;
      if (!possible) return false;
    }
    if (at_ >= end_ && !scales) return false;
    sum_ = sum;
    number_.article = false;
    number_.fraction = closed_ = fraction;
    ++at_;
    return true;
  }

  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  std::size_t first_;
  std::size_t at_;
  std::size_t end_;
  std::size_t reach_;
  Sum sum_;
  Number number_;
  bool closed_ = false;           // nothing can be added any more
  bool waits_for_scale_ = false;  // a fraction stood before: "half a ..."
};

}  // namespace

std::optional<Number> number_at(const std::vector<Token>& tokens, const Lexicon& lexicon, std::size_t at, std::size_t end,
                                std::size_t reach) {
  return Runner(tokens, lexicon, at, end, reach).run();
}

}  // namespace laut::meaning::figures
