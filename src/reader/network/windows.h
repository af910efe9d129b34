// Windows: what the network sees at once.
//
// A window is a run of whole words of at most `limit` subwords; consecutive windows overlap by a quarter of their words. A word's
// vector is the mean of its first and last subword's, so a window carries for each word the places of these two among its ids.
//
//     words     w0 w1 w2 w3 w4 w5 ...        window 0: [0, 400)   window 1: [300, 700) ...
//     ids       BOS p p p p p ... EOS        first[i], last[i]: places in ids, 1-based because of BOS
//
// Every anchor is read in its home, the window in which the word lies most central (the earlier of two alike).
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "reader/network/tokens.h"

namespace laut::network {

struct Window {
  std::uint32_t begin = 0;  // words of the article, [begin, end)
  std::uint32_t end = 0;
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> first;  // a place in ids for each word
  std::vector<std::int64_t> last;

  [[nodiscard]] std::size_t words() const { return end - begin; }
};

struct WindowLimits {
  std::size_t subwords = 440;  // of one window, without BOS and EOS
  double stride = 0.75;        // how much of a window is new in the next
  std::int64_t bos = 0;
  std::int64_t eos = 2;
};

std::vector<Window> make_windows(const std::vector<Span>& words, const std::vector<Piece>& pieces, const WindowLimits& limits);

/// For each word of the article the index of its home window.
std::vector<std::uint32_t> homes(const std::vector<Window>& windows, std::size_t words);

}  // namespace laut::network
