// Wording: the fields of a claim in the words that a person reads.
//
//     figure_text({.value = 30, .qualifier = Qualifier::at_least}, ...)    ">= 30" with the one glyph for it
//     days_text(2024-12-14, 2024-12-15)                                  "Sat 14 - Sun 15 Dec 2024"
//
// Figures are shown as said: what we read into a vague word (300 .. 999) serves comparison and is never printed as if it had been
// said. The guide's table of vague words is read backwards, so that "mehrere hundert" is "several hundred" to every reader; words
// that are not in it are quoted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "laut/claim.h"
#include "laut/document.h"

namespace laut::cli {

/// "3 000" (with a no-break space), "2.5".
std::string number_text(double value);

/// The figure without its unit; `words` are the article's.
std::string figure_text(const Figure& figure, std::string_view words);

/// The figure with its unit: "1 person", "hundreds of tanks", "40 %", "no figure (...)".
std::string counted_text(const Figure& figure, std::string_view words);

/// "killed or wounded" for casualties, else the event's name.
std::string event_text(Event event);

/// "Tue 17 Dec 2024".
std::string day_text(Day day);

/// Days from..to as short as they can be said: a day, "Sat 14 - Sun 15 Dec 2024", "Dec 2024", "2024", "since ...", "up to ...".
std::string days_text(std::optional<Day> from, std::optional<Day> to);

/// The days, or the article's words and "unresolved".
std::string time_text(const Spanned<Time>& time, std::string_view text);

/// "Kursk Oblast, RU (region)".
std::string place_text(const Place& place);

/// The name, or the words; "anonymous" and the code behind. `text` is the article's.
std::string actor_text(const Spanned<Actor>& actor, std::string_view text);

/// "event 14-15 Dec 2024", "total (assumed)".
std::string coverage_text(const Coverage& coverage);

/// "civilians", "children", "journalist"; empty for combatants, whom the code tells.
std::string group_text(const Group& group);

/// What tells one voice from another within an article: the name, else the code, else the words.
std::string voice_of(const Spanned<Actor>& source, std::string_view text);

/// "German"; the code itself when it is no language's.
std::string language_text(const std::string& code);

/// "1 claim", "2 claims", "no claims".
std::string many(std::size_t number, std::string_view singular, std::string_view plural);

}  // namespace laut::cli
