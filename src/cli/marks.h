// Marks: the sentences of an article that hold claims, with the words that each claim hangs on marked and numbered.
//
//     ... "[Mehrere hundert]1 Soldaten seien getoetet worden", sagte ein Beamter ...       (superscript; underlined on a terminal)
//
// A claim marks its figure, or the words of its event where it has none; words of several claims carry several numbers, and marks may
// overlap. Sentences without a claim are left out and stand as an ellipsis. What cuts sentences is ICU's rule for the language, which
// takes some abbreviations for ends; a claim's evidence is never cut by that, since all sentences that it touches are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "laut/claim.h"

namespace laut::cli {

/// The words that a claim is marked by: its figure (with the words of the event where they follow at once), else its trigger.
Span marked_words(const Claim& claim, std::string_view text);

/// "12" in superscript digits.
std::string superscript(std::size_t number);

/// The paragraphs with claims. Marks are brackets where the look has no styles.
std::vector<Runs> marked_paragraphs(std::string_view text, std::string_view language, const std::vector<Claim>& claims, const Look& look);

}  // namespace laut::cli
