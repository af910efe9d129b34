// Language: which of the reader's languages a text is in.
//
//     tell_language("Mindestens 30 Soldaten sind am Wochenende gefallen.") == "de"
//     tell_language("Il governo ha annunciato ...") == "other"
//     normal_language("de-AT") == "de"
//
// CLD2 tells it, from the first 100 KB. Among languages in Cyrillic, whose short texts it mixes up, the alphabet has the last word:
// a text with more letters outside the alphabet of the language told than outside the Russian or Ukrainian one is in that one.
// Limits: a text of two languages is in the one that has more of it; a few words alone are often "other".
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace laut::ingest {

/// The languages that are told by name; any other is "other".
inline constexpr std::array<std::string_view, 7> kLanguages{"de", "en", "es", "fr", "pl", "ru", "uk"};

/// One of kLanguages, or "other". `text` is UTF-8.
std::string tell_language(std::string_view text);

/// A language code in any of the usual forms ("de", "DE", "de-AT", "deu", "pt_BR") as one of kLanguages or "other"; nothing for what is
/// no code.
std::optional<std::string> normal_language(std::string_view code);

/// The ISO 639 code of any language, or nothing where the text is too short or too mixed to tell.
std::optional<std::string> detect_language(std::string_view text);

}  // namespace laut::ingest
