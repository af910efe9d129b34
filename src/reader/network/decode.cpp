#include "reader/network/decode.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

namespace laut::network {
namespace {

constexpr std::size_t kStarts = 8;

// log(sum(exp(x))): subtracting it makes logits log-probabilities.
float log_sum(std::span<const float> logits) {
  const float top = *std::max_element(logits.begin(), logits.end());
  float sum = 0;
  for (const float x : logits) sum += std::exp(x - top);
  return top + std::log(sum);
}

}  // namespace

Pointed best_span(std::span<const float> start, std::span<const float> end, std::size_t longest) {
  assert(!start.empty() && start.size() == end.size());
  const std::size_t words = start.size() - 1;
  const float start_sum = log_sum(start);
  const float end_sum = log_sum(end);
  float best = (start[words] - start_sum) + (end[words] - end_sum);
  Pointed found;
  std::vector<std::size_t> order(words);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t starts = std::min(kStarts, words);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(starts), order.end(),
                    [&](std::size_t a, std::size_t b) { return start[a] != start[b] ? start[a] > start[b] : a < b; });
  for (std::size_t i = 0; i < starts; ++i) {
    const std::size_t first = order[i];
    const auto from = end.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = end.begin() + static_cast<std::ptrdiff_t>(std::min(words, first + longest));
    const auto last = static_cast<std::size_t>(std::max_element(from, to) - end.begin());
    const float value = (start[first] - start_sum) + (end[last] - end_sum);
    if (value > best) {
      best = value;
      found.range = WordRange{first, last};
    }
  }
  found.probability = std::exp(best);
  return found;
}

}  // namespace laut::network
