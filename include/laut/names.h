// The names of the enumerations of claim.h and document.h, as files and outputs have them, in the order of the enumerators.
//
//     name_of(Qualifier::at_least) == "at least"
//     from_name<Event>("killed") == Event::killed
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "laut/claim.h"
#include "laut/document.h"

namespace laut {

namespace names {
using Text = std::string_view;
template <class E>
inline constexpr int of = 0;  // only the enumerations below have names
template <>
inline constexpr std::array<Text, kEvents> of<Event>{"killed",    "wounded",   "casualties", "captured", "detained", "abducted",
                                                     "missing",   "displaced", "destroyed",  "damaged",  "attack",   "clash",
                                                     "offensive", "control",   "withdraw",   "deploy",   "aid",      "agreement",
                                                     "ceasefire", "negotiate", "release",    "sanction", "threaten", "protest"};
template <>
inline constexpr std::array<Text, 8> of<Stance>{"state", "estimate", "confirm", "deny", "accuse", "warn", "announce", "suspect"};
template <>
inline constexpr std::array<Text, 5> of<Status>{"happened", "ongoing", "planned", "possible", "denied"};
template <>
inline constexpr std::array<Text, 4> of<Quote>{"direct", "indirect", "mixed", "none"};
template <>
inline constexpr std::array<Text, 8> of<Qualifier>{"exact", "about", "at least", "more than", "up to", "fewer", "range", "word"};
template <>
inline constexpr std::array<Text, 4> of<TimeBasis>{"stated", "publication", "utterance", "unresolved"};
template <>
inline constexpr std::array<Text, 6> of<TimePrecision>{"day", "days", "week", "month", "year", "more"};
template <>
inline constexpr std::array<Text, 7> of<PlacePrecision>{"site", "near", "district", "region", "country-part", "country", "water"};
template <>
inline constexpr std::array<Text, 4> of<CoverageKind>{"event", "window", "total", "unknown"};
template <>
inline constexpr std::array<Text, 3> of<CoverageWhose>{"all", "unit", "places"};
template <>
inline constexpr std::array<Text, 3> of<GroupKind>{"civilian", "combatant", "unknown"};
template <>
inline constexpr std::array<Text, 3> of<GroupAge>{"child", "adult", "unknown"};
template <>
inline constexpr std::array<Text, 8> of<PublishedBasis>{"none",     "given",        "front matter", "feed",
                                                        "dateline", "time element", "opengraph",    "json-ld"};
}  // namespace names

template <class E>
constexpr std::string_view name_of(E value) {
  return names::of<E>[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> from_name(std::string_view name) {
  for (std::size_t i = 0; i < names::of<E>.size(); ++i)
    if (names::of<E>[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace laut
