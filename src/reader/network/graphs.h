// The two graphs, run by OpenVINO.
//
//     encoder   ids [b,t], mask [b,t], first [b,n], last [b,n]  ->  words [b,n,384], anchors [b,n,24] (probabilities)
//     pointer   words [n,384], position [a], event [a]          ->  start [a,11,n+1], end [a,11,n+1], stance [a,8], status [a,5], quote
//     [a,4]
//
// Precision is f32 without dynamic quantisation and a request runs on one thread, so that the same article gives the same claims on
// every machine. A Lane is one pair of requests; Graphs holds a pool of them, one a thread. Windows are run one by one: a batch would
// pad short ones, and gains nothing on a CPU.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "reader/network/windows.h"

namespace laut::network {

struct Anchors {
  std::span<const float> words;          // n * width, valid until the lane's next window
  std::span<const float> probabilities;  // n * kEvents
};

struct Pointers {
  std::span<const float> start;  // a * kRoles * (n + 1) logits
  std::span<const float> end;
  std::span<const float> stance;  // a * 8 logits
  std::span<const float> status;  // a * 5
  std::span<const float> quote;   // a * 4
};

class Lane {
 public:
  virtual ~Lane() = default;
  /// Begins a window; wait() gives its result.
  virtual Result<Done> start(const Window& window) = 0;
  virtual Result<Anchors> wait() = 0;
  /// The spans of anchors of the window that wait() gave last. `position` are words of the window, `event` event types.
  virtual Result<Pointers> point(const std::vector<std::int64_t>& position, const std::vector<std::int64_t>& event) = 0;
};

class Graphs {
 public:
  /// `cache` may be empty. Errors: missing (a file), input (a graph that OpenVINO refuses).
  static Result<Graphs> load(const std::filesystem::path& models, const std::filesystem::path& cache, int threads);

  /// Gives a lane back to its pool.
  struct Returner {
    const Graphs* owner;
    void operator()(Lane* lane) const;
  };
  using Lease = std::unique_ptr<Lane, Returner>;

  /// Waits until a lane is free.
  [[nodiscard]] Lease borrow() const;
  /// A free lane that nobody waits for, or nothing.
  [[nodiscard]] Lease try_borrow() const;
  [[nodiscard]] int lanes() const;

  Graphs(Graphs&&) noexcept;
  Graphs& operator=(Graphs&&) noexcept;
  ~Graphs();

 private:
  struct Pool;
  explicit Graphs(std::unique_ptr<Pool> pool);
  void give_back(Lane* lane) const;
  std::unique_ptr<Pool> pool_;
};

}  // namespace laut::network
