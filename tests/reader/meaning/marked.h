// A sentence of an examples table with the words asked about in brackets: "Sie starben [bei Kursk]."
#pragma once

#include <stdexcept>
#include <string>

#include "base/span.h"

namespace laut::meaning {

struct Marked {
  std::string text;
  Span span;
};

inline Marked marked(std::string_view sentence) {
  const auto open = sentence.find('[');
  const auto close = sentence.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    throw std::invalid_argument("no [words] in: " + std::string(sentence));
  Marked result;
  result.text = std::string(sentence.substr(0, open)) + std::string(sentence.substr(open + 1, close - open - 1)) +
                std::string(sentence.substr(close + 1));
  result.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  return result;
}

}  // namespace laut::meaning
