// OrderedPool: jobs are worked on by several threads and come out in the order in which they went in.
//
//     OrderedPool<Item, Page> pool(threads, 4 * threads, [&](Item item) { return page_of(item); });
//     std::thread feeder([&] { for (...) if (!pool.add(item)) break;  pool.close(); });
//     while (auto page = pool.next(idle)) ...
//
// At most `window` jobs are in it, waiting, under way or done but not taken: add() waits, so memory is bounded however many there are.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace laut::cli {

template <class Job, class Outcome>
class OrderedPool {
 public:
  OrderedPool(int threads, std::size_t window, std::function<Outcome(Job)> work) : work_(std::move(work)), window_(window) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work_on_jobs(); });
  }

  ~OrderedPool() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  /// Waits for room. False when the pool was stopped.
  bool add(Job job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || slots_.size() < window_; });
    if (stopped_) return false;
    slots_.push_back(std::make_shared<Slot>(Slot{std::move(job), std::nullopt}));
    waiting_.push_back(slots_.back());
    changed_.notify_all();
    return true;
  }

  /// No more jobs will come.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  /// Jobs that are not under way are dropped.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  /// The next outcome, in order; nothing when all were taken. While it waits, `idle` is called ten times a second.
  std::optional<Outcome> next(const std::function<void()>& idle) {
    std::unique_lock lock(mutex_);
    const auto ready = [&] { return slots_.empty() ? closed_ : slots_.front()->outcome.has_value(); };
    while (!changed_.wait_for(lock, std::chrono::milliseconds(100), ready)) {
      lock.unlock();
      idle();
      lock.lock();
    }
    if (slots_.empty()) return std::nullopt;
    std::optional<Outcome> outcome = std::move(slots_.front()->outcome);
    slots_.pop_front();
    changed_.notify_all();
    return outcome;
  }

 private:
  struct Slot {
    std::optional<Job> job;
    std::optional<Outcome> outcome;
  };

  void work_on_jobs() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stopped_ || closed_ || !waiting_.empty(); });
      if (stopped_ || waiting_.empty()) {
        if (stopped_ || closed_) return;
        continue;
      }
      const std::shared_ptr<Slot> slot = std::move(waiting_.front());
      waiting_.pop_front();
      Job job = *std::exchange(slot->job, std::nullopt);
      lock.unlock();
      Outcome outcome = work_(std::move(job));
      lock.lock();
      slot->outcome = std::move(outcome);
      changed_.notify_all();
    }
  }

  std::function<Outcome(Job)> work_;
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Slot>> slots_;    // in order
  std::deque<std::shared_ptr<Slot>> waiting_;  // those of slots_ that no thread took yet
  bool closed_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace laut::cli
