// actor: the words of an actor -> {code, name, anonymous}.
//
// A code is a country and a role. Both are read from clues (clues.h); what the words do not say is taken from what stands before:
//
//     "des Sprechers der ukrainischen Luftwaffe"        UKR + MIL            the first country and the first role
//     "Hamas", "Reuters", "Putin"                       PSEREB, GBRMED, RUSGOV   a row of actors.tsv, by the day of publication
//     "Kiew" as a source or an agent                    UKRGOV               a capital speaks and acts for its government
//     "US-backed rebels"                                SYRREB               not USA: the country spoken of before
//     "the Hamas-run health ministry"                   PSEGOV
//     "die Armee" after "israelische Truppen"           ISRMIL               the country with that role, else the nearest country
//     "Hagari", named in full elsewhere                 as "Armeesprecher Daniel Hagari" is read there
//     "er", "the group"                                 the actor before it
//     "ein hochrangiger US-Beamter", "Insidern"         anonymous
//     "drones"                                          no code: things have only their owner's
//
// Limits: pronouns take the nearest fitting actor, no grammar is parsed; of people whom no table names the role comes from the words
// beside their name; whose civilians "people" are is a guess from the country spoken of.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "laut/claim.h"
#include "reader/meaning/phrase.h"

namespace laut::meaning {

enum class ActorRole { agent, target, source };

class Actors {
 public:
  /// Reads shared/{countries,places,actors}.tsv and of every language inflections.tsv, countries.tsv and roles.tsv.
  static Result<Actors> load(const std::filesystem::path& data);

  /// `published` chooses who held an office; nothing: the one who holds it now. Never fails: unknown words give no code.
  [[nodiscard]] Read<Actor> read(const Phrase& words, ActorRole role, std::optional<Day> published) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace laut::meaning
