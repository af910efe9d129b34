#include "reader/network/windows.h"

#include <algorithm>
#include <limits>

namespace laut::network {
namespace {

struct Range {
  std::size_t first;  // pieces, both inclusive
  std::size_t last;
};

// The pieces that a word takes part in. Walks both lists once.
std::vector<Range> piece_ranges(const std::vector<Span>& words, const std::vector<Piece>& pieces) {
  std::vector<Range> ranges;
  ranges.reserve(words.size());
  std::size_t k = 0;
  for (const Span& word : words) {
    while (k + 1 < pieces.size() && pieces[k].span.end <= word.begin) ++k;
    std::size_t last = k;
    while (last + 1 < pieces.size() && pieces[last + 1].span.begin < word.end) ++last;
    ranges.push_back({k, last});
  }
  return ranges;
}

Window window_of(std::size_t begin, std::size_t end, const std::vector<Range>& ranges, const std::vector<Piece>& pieces,
                 const WindowLimits& limits) {
  const std::size_t from = ranges[begin].first;
  const std::size_t to = std::min(ranges[end - 1].last + 1, from + limits.subwords);
  Window window;
  window.begin = static_cast<std::uint32_t>(begin);
  window.end = static_cast<std::uint32_t>(end);
  window.ids.reserve(to - from + 2);
  window.ids.push_back(limits.bos);
  for (std::size_t i = from; i < to; ++i) window.ids.push_back(pieces[i].id);
  window.ids.push_back(limits.eos);
  const auto place = [&](std::size_t piece) { return static_cast<std::int64_t>(std::min(piece - from + 1, to - from)); };
  for (std::size_t i = begin; i < end; ++i) {
    window.first.push_back(place(ranges[i].first));
    window.last.push_back(place(ranges[i].last));
  }
  return window;
}

}  // namespace

std::vector<Window> make_windows(const std::vector<Span>& words, const std::vector<Piece>& pieces, const WindowLimits& limits) {
  std::vector<Window> windows;
  if (words.empty() || pieces.empty()) return windows;
  const std::vector<Range> ranges = piece_ranges(words, pieces);
  for (std::size_t begin = 0;;) {
    std::size_t end = begin;
    while (end < words.size() && ranges[end].last - ranges[begin].first + 1 <= limits.subwords) ++end;
    end = std::max(end, begin + 1);
    windows.push_back(window_of(begin, end, ranges, pieces, limits));
    if (end >= words.size()) return windows;
    begin += std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(end - begin) * limits.stride));
  }
}

std::vector<std::uint32_t> homes(const std::vector<Window>& windows, std::size_t words) {
  constexpr std::size_t far = std::numeric_limits<std::size_t>::max();
  std::vector<std::uint32_t> home(words, 0);
  std::vector<std::size_t> best(words, 0);
  std::vector<bool> seen(words, false);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const Window& window = windows[i];
    for (std::size_t word = window.begin; word < window.end; ++word) {
      const std::size_t left = window.begin > 0 ? word - window.begin : far;
      const std::size_t right = window.end < words ? window.end - word : far;
      const std::size_t margin = std::min(left, right);
      if (seen[word] && margin <= best[word]) continue;
      seen[word] = true;
      best[word] = margin;
      home[word] = static_cast<std::uint32_t>(i);
    }
  }
  return home;
}

}  // namespace laut::network
