#include "ingest/language.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "ingest/alphabet.h"

namespace laut::ingest {
namespace {

struct Case {
  std::string language;
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.language << ": " << c.text; }

class Sentence : public testing::TestWithParam<Case> {};

TEST_P(Sentence, IsTold) { EXPECT_EQ(tell_language(GetParam().text), GetParam().language); }

INSTANTIATE_TEST_SUITE_P(
    OfSixtyCharacters, Sentence,
    testing::Values(Case{"de", "Mindestens 30 Soldaten sind am Wochenende gefallen."},
                    Case{"de", "Die Stadt wurde in der Nacht beschossen."},
                    Case{"en", "At least 30 soldiers were killed over the weekend."}, Case{"en", "The town was shelled during the night."},
                    Case{"fr", "Au moins 30 soldats ont été tués au cours du week-end."},
                    Case{"fr", "La ville a été bombardée dans la nuit."},
                    Case{"es", "Al menos 30 soldados murieron durante el fin de semana."}, Case{"es", "La ciudad fue bombardeada anoche."},
                    Case{"pl", "Co najmniej 30 żołnierzy zginęło w weekend."}, Case{"pl", "Miasto zostało ostrzelane w nocy."},
                    Case{"ru", "Не менее 30 солдат погибли в выходные."}, Case{"ru", "Город был обстрелян ночью, сообщили власти."},
                    Case{"uk", "Щонайменше 30 солдатів загинули у вихідні."}, Case{"uk", "Місто обстріляли вночі, повідомила влада."},
                    Case{"uk", "Президент сказав, що загинули цивільні."}, Case{"ru", "Президент сказал, что погибли мирные жители."}));

INSTANTIATE_TEST_SUITE_P(OfOtherLanguages, Sentence,
                         testing::Values(Case{"other", "Almeno trenta soldati sono morti nel fine settimana."},
                                         Case{"other", "Pelo menos trinta soldados foram mortos no fim de semana."},
                                         Case{"other", "Volgens de regering zijn in het weekend dertig soldaten gedood."},
                                         Case{"other", "Podle vlády bylo o víkendu zabito nejméně třicet vojáků."},
                                         Case{"other", "Паводле ўрада, у выхадныя загінулі не менш за трыццаць салдат."},
                                         Case{"other", "Според правителството през уикенда са убити тридесет войници."},
                                         Case{"other", "Према влади, током викенда је погинуло најмање тридесет војника."},
                                         Case{"other", "Hükümete göre hafta sonu en az otuz asker öldürüldü."},
                                         Case{"other", "D'Regierung seet, datt de Weekend mindestens drësseg Zaldoten ëmkomm sinn."},
                                         Case{"other", "לפי הממשלה, לפחות שלושים חיילים נהרגו בסוף השבוע."},
                                         Case{"other", "政府称，周末至少有三十名士兵被打死。"}, Case{"other", ""},
                                         Case{"other", "30 + 50 = 80"}));

TEST(Language, TheLargerPartDecides) {
  const std::string ukrainian = "Місто обстріляли вночі, повідомила влада, загинули щонайменше тридцять людей. ";
  const std::string russian = "«Мы этого не делали, это были не мы». ";
  EXPECT_EQ(tell_language(ukrainian + russian + ukrainian), "uk");
}

TEST(Language, CodesInAnyForm) {
  for (const char* code : {"de", "DE", "de-DE", "de_AT.UTF-8", "deu", "De"}) EXPECT_EQ(normal_language(code), "de") << code;
  for (const char* code : {"it", "pt-BR", "other", "xx", "srp"}) EXPECT_EQ(normal_language(code), "other") << code;
  for (const char* code : {"", "d", "German", "de DE", "12", "ру", "-de"}) EXPECT_EQ(normal_language(code), std::nullopt) << code;
}

TEST(Alphabet, Shares) {
  EXPECT_EQ(share_of_letters("дім", "uk"), 1.0);
  EXPECT_LT(share_of_letters("дім", "ru").value_or(1.0), 1.0);
  EXPECT_EQ(share_beyond_ascii("„żółw” – 5 €", "pl"), 1.0);
  EXPECT_EQ(share_beyond_ascii("³±¤", "pl"), 1.0 / 3);
  EXPECT_EQ(share_of_letters("x", "zz"), std::nullopt);
  EXPECT_TRUE(is_cyrillic("Київ and"));
  EXPECT_FALSE(is_cyrillic("12"));
}

}  // namespace
}  // namespace laut::ingest
