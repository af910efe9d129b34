// Articles with claims made by hand, for the tests of the command line program.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "laut/document.h"
#include "laut/names.h"
#include "laut/reader.h"

namespace laut::test {

/// The n-th occurrence (from 0) of words in a text.
inline Span span_of(std::string_view text, std::string_view words, int n = 0) {
  std::size_t at = text.find(words);
  while (n-- > 0 && at != std::string_view::npos) at = text.find(words, at + 1);
  if (at == std::string_view::npos) throw std::invalid_argument("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Document article(std::string text) {
  Document document;
  document.text = std::move(text);
  document.source = "news/a.md";
  document.language = "en";
  document.title = "Two villages shelled";
  document.outlet = "The Daily Ledger";
  document.published = day_of(2024, 12, 18);
  document.published_basis = PublishedBasis::front_matter;
  return document;
}

inline Claim claim(const Document& document, Event event, std::string_view trigger, std::string_view evidence) {
  Claim out;
  out.id = std::string(name_of(event)) + std::string(trigger);
  out.event = event;
  out.trigger = span_of(document.text, trigger);
  out.anchor = out.trigger;
  out.evidence = span_of(document.text, evidence);
  out.confidence["claim"] = 0.914;
  return out;
}

inline Spanned<Figure> figure(const Document& document, std::string_view words, Figure figure) {
  return {figure, span_of(document.text, words)};
}

inline Spanned<Actor> actor(const Document& document, std::string_view words, Actor actor) {
  return {actor, span_of(document.text, words)};
}

inline Spanned<Time> time(const Document& document, std::string_view words, Time time) { return {time, span_of(document.text, words)}; }

}  // namespace laut::test
