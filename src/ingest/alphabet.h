// Alphabet: how well a text keeps to the letters of a language, by CLDR's lists of them (in ICU).
//
//     share_of_letters(text, "uk")      // 1.0 for Ukrainian, less for Russian, whose letters it lacks
//     share_beyond_ascii(text, "pl")    // of the letters and signs beyond ASCII those that Polish print uses
//
// Limits: names and quotes in other languages bring other letters, so shares are compared, never asked to be 1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace laut::ingest {

/// Of the letters of `text`, the share that the language itself uses; 1 for none; nothing where CLDR does not list the language.
std::optional<double> share_of_letters(std::string_view text, const std::string& language);

/// Of the code points beyond ASCII, the share that are letters of the language, borrowed ones too, or signs of any print (quotes,
/// dashes, currencies ...); 1 for none; nothing where CLDR does not list the language.
std::optional<double> share_beyond_ascii(std::string_view text, const std::string& language);

/// Whether more than half of the letters are Cyrillic.
bool is_cyrillic(std::string_view text);

}  // namespace laut::ingest
