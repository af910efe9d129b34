// Order, bounds and endings of the pool that reads articles.
#include "cli/ordered.h"

#include <gtest/gtest.h>

#include <atomic>

namespace laut::cli {
namespace {

void nothing() {}

TEST(OrderedPool, GivesOutcomesInTheOrderOfJobs) {
  OrderedPool<int, int> pool(4, 8, [](int job) {
    std::this_thread::sleep_for(std::chrono::microseconds((job * 7919) % 300));
    return job * 2;
  });
  std::thread feeder([&] {
    for (int i = 0; i < 500; ++i) EXPECT_TRUE(pool.add(i));
    pool.close();
  });
  for (int i = 0; i < 500; ++i) EXPECT_EQ(pool.next(nothing), i * 2);
  EXPECT_EQ(pool.next(nothing), std::nullopt);
  feeder.join();
}

TEST(OrderedPool, HoldsNoMoreThanItsWindow) {
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  OrderedPool<int, int> pool(3, 5, [](int job) { return job; });
  std::thread feeder([&] {
    for (int i = 0; i < 200; ++i) {
      pool.add(i);
      most = std::max<int>(most, ++inside);
    }
    pool.close();
  });
  while (pool.next(nothing)) --inside;
  feeder.join();
  EXPECT_LE(most, 5 + 1) << "one may have been taken and not yet been counted";
}

TEST(OrderedPool, EndsWithoutJobs) {
  OrderedPool<int, int> pool(2, 4, [](int job) { return job; });
  pool.close();
  EXPECT_EQ(pool.next(nothing), std::nullopt);
}

TEST(OrderedPool, StopsAFeederThatWaitsForRoom) {
  auto pool = std::make_unique<OrderedPool<int, int>>(1, 1, [](int job) { return job; });
  EXPECT_TRUE(pool->add(1));
  std::thread feeder([&] { EXPECT_FALSE(pool->add(2)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  pool->stop();
  feeder.join();
}

TEST(OrderedPool, IsIdleWhileItWaits) {
  OrderedPool<int, int> pool(1, 1, [](int job) {
    std::this_thread::sleep_for(std::chrono::milliseconds(350));
    return job;
  });
  pool.add(7);
  int idle = 0;
  EXPECT_EQ(pool.next([&] { ++idle; }), 7);
  EXPECT_GE(idle, 1);
}

}  // namespace
}  // namespace laut::cli
