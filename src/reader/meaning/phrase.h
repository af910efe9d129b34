// Phrase: what every kind of meaning is asked about: a span of an article, with the article around it.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace laut::meaning {

struct Phrase {
  std::string_view text;      // the whole article
  Span span;                  // the words asked about
  std::string_view language;  // a folder of data/, e.g. "de"

  [[nodiscard]] std::string_view words() const { return span.in(text); }
  [[nodiscard]] std::string_view before() const { return text.substr(0, span.begin); }
  [[nodiscard]] std::string_view after() const { return text.substr(span.end); }
};

/// A meaning and the rule or table row that gave it ("figures/de: at least N").
template <class Meaning>
struct Read {
  Meaning meaning;
  std::string by;
};

}  // namespace laut::meaning
