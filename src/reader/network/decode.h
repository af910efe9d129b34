// Decoding: the pointers' scores over the words of a window -> the likeliest span, or none.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace laut::network {

struct WordRange {
  std::size_t first = 0;  // words, both inclusive
  std::size_t last = 0;
};

struct Pointed {
  std::optional<WordRange> range;  // nothing: the role is empty
  float probability = 0;           // of that start and that end (or of "nothing" twice)
};

/// `start` and `end` hold a logit a word and one more, the last, for "nothing". A span is tried from each of the eight likeliest
/// starts, with its likeliest end among the `longest` words from there; it wins when it is likelier than "nothing".
Pointed best_span(std::span<const float> start, std::span<const float> end, std::size_t longest);

}  // namespace laut::network
