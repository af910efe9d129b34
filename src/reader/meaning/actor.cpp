#include "reader/meaning/actor.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "reader/meaning/actor_choice.h"
#include "reader/meaning/actor_sum.h"
#include "reader/meaning/clues.h"
#include "reader/meaning/mentions.h"

namespace laut::meaning {
namespace {

constexpr std::uint32_t kBesideName = 120;  // bytes to each side of a name that tell whose name it is
constexpr int kNamed = 4;                   // places of a name that are looked at

/// "Assad's forces", "the IS media outlet": a role beside a named actor may be another than the actor's own.
std::string code_of_named(const ActorSum& sum) {
  const auto& code = sum.named->code;
  if (code.size() == 3) return sum.weak ? code : code + sum.role;
  const auto& role = sum.first_role;
  const bool of_leader = code.ends_with("GOV") && (role == "MIL" || role == "OPP" || role == "REB" || role == "BUS" || role == "SPY");
  const bool own_media = role == "MED" && (code.ends_with("REB") || code.ends_with("GOV"));
  return (of_leader || own_media) && !code.starts_with("IGO") ? code.substr(0, 3) + role : code;
}

/// The code that the words themselves give.
std::optional<std::string> own_code(const ActorSum& sum, ActorRole role) {
  const bool civilians_of_group = sum.named != nullptr && sum.named->code.ends_with("REB") && sum.role == "CVL" && !sum.weak;
  if (sum.named != nullptr && !civilians_of_group) return code_of_named(sum);
  const auto state = sum.state();
  if (state.empty() || (!sum.role.empty() && sum.weak && sum.has(RoleMeans::person))) return std::nullopt;
  if (!sum.role.empty()) return state + sum.role;
  if (sum.has(RoleMeans::person)) return std::nullopt;
  return sum.capital && role != ActorRole::target ? std::optional(state + "GOV") : std::nullopt;
}

/// The words of the sentence close before a name.
Span left_of(std::string_view text, std::uint32_t begin) {
  auto span = before_span(text, begin, kBesideName);
  const auto stop = span.in(text).find_last_of(".!?;\n:");
  if (stop != std::string_view::npos) span.begin += static_cast<std::uint32_t>(stop) + 1;
  return span;
}

/// An apposition after a name: ", ...," or "(...)"; empty where none stands.
Span right_of(std::string_view text, std::uint32_t end) {
  Span span{end, end};
  const auto rest = text.substr(end, kBesideName);
  if (!rest.starts_with(", ") && !rest.starts_with(" (")) return span;
  const auto stop = rest.find_first_of(".!?;\n:,)", 2);
  span.end += static_cast<std::uint32_t>(stop == std::string_view::npos ? 0 : stop);
  return span;
}

/// The words of a name: neighbours that begin with a capital and are no clue.
std::optional<Span> name_in(const std::vector<Word>& words, const std::vector<Clue>& clues) {
  std::optional<Span> best;
  std::size_t best_count = 0;
  const auto is_clue = [&](std::size_t i) {
    return std::any_of(clues.begin(), clues.end(), [&](const Clue& clue) { return clue.first <= i && i < clue.end(); });
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital || is_clue(i)) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1].capital && !is_clue(last + 1) && !words[last + 1].opens &&
           !words[last + 1].after_comma)
      ++last;
    if (last - i + 1 > best_count) {
      best = Span{words[i].span.begin, words[last].span.end};
      best_count = last - i + 1;
    }
    i = last;
  }
  // One capitalised word among others is a common noun in German, and the first word of a sentence elsewhere.
  if (best_count == 1 && words.size() > 1) return std::nullopt;
  return best;
}

}  // namespace

struct Actors::Tables {
  ClueTables clues;
  ActorChoice choice;
};

struct ArticleActors::State {
  /// What the words of one actor say.
  struct Own {
    Span span;
    ActorRole role = ActorRole::agent;
    ActorSum sum;
    std::string name;  // a proper name that no table has
    ActorSum beside;   // what stands beside that name elsewhere
    std::optional<std::uint32_t> beside_at;
    Read<Actor> read;
  };

  std::shared_ptr<const Actors::Tables> tables;
  std::string_view text, language;
  std::optional<Day> day;
  Mentions mentions;
  std::vector<KnownActor> known;
  Watch watch;

  [[nodiscard]] ActorSum sum_in(Span span) const {
    const auto words = words_in(text, span);
    return sum_of(tables->clues.find(words, language, day));
  }
  [[nodiscard]] Own own(Span span, ActorRole role) const;
  struct Beside {
    ActorSum sum;
    std::uint32_t at = 0;
  };
  [[nodiscard]] std::optional<Beside> beside_name(std::string_view name) const;
  void choose(Own& own, const ClaimWords& claim, const std::vector<KnownActor>& others) const;
  void refer(Own& own) const;
};

/// The words beside the mentions of a name that tell its role: "Armeesprecher Daniel [Hagari]", "Jan [Egeland], an adviser to the UN".
std::optional<ArticleActors::State::Beside> ArticleActors::State::beside_name(std::string_view name) const {
  const auto space = name.find_last_of(" \n");
  const auto last = space == std::string_view::npos ? name : name.substr(space + 1);
  if (last.size() < 3) return std::nullopt;
  std::optional<Beside> best;
  auto at = text.find(last);
  for (int tries = 0; at != std::string_view::npos && tries < kNamed; at = text.find(last, at + last.size()), ++tries) {
    const auto begin = static_cast<std::uint32_t>(at);
    for (const auto beside : {left_of(text, begin), right_of(text, begin + static_cast<std::uint32_t>(last.size()))}) {
      auto sum = sum_in(beside);
      if (sum.role.empty()) continue;
      if (own_code(sum, ActorRole::source)) return Beside{std::move(sum), begin};
      if (!best || (best->sum.weak && !sum.weak)) best = Beside{std::move(sum), begin};
    }
  }
  return best;
}

/// Reads the words alone; leaves the code open where they do not give one.
ArticleActors::State::Own ArticleActors::State::own(Span span, ActorRole role) const {
  Own own{span, role, {}, {}, {}, {}, {{}, "actor: no clue"}};
  const auto words = words_in(text, span);
  const auto clues = tables->clues.find(words, language, day);
  auto& sum = own.sum = sum_of(clues);
  auto& actor = own.read.meaning;
  if (sum.named != nullptr) actor.name = sum.named->name;
  const auto name = name_in(words, clues);
  if (!actor.name && name) actor.name = std::string(name->in(text));
  actor.anonymous = role == ActorRole::source && !actor.name &&
                    (sum.has(RoleMeans::anonymous) || (sum.has(RoleMeans::rank) && sum.has(RoleMeans::indefinite) && !sum.role.empty()));
  actor.code = own_code(sum, role);
  if (actor.code) {
    own.read.by = sum.named != nullptr ? "actors: " + sum.named->name : "countries + roles";
  } else if (name) {
    own.name = std::string(name->in(text));
    if (sum.role.empty() || sum.weak)
      if (auto beside = beside_name(own.name)) {
        own.beside = std::move(beside->sum);
        own.beside_at = beside->at;
      }
  }
  return own;
}

/// Chooses among what the article speaks of.
void ArticleActors::State::choose(Own& own, const ClaimWords& claim, const std::vector<KnownActor>& others) const {
  ActorQuestion question;
  question.span = own.span;
  question.role = own.role;
  question.event = claim.event;
  question.sum = own.sum;
  question.name = own.name;
  question.beside = own_code(own.beside, ActorRole::source).value_or("");
  if (!own.beside.weak) question.beside_role = own.beside.role;
  question.beside_at = own.beside_at;
  question.others = others;
  question.language = language;
  for (const auto& word : words_in(text, own.span)) question.words.push_back(word.folded);
  if (claim.place) question.place = sum_in(*claim.place).state();
  const auto candidates = tables->choice.candidates(question, mentions, known);
  if (watch) watch(own.span, own.role, candidates);
  const auto& code = candidates[tables->choice.best(candidates)].code;
  if (!code.empty()) own.read.meaning.code = code;
  own.read.by = "actor: chosen from the article as " + ActorChoice::kind_of(question);
  refer(own);
}

/// What a pronoun or short form stands for: the nearest words before it that have the code by themselves.
void ArticleActors::State::refer(Own& own) const {
  constexpr std::array kinds{RoleMeans::he, RoleMeans::we, RoleMeans::who, RoleMeans::pronoun, RoleMeans::group, RoleMeans::enemy};
  const bool stands_for = own.sum.weak || std::any_of(kinds.begin(), kinds.end(), [&](RoleMeans kind) { return own.sum.has(kind); });
  if (!stands_for || !own.read.meaning.code || !own.name.empty() || !own.sum.state().empty()) return;
  auto& found = own.read.meaning.refers_to;
  const auto consider = [&](const std::string& code, Span span) {
    if (code != *own.read.meaning.code || span.end > own.span.begin) return;
    if (!found || span.end > found->end || (span.end == found->end && span.begin < found->begin)) found = span;
  };
  for (const auto& mention : mentions.all()) consider(mention.code, mention.span);
  for (const auto& actor : known)
    if (!actor.chosen) consider(actor.code, actor.span);
}

ArticleActors::ArticleActors(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArticleActors::ArticleActors(ArticleActors&&) noexcept = default;
ArticleActors& ArticleActors::operator=(ArticleActors&&) noexcept = default;
ArticleActors::~ArticleActors() = default;

void ArticleActors::watch(Watch watch) { state_->watch = std::move(watch); }

ClaimActors ArticleActors::read(const ClaimWords& claim) {
  std::vector<State::Own> all;
  if (claim.agent) all.push_back(state_->own(*claim.agent, ActorRole::agent));
  if (claim.target) all.push_back(state_->own(*claim.target, ActorRole::target));
  for (const auto& source : claim.sources) all.push_back(state_->own(source, ActorRole::source));
  std::vector<KnownActor> others;
  const auto know = [&](const State::Own& own, bool chosen) {
    const auto& actor = own.read.meaning;
    if (actor.code) others.push_back({own.span, own.role, *actor.code, actor.name.value_or(""), chosen});
  };
  for (const auto& own : all) know(own, false);
  for (auto& own : all)
    if (!own.read.meaning.code && state_->tables->clues.knows(state_->language)) {
      state_->choose(own, claim, others);
      know(own, true);
    }
  state_->known.insert(state_->known.end(), others.begin(), others.end());
  ClaimActors actors;
  for (auto& own : all) {
    if (own.role == ActorRole::source) actors.sources.push_back(std::move(own.read));
    if (own.role == ActorRole::agent) actors.agent = std::move(own.read);
    if (own.role == ActorRole::target) actors.target = std::move(own.read);
  }
  return actors;
}

Result<Actors> Actors::load(const std::filesystem::path& data) {
  auto clues = ClueTables::load(data);
  if (!clues) return clues.error();
  auto choice = ActorChoice::load(data);
  if (!choice) return choice.error();
  Actors actors;
  actors.tables_ = std::make_shared<const Tables>(Tables{std::move(*clues), std::move(*choice)});
  return actors;
}

ArticleActors Actors::article(std::string_view text, std::string_view language, std::optional<Day> published) const {
  return ArticleActors(std::unique_ptr<ArticleActors::State>(
      new ArticleActors::State{tables_, text, language, published, Mentions(tables_->clues, text, language, published), {}, {}}));
}

Read<Actor> Actors::read(const Phrase& words, ActorRole role, std::optional<Day> published) const {
  ClaimWords claim;
  if (role == ActorRole::agent) claim.agent = words.span;
  if (role == ActorRole::target) claim.target = words.span;
  if (role == ActorRole::source) claim.sources.push_back(words.span);
  auto read = article(words.text, words.language, published).read(claim);
  return role == ActorRole::agent ? *read.agent : role == ActorRole::target ? *read.target : read.sources.front();
}

}  // namespace laut::meaning
