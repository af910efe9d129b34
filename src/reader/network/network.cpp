#include "reader/network/network.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <iterator>
#include <system_error>

#include "laut/names.h"
#include "reader/network/decode.h"
#include "reader/network/graphs.h"
#include "reader/network/tokens.h"
#include "reader/network/windows.h"
#include "reader/network/words.h"

namespace laut::network {
namespace {

struct Article {
  std::vector<Span> words;
  std::vector<Window> windows;
  std::vector<std::uint32_t> home;  // of each word, an index of windows
};

// The anchors of one window, as the pointer takes them.
struct Hits {
  std::vector<std::int64_t> position;  // words of the window
  std::vector<std::int64_t> event;
};

Hits hits_of(const Anchors& anchors, const Article& article, std::size_t index, float threshold) {
  const Window& window = article.windows[index];
  Hits hits;
  for (std::size_t word = 0; word < window.words(); ++word) {
    if (article.home[window.begin + word] != index) continue;
    for (std::size_t event = 0; event < kEvents; ++event) {
      if (!(anchors.probabilities[word * kEvents + event] > threshold)) continue;
      hits.position.push_back(static_cast<std::int64_t>(word));
      hits.event.push_back(static_cast<std::int64_t>(event));
    }
  }
  return hits;
}

// The likeliest label of row `row` and its probability.
template <class Label>
std::pair<Label, float> likeliest(std::span<const float> logits, std::size_t row, std::size_t labels) {
  const auto scores = logits.subspan(row * labels, labels);
  const auto best = std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float x : scores) sum += std::exp(x - *best);
  return {static_cast<Label>(best - scores.begin()), 1 / sum};
}

struct Decoder {
  const Article& article;
  const Window& window;
  const Labels& labels;
  const Pointers& pointers;

  [[nodiscard]] Span words(std::size_t first, std::size_t last) const {
    return {article.words[window.begin + first].begin, article.words[window.begin + last].end};
  }

  [[nodiscard]] Finding finding(std::size_t row, std::size_t anchor, Event event, float probability) const {
    Finding found;
    found.event = event;
    found.probability = probability;
    found.anchor = words(anchor, anchor);
    const std::size_t width = window.words() + 1;
    for (std::size_t role = 0; role < kRoles; ++role) {
      const std::size_t from = (row * kRoles + role) * width;
      const Pointed pointed = best_span(pointers.start.subspan(from, width), pointers.end.subspan(from, width), labels.longest[role]);
      found.confidence[role] = pointed.probability;
      if (pointed.range) found.spans[role] = words(pointed.range->first, pointed.range->last);
    }
    auto& trigger = found.spans[static_cast<std::size_t>(Role::trigger)];
    auto& evidence = found.spans[static_cast<std::size_t>(Role::evidence)];
    if (!trigger) trigger = found.anchor;
    if (!evidence) evidence = trigger;
    std::tie(found.stance, found.stance_confidence) = likeliest<Stance>(pointers.stance, row, names::of<Stance>.size());
    std::tie(found.status, found.status_confidence) = likeliest<Status>(pointers.status, row, names::of<Status>.size());
    std::tie(found.quote, found.quote_confidence) = likeliest<Quote>(pointers.quote, row, names::of<Quote>.size());
    return found;
  }
};

// What a lane found in the window that it was started with.
Result<Done> collect(Lane& lane, const Article& article, std::size_t index, const Labels& labels, std::vector<Finding>& out) {
  const auto anchors = lane.wait();
  if (!anchors) return anchors.error();
  const Hits hits = hits_of(*anchors, article, index, labels.threshold);
  if (hits.position.empty()) return Done{};
  std::vector<float> probabilities;
  probabilities.reserve(hits.position.size());
  for (std::size_t i = 0; i < hits.position.size(); ++i)
    probabilities.push_back(anchors->probabilities[static_cast<std::size_t>(hits.position[i] * kEvents + hits.event[i])]);
  const auto pointers = lane.point(hits.position, hits.event);
  if (!pointers) return pointers.error();
  const Decoder decoder{article, article.windows[index], labels, *pointers};
  for (std::size_t i = 0; i < hits.position.size(); ++i)
    out.push_back(decoder.finding(i, static_cast<std::size_t>(hits.position[i]), static_cast<Event>(hits.event[i]), probabilities[i]));
  return Done{};
}

// The windows of one article, shared out: the caller's thread works with a lane of its own, and every lane that is free besides, as
// long as no other article waits for it, helps with one window at a time.
class Crew {
 public:
  Crew(const Graphs& graphs, const Labels& labels, const Article& article)
      : graphs_(graphs), labels_(labels), article_(article), found_(article.windows.size()) {}

  Result<Done> work(std::vector<Finding>& out) {
    if (found_.empty()) return Done{};
    const auto lane = graphs_.borrow();
    std::vector<std::future<Result<Done>>> helpers;
    Result<Done> done = Done{};
    while (const auto index = next()) {
      while (next_ < found_.size()) {
        auto free = graphs_.try_borrow();
        if (!free) break;
        auto helper = help(std::move(free));
        if (!helper) break;
        helpers.push_back(*std::move(helper));
      }
      if (const auto own = read(*lane, *index); !own) done = own;
    }
    for (auto& helper : helpers)
      if (const auto helped = helper.get(); !helped) done = helped;
    for (auto& findings : found_) std::move(findings.begin(), findings.end(), std::back_inserter(out));
    return done;
  }

 private:
  // One window on a borrowed lane, which goes back when the window is read (a future keeps its callable, so the lane must leave it).
  // Nothing when the system has no thread left.
  std::optional<std::future<Result<Done>>> help(Graphs::Lease lane) {
    try {
      return std::async(std::launch::async, [this, lent = std::move(lane)]() mutable {
        const Graphs::Lease mine = std::move(lent);
        const auto index = next();
        return index ? read(*mine, *index) : Result<Done>(Done{});
      });
    } catch (const std::system_error&) {
      return std::nullopt;
    }
  }

  std::optional<std::size_t> next() {
    const std::size_t index = next_++;
    return index < found_.size() ? std::optional(index) : std::nullopt;
  }

  Result<Done> read(Lane& lane, std::size_t index) {
    if (const auto started = lane.start(article_.windows[index]); !started) return started;
    return collect(lane, article_, index, labels_, found_[index]);
  }

  const Graphs& graphs_;
  const Labels& labels_;
  const Article& article_;
  std::vector<std::vector<Finding>> found_;  // of each window
  std::atomic<std::size_t> next_{0};
};

}  // namespace

struct Network::Parts {
  Labels labels;
  Tokenizer tokenizer;
  Graphs graphs;

  [[nodiscard]] Result<Article> article(std::string_view text) const {
    Article article;
    article.words = split_words(text);
    const auto pieces = tokenizer.pieces(text);
    if (!pieces) return pieces.error();
    article.windows = make_windows(article.words, *pieces, labels.limits);
    article.home = homes(article.windows, article.words.size());
    return article;
  }
};

Network::Network(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::load(const std::filesystem::path& models, const std::filesystem::path& cache, int threads) {
  auto labels = Labels::load(models / "reader.json");
  if (!labels) return labels.error();
  auto tokenizer = Tokenizer::load(models / "tokenizer.model");
  if (!tokenizer) return tokenizer.error();
  auto graphs = Graphs::load(models, cache, threads);
  if (!graphs) return graphs.error();
  return Network(std::make_unique<Parts>(Parts{*std::move(labels), *std::move(tokenizer), *std::move(graphs)}));
}

Result<std::vector<Finding>> Network::find(std::string_view text) const {
  const auto article = parts_->article(text);
  if (!article) return article.error();
  std::vector<Finding> findings;
  if (const auto done = Crew(parts_->graphs, parts_->labels, *article).work(findings); !done) return done.error();
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.anchor.begin < b.anchor.begin; });
  return findings;
}

const std::string& Network::version() const { return parts_->labels.version; }
int Network::lanes() const { return parts_->graphs.lanes(); }

}  // namespace laut::network
