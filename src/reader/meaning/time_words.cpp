#include "reader/meaning/time_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "base/table.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::meaning::times {
namespace {

constexpr std::array<std::string_view, kKnownClasses> kNames = {
    "n",       "d",    "m",   "h",    "mm",    "year",  "yy",     "plain_year", "ordinal", "weekday", "month",  "season",
    "holiday", "part", "day", "unit", "units", "vague", "decade", "event",      "repeat",  "T",       "length", "P"};
constexpr std::size_t kStemTail = 3;        // letters that "*" stands for
constexpr std::size_t kLongestWord = 100;   // bytes; longer runs are no words of time
constexpr std::size_t kLongestNumeral = 7;  // digits

/// Like decode_utf8, for any bytes: a byte that begins no code point is one of its own.
Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || at + length > text.size()) return {0xFFFD, 1};
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return {0xFFFD, 1};
  return decode_utf8(text, at);
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x00B4 || c == '`'; }

std::string folded(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return fold(word);
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const auto [point, length] = decode(text_, at_);
      if (point == '\n') ++lines_;
      if (is_space(point) || point < 0x20) {
        at_ += length;
      } else if (digit_value(point) >= 0) {
        numeral();
      } else if (is_letter(point)) {
        word();
      } else {
        push(at_ + length);
        Token& token = tokens_.back();
        token.word = is_dash(point) ? "-" : is_apostrophe(point) ? "'" : std::string(token.span.in(text_));
      }
    }
    return std::move(tokens_);
  }

 private:
  void push(std::size_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    token.apart = lines_ > 1 && !tokens_.empty();
    lines_ = 0;
    at_ = end;
    tokens_.push_back(std::move(token));
  }

  void word() {
    const char32_t first = decode(text_, at_).point;
    std::size_t end = at_;
    while (end < text_.size()) {
      const auto [point, length] = decode(text_, end);
      if (!is_letter(point) && !is_mark(point) && point != 0xAD) break;
      end += length;
    }
    push(end);
    Token& token = tokens_.back();
    if (token.span.size() > kLongestWord) return;
    token.word = folded(token.span.in(text_));
    std::string upper;
    append_utf8(upper, first);
    token.capital = folded(upper) != upper;
  }

  /// The digits from `end` on, appended to `digits`; the byte after them.
  std::size_t digits_from(std::size_t end, std::string& digits) const {
    while (end < text_.size()) {
      const auto [point, length] = decode(text_, end);
      const int value = digit_value(point);
      if (value < 0) break;
      digits += static_cast<char>('0' + value);
      end += length;
    }
    return end;
  }

  void numeral() {
    std::string digits;
    std::size_t end = digits_from(at_, digits);
    const bool groups = digits.size() <= 3;
    while (groups && digits.size() <= kLongestNumeral && end + 3 < text_.size()) {  // "1.000", "1 000"
      const auto [point, length] = decode(text_, end);
      if (point != '.' && point != ',' && point != 0xA0 && point != 0x202F && point != 0x2009 && point != ' ') break;
      std::string more;
      const std::size_t next = digits_from(end + length, more);
      if (more.size() != 3) break;
      digits += more;
      end = next;
    }
    push(end);
    tokens_.back().number = true;
    tokens_.back().word = std::move(digits);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int lines_ = 0;
  std::vector<Token> tokens_;
};

std::vector<std::string> pieces(std::string_view text, char separator) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) found.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

void numeral_readings(const Token& token, std::size_t at, std::vector<Reading>& out) {
  const std::string_view digits = token.word;
  if (digits.size() > kLongestNumeral) return;
  const int value = std::atoi(token.word.c_str());
  const auto add = [&](Class kind) { out.push_back({kind, static_cast<std::uint32_t>(at + 1), digits}); };
  add(kNumber);
  const bool plain = digits.size() == token.span.size();  // no separators
  if (digits.size() == 4 && plain && value >= 1000 && value <= 2199) {
    add(kYear);
    if (value > 1800 && value < 2100 && value % 100 != 0) add(kPlainYear);
  }
  if (digits.size() > 2) return;
  if (value >= 1 && value <= 31) add(kDayNumber);
  if (value >= 1 && value <= 12) add(kMonthNumber);
  if (value <= 24) add(kHour);
  if (digits.size() < 2) return;
  if (value < 60) add(kMinute);
  add(kShortYear);
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Splitter(text).run(); }

ClassNames::ClassNames() {
  for (const std::string_view name : kNames) number(std::string(name));
}

std::uint16_t ClassNames::number(const std::string& name) {
  const auto [found, fresh] = numbers_.try_emplace(name, static_cast<std::uint16_t>(names_.size()));
  if (fresh) names_.push_back(name);
  return found->second;
}

Result<Done> Lexicon::read(const std::filesystem::path& table, ClassNames& names) {
  auto rows = Table::read(table, {"class", "value", "forms"});
  if (!rows) return rows.error();
  for (const auto& row : rows->rows()) {
    const std::string kind(rows->cell(row, "class"));
    const auto forms = pieces(rows->cell(row, "forms"), '|');
    if (kind.empty() || forms.empty()) return Error{ErrorKind::input, "a row needs a class and forms", rows->where(row)};
    if (kind == "compound") {
      const auto parts = pieces(forms.front(), ' ');
      if (parts.size() != 2) return Error{ErrorKind::input, "a compound has two classes", rows->where(row)};
      compounds_.push_back({names.number(parts[0]), names.number(parts[1])});
      continue;
    }
    if (kind == "as of") as_of_ = forms;
    for (const auto& form : forms) add(names.number(kind), rows->cell(row, "value"), form);
  }
  for (const auto& [word, forms] : forms_)
    for (const Form& form : forms)
      if (form.rest.empty() && std::any_of(compounds_.begin(), compounds_.end(), [&](Compound c) { return c.head == form.kind; }))
        heads_.emplace_back(word, form.kind);
  std::sort(heads_.begin(), heads_.end());
  return Done{};
}

void Lexicon::add(std::uint16_t kind, std::string_view value, std::string_view form) {
  const auto words = tokens_of(form);
  Form entry;
  entry.kind = kind;
  if (values_.empty() || values_.back() != value) values_.emplace_back(value);
  entry.value = values_.back();
  bool first_is_stem = false;
  std::string first;
  for (const Token& token : words) {
    if (token.word == "*" && !first.empty()) {
      (entry.rest.empty() ? first_is_stem : entry.rest.back().second) = true;
    } else if (first.empty()) {
      first = token.word;
      entry.capital = token.capital;
    } else {
      entry.rest.emplace_back(token.word, false);
    }
  }
  if (first.empty()) return;
  (first_is_stem ? stems_ : forms_)[first].push_back(std::move(entry));
}

namespace {

/// The word without its last 0..kStemTail letters, longest first, is handed to `visit`.
template <class Visit>
void each_stem(std::string_view word, Visit visit) {
  for (std::size_t cut = 0; cut <= kStemTail && !word.empty(); ++cut) {
    visit(word);
    word = word.substr(0, previous_utf8(word, word.size()));
  }
}

bool has_stem(std::string_view word, std::string_view stem) {
  bool found = false;
  if (word.starts_with(stem)) each_stem(word, [&](std::string_view cut) { found = found || cut == stem; });
  return found;
}

}  // namespace

void Lexicon::match(const std::vector<Form>& forms, const std::vector<Token>& tokens, std::size_t at, std::vector<Reading>& out) {
  for (const Form& form : forms) {
    if (form.capital && !tokens[at].capital) continue;
    if (at + form.rest.size() >= tokens.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < form.rest.size(); ++i) {
      const Token& token = tokens[at + 1 + i];
      const auto& [word, stem] = form.rest[i];
      same = !token.apart && (stem ? has_stem(token.word, word) : token.word == word);
    }
    if (same) out.push_back({form.kind, static_cast<std::uint32_t>(at + 1 + form.rest.size()), form.value});
  }
}

void Lexicon::readings(const std::vector<Token>& tokens, std::size_t at, std::vector<Reading>& out) const {
  const Token& token = tokens[at];
  if (token.number) numeral_readings(token, at, out);
  if (const auto found = forms_.find(token.word); found != forms_.end()) match(found->second, tokens, at, out);
  if (token.number || stems_.empty()) return;
  each_stem(token.word, [&](std::string_view stem) {
    if (const auto found = stems_.find(std::string(stem)); found != stems_.end()) match(found->second, tokens, at, out);
  });
}

bool Lexicon::has(const std::string& word, std::uint16_t kind) const {
  const auto of_kind = [&](const Form& form) { return form.kind == kind && form.rest.empty(); };
  if (const auto found = forms_.find(word); found != forms_.end() && std::any_of(found->second.begin(), found->second.end(), of_kind))
    return true;
  bool stem_has = false;
  each_stem(word, [&](std::string_view stem) {
    const auto found = stems_.find(std::string(stem));
    stem_has = stem_has || (found != stems_.end() && std::any_of(found->second.begin(), found->second.end(), of_kind));
  });
  return stem_has;
}

/// Bytes of the first part of a compound, 0 if the word is none.
std::size_t Lexicon::split(std::string_view word) const {
  if (heads_.empty() || forms_.contains(std::string(word))) return 0;
  auto head = std::upper_bound(heads_.begin(), heads_.end(), word, [](std::string_view w, const auto& h) { return w < h.first; });
  while (head != heads_.begin()) {
    --head;
    if (head->first.front() != word.front()) break;
    if (!word.starts_with(head->first)) continue;
    const std::string tail(word.substr(head->first.size()));
    for (const Compound& compound : compounds_)
      if (compound.head == head->second && has(tail, compound.tail)) return head->first.size();
  }
  return 0;
}

std::vector<Token> Lexicon::tokens(std::string_view text) const {
  std::vector<Token> found = tokens_of(text);
  if (heads_.empty()) return found;
  std::vector<Token> out;
  out.reserve(found.size());
  for (Token& token : found) {
    const bool letters = !token.number && token.word.size() > 4 && token.word.size() == token.span.size();
    const std::size_t head = letters ? split(token.word) : 0;
    if (head == 0) {
      out.push_back(std::move(token));
      continue;
    }
    Token tail = token;
    tail.word = token.word.substr(head);
    tail.span.begin += static_cast<std::uint32_t>(head);
    tail.capital = token.capital;
    tail.apart = false;
    token.word.resize(head);
    token.span.end = tail.span.begin;
    out.push_back(std::move(token));
    out.push_back(std::move(tail));
  }
  return out;
}

}  // namespace laut::meaning::times
