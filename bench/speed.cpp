// laut_speed [--threads N] [--rounds N] FILE...: how fast articles are read, beside what the encoder graph alone reaches on the same
// windows, in one process, the two in turn.
//
//     {"threads": 2, "articles": 34, "characters": 103000, "windows": 80, "subwords": 31000,
//      "encoder": {"subwords_per_second": ..., "articles_per_second": ...}, "reader": {...}, "share_of_encoder": 0.93}
//
// An "article" of articles_per_second has 3,500 characters. A figure is the median of the rounds; the share is the median of the
// rounds' ratios.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/file.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "laut/reader.h"
#include "reader/network/graphs.h"
#include "reader/network/labels.h"
#include "reader/network/tokens.h"
#include "reader/network/words.h"

namespace {

using namespace laut;  // NOLINT(google-build-using-namespace)

constexpr double kArticle = 3500;  // characters

double seconds(const std::function<void()>& work) {
  const auto from = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

// Calls `each` for 0..many-1 from `threads` threads.
void in_parallel(int threads, std::size_t many, const std::function<void(std::size_t)>& each) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> pool;
  for (int t = 0; t < threads; ++t)
    pool.emplace_back([&] {
      for (std::size_t i = next++; i < many; i = next++) each(i);
    });
  for (auto& thread : pool) thread.join();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Texts {
  std::vector<Document> documents;
  std::vector<network::Window> windows;
  std::size_t characters = 0;
  std::size_t subwords = 0;
};

Texts load(const std::vector<std::string>& files, const std::filesystem::path& models) {
  Texts texts;
  const auto tokenizer = network::Tokenizer::load(models / "tokenizer.model");
  ingest::documents(files, {}, [&](const ingest::Item& item) {
    if (!item) return true;
    texts.documents.push_back(*item);
    texts.characters += CodePoints(item->text).count();
    for (auto& window : network::make_windows(network::split_words(item->text), *tokenizer->pieces(item->text), {})) {
      texts.subwords += window.ids.size() - 2;
      texts.windows.push_back(std::move(window));
    }
    return true;
  });
  return texts;
}

int measure(const std::vector<std::string>& files, int threads, int rounds) {
  const auto home = resource_folder();
  if (!home) return std::cerr << home.error().text() << "\n", 1;
  const Texts texts = load(files, *home / "models");
  const auto reader = Reader::open({*home, "", threads});
  const auto graphs = network::Graphs::load(*home / "models", "", threads);
  if (!reader || !graphs || texts.documents.empty()) return std::cerr << "nothing to measure\n", 1;
  const auto encoder_alone = [&] {
    in_parallel(threads, texts.windows.size(), [&](std::size_t i) {
      const auto lane = graphs->borrow();
      if (lane->start(texts.windows[i])) static_cast<void>(lane->wait());
    });
  };
  const auto whole = [&] {
    in_parallel(threads, texts.documents.size(), [&](std::size_t i) { static_cast<void>(reader->read(texts.documents[i])); });
  };
  encoder_alone();
  whole();
  std::vector<double> encoder_times;
  std::vector<double> reader_times;
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    encoder_times.push_back(seconds(encoder_alone));
    reader_times.push_back(seconds(whole));
    ratios.push_back(encoder_times.back() / reader_times.back());
  }
  const auto speed = [&](const std::vector<double>& times) {
    const double time = median(times);
    return nlohmann::ordered_json{{"subwords_per_second", std::lround(static_cast<double>(texts.subwords) / time)},
                                  {"articles_per_second", static_cast<double>(texts.characters) / kArticle / time}};
  };
  std::cout << nlohmann::ordered_json{{"threads", threads},
                                      {"articles", texts.documents.size()},
                                      {"characters", texts.characters},
                                      {"windows", texts.windows.size()},
                                      {"subwords", texts.subwords},
                                      {"encoder", speed(encoder_times)},
                                      {"reader", speed(reader_times)},
                                      {"share_of_encoder", median(ratios)}}
                   .dump()
            << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int threads = static_cast<int>(std::thread::hardware_concurrency());
  int rounds = 5;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--threads" && i + 1 < argc) {
      threads = std::stoi(argv[++i]);
    } else if (argument == "--rounds" && i + 1 < argc) {
      rounds = std::stoi(argv[++i]);
    } else {
      files.push_back(argument);
    }
  }
  return measure(files, threads, rounds);
}
