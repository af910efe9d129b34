// actor: the words of the actors of a claim -> {code, name, anonymous, refers_to}.
//
// A code is a country and a role. Both are read from clues (clues.h); what the words leave open is chosen from what the article speaks
// of (actor_choice.h):
//
//     "des Sprechers der ukrainischen Luftwaffe"        UKR + MIL            the first country and the first role
//     "Hamas", "Reuters", "Putin"                       PSEREB, GBRMED, RUSGOV   a row of actors.tsv, by the day of publication
//     "Kiew" as a source or an agent                    UKRGOV               a capital speaks and acts for its government
//     "US-backed rebels"                                SYRREB               not USA: a country spoken of
//     "the Hamas-run health ministry"                   PSEGOV
//     "die Armee" after "israelische Truppen"           ISRMIL               chosen; refers_to is the mention it was taken from
//     "Soldaten" that "Pjoengjang" sent                 PRKMIL               chosen: a force sent is its sender's
//     "Hagari", named in full elsewhere                 as "Armeesprecher Daniel Hagari" is read there
//     "ein hochrangiger US-Beamter", "Insidern"         anonymous
//     "drones"                                          no code: things have only their owner's
//
// Limits: no grammar is parsed; of people whom no table names the role comes from the words beside their name; whose civilians "people"
// are is a guess from the claim and the countries spoken of.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/actor_choice.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

/// The words of a claim that its actors are read from.
struct ClaimWords {
  std::optional<Event> event;
  std::optional<Span> agent, target, place;
  std::vector<Span> sources;
};

struct ClaimActors {
  std::optional<Read<Actor>> agent, target;
  std::vector<Read<Actor>> sources;  // as asked
};

/// The actors of one article, claim by claim: remembers whom it read, as "he" may be the last speaker. Looks into the article's text,
/// which must outlive it.
class ArticleActors {
 public:
  ArticleActors(ArticleActors&&) noexcept;
  ArticleActors& operator=(ArticleActors&&) noexcept;
  ~ArticleActors();

  /// Never fails: unknown words give no code.
  ClaimActors read(const ClaimWords& claim);

  /// Called before each choice; for learning the weights.
  using Watch = std::function<void(Span, ActorRole, const std::vector<ActorCandidate>&)>;
  void watch(Watch watch);

 private:
  friend class Actors;
  struct State;
  explicit ArticleActors(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Actors {
 public:
  /// Reads shared/{countries,places,actors,homes,actor.weights}.tsv and of every language inflections.tsv, countries.tsv, roles.tsv.
  static Result<Actors> load(const std::filesystem::path& data);

  /// `published` chooses who held an office; nothing: the one who holds it now.
  [[nodiscard]] ArticleActors article(std::string_view text, std::string_view language, std::optional<Day> published) const;

  /// One actor alone, without a claim around it.
  [[nodiscard]] Read<Actor> read(const Phrase& words, ActorRole role, std::optional<Day> published) const;

 private:
  friend class ArticleActors;
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
