#include "reader/meaning/group.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "base/table.h"
#include "laut/names.h"
#include "reader/meaning/names.h"
#include "reader/meaning/sentence.h"

namespace laut::meaning {
namespace {

/// What a row of the table is good for; `people` tell by themselves.
enum class Sense { people, staff, prisoner, men, body, own, force, lost, pronoun };
constexpr std::array<std::string_view, 9> kSenses{"", "staff", "prisoner", "men", "body", "own", "force", "lost", "pronoun"};

constexpr std::size_t kNounReach = 3;  // words after a figure without target: "291 [civilian deaths]"

struct Row {
  Sense sense = Sense::people;
  Group group;
};

struct Language {
  Lexicon words;
  std::vector<Row> rows;
};

struct Mark {
  const Row* row = nullptr;
  Span span;
};

bool counts_people(Event event) { return event <= Event::displaced || event == Event::release || event == Event::deploy; }
bool may_hit_people(Event event) { return event == Event::attack || event == Event::clash; }

bool counts_things(const Claim& claim) {
  return claim.count && claim.count->unit != "person" && claim.count->unit != "family" && claim.count->unit != "percent";
}

class Teller {
 public:
  Teller(std::vector<Claim>& claims, const Document& document, const Language& language) : claims_(claims), document_(document) {
    const std::string_view text = document.text;
    const auto words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
    for (const auto& match : language.words.find(words))
      for (const auto entry : match.entries)
        marks_.push_back({&language.rows[entry], {words[match.first].span.begin, words[match.first + match.count - 1].span.end}});
  }

  void tell() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const auto event = claims_[i].event;
      if (!counts_people(event) && !may_hit_people(event)) continue;
      if (!counts_people(event) && counts_things(claims_[i])) continue;
      if (event == Event::deploy && counts_things(claims_[i])) continue;
      auto read = by_words(i);
      if (!told_ && counts_people(event)) inherit(i, read);
      if (!told_ && !counts_people(event)) continue;
      claims_[i].group = read.meaning;
      claims_[i].by["group"] = read.by;
    }
  }

 private:
  struct Reading {
    Group meaning;
    std::string by;
  };

  [[nodiscard]] std::vector<const Row*> rows_in(Span span) const {
    std::vector<const Row*> rows;
    auto mark =
        std::lower_bound(marks_.begin(), marks_.end(), span.begin, [](const Mark& one, std::uint32_t at) { return one.span.begin < at; });
    for (; mark != marks_.end() && mark->span.end <= span.end; ++mark) rows.push_back(mark->row);
    return rows;
  }

  [[nodiscard]] const Row* first_in(Span span, Sense sense) const {
    for (const Row* row : rows_in(span))
      if (row->sense == sense) return row;
    return nullptr;
  }

  /// The words of the target, or the noun after the figure where there is none.
  [[nodiscard]] std::optional<Span> words_of(const Claim& claim) const {
    if (claim.target) return claim.target->span;
    if (!claim.count) return std::nullopt;
    const std::string_view text = document_.text;
    Span span{claim.count->span.end, claim.count->span.end};
    for (const auto& word : words_in(text, after_span(text, span.end, 80))) {
      const auto gap = text.substr(span.end, word.span.begin - span.end);
      if (gap.find_first_not_of(' ') != std::string_view::npos || words_in(text, span).size() >= kNounReach) break;
      span.end = word.span.end;
    }
    return span;
  }

  Reading by_words(std::size_t i) {
    const auto& claim = claims_[i];
    Reading read{{}, "group: not told"};
    told_ = false;
    const auto words = words_of(claim);
    if (!words) return read;
    const auto sentence = sentence_at(document_.text, words->begin);
    bool ages_differ = false;
    for (const Row* row : rows_in(*words)) {
      if (row->sense > Sense::men) continue;  // tells nothing of people
      told_ = true;
      read.by = "groups/" + document_.language;
      auto group = row->group;
      if (row->sense == Sense::men) group = men(claim, sentence);
      if (row->sense == Sense::prisoner && claim.event == Event::captured) group.kind = GroupKind::combatant;
      if (row->sense == Sense::staff) group.role = role_of_staff(*words, sentence);
      ages_differ |= read.meaning.age != GroupAge::unknown && group.age != GroupAge::unknown && group.age != read.meaning.age;
      add(read.meaning, group);
    }
    if (ages_differ || read.meaning.kind == GroupKind::combatant) read.meaning.age = GroupAge::unknown;
    const bool open = read.meaning.kind == GroupKind::unknown && read.meaning.age == GroupAge::unknown && !read.meaning.role;
    if (open && (is_lost(claim) || (!told_ && is_own_loss(claim, *words, sentence)))) {
      told_ = true;
      read = {{GroupKind::combatant, GroupAge::unknown, std::nullopt}, "group: what a force lost"};
    }
    return read;
  }

  static void add(Group& group, const Group& more) {
    if (group.kind == GroupKind::unknown && !group.role) group.kind = more.kind;
    if (group.age == GroupAge::unknown) group.age = more.age;
    if (!group.role) group.role = more.role;
  }

  /// "The army lost 30 men", "our company, 24 men": soldiers.
  [[nodiscard]] Group men(const Claim& claim, Span sentence) const {
    if (is_lost(claim) || speaks_of_own(sentence)) return {GroupKind::combatant, GroupAge::unknown, std::nullopt};
    return {GroupKind::unknown, GroupAge::adult, std::nullopt};
  }

  [[nodiscard]] bool is_lost(const Claim& claim) const {
    return claim.event == Event::casualties && first_in(claim.trigger, Sense::lost) != nullptr;
  }
  [[nodiscard]] bool speaks_of_own(Span sentence) const {
    return first_in(sentence, Sense::own) != nullptr && first_in(sentence, Sense::force) != nullptr;
  }

  /// Words that name no people: "14 of our own", "our contingent has two dead".
  [[nodiscard]] bool is_own_loss(const Claim& claim, Span words, Span sentence) const {
    const bool silent = !claim.target || first_in(words, Sense::own) != nullptr;
    return silent && claim.event <= Event::casualties && speaks_of_own(sentence);
  }

  [[nodiscard]] std::optional<std::string> role_of_staff(Span words, Span sentence) const {
    if (const Row* body = first_in(words, Sense::body)) return body->group.role;
    if (const Row* body = first_in(sentence, Sense::body)) return body->group.role;
    return std::nullopt;
  }

  /// A part has the kind of its whole; a claim without words, or with "of them", that of the one before it in the sentence.
  void inherit(std::size_t i, Reading& read) const {
    const auto& claim = claims_[i];
    const bool silent = !claim.target || first_in(claim.target->span, Sense::pronoun) != nullptr;
    if (!silent && !claim.part_of) return;
    const auto sentence = sentence_at(document_.text, claim.anchor.begin);
    for (std::size_t k = i; k-- > 0;) {
      const auto& before = claims_[k];
      if (!claim.part_of && before.anchor.begin < sentence.begin) return;
      if (claim.part_of && before.id != *claim.part_of) continue;
      if (!before.group || (before.part_of && !claim.part_of)) continue;
      read.meaning.kind = before.group->kind;
      read.by = claim.part_of ? "group: as its whole" : "group: as the claim before";
      return;
    }
  }

  std::vector<Claim>& claims_;
  const Document& document_;
  std::vector<Mark> marks_;
  bool told_ = false;  // by the words of the claim read last
};

Result<Row> row_of(const Table& table, const Table::Row& row) {
  const auto kind = table.cell(row, "kind");
  const auto age = table.cell(row, "age");
  const auto* sense = std::find(kSenses.begin(), kSenses.end(), table.cell(row, "sense"));
  const auto known_kind = kind.empty() ? GroupKind::unknown : from_name<GroupKind>(kind);
  const auto known_age = age.empty() ? GroupAge::unknown : from_name<GroupAge>(age);
  if (!known_kind || !known_age || sense == kSenses.end()) return Error{ErrorKind::input, "no such kind, age or sense", table.where(row)};
  Row result;
  result.sense = static_cast<Sense>(sense - kSenses.begin());
  result.group = {*known_kind, *known_age, std::nullopt};
  if (!table.cell(row, "role").empty()) result.group.role = std::string(table.cell(row, "role"));
  return result;
}

Result<Done> load_words(const std::filesystem::path& file, Language& language) {
  auto table = Table::read(file, {"word", "kind", "age", "role", "sense"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    auto read = row_of(*table, row);
    if (!read) return read.error();
    language.words.add_list(table->cell(row, "word"), static_cast<Lexicon::Entry>(language.rows.size()), {});
    language.rows.push_back(*std::move(read));
  }
  return Done{};
}

}  // namespace

struct Groups::Tables {
  std::map<std::string, Language, std::less<>> languages;
};

Result<Groups> Groups::load(const std::filesystem::path& data) {
  auto tables = std::make_shared<Tables>();
  for (const auto& name : languages_in(data))
    if (auto loaded = load_words(data / name / "groups.tsv", tables->languages[name]); !loaded) return loaded.error();
  Groups groups;
  groups.tables_ = std::move(tables);
  return groups;
}

void Groups::tell(std::vector<Claim>& claims, const Document& document) const {
  const auto language = tables_->languages.find(document.language);
  if (language != tables_->languages.end()) Teller(claims, document, language->second).tell();
}

}  // namespace laut::meaning
