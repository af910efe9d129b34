// Learns the weights of actor_choice.h: multinomial logistic regression over the candidates of each question, by AdaGrad with a pull of
// every weight towards zero.
//
//     Fit fit;
//     fit.add(candidates, 3);        // the fourth candidate was right
//     fit.learn();
//     fit.write("actor.weights.tsv");
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "reader/meaning/actor_choice.h"

namespace laut::gold {

class Fit {
 public:
  /// A new article begins: what only few articles show is not learned.
  void next_article() { ++article_; }

  void add(const std::vector<meaning::ActorCandidate>& candidates, std::size_t right) {
    Question question{{}, right};
    for (const auto& candidate : candidates) {
      auto& ids = question.candidates.emplace_back();
      for (const auto& feature : candidate.features) {
        const auto id = ids_.try_emplace(feature, static_cast<std::uint32_t>(ids_.size())).first->second;
        ids.push_back(id);
        if (id >= articles_.size()) articles_.push_back({0, 0});
        if (articles_[id].second != article_) articles_[id] = {articles_[id].first + 1, article_};
      }
    }
    questions_.push_back(std::move(question));
  }

  void learn() {
    constexpr int rounds = 8;
    for (auto& question : questions_)
      for (auto& ids : question.candidates) std::erase_if(ids, [&](auto id) { return articles_[id].first < kFewArticles; });
    weights_.assign(ids_.size(), 0.0);
    squares_.assign(ids_.size(), 1e-3);
    std::vector<std::size_t> order(questions_.size());
    std::iota(order.begin(), order.end(), 0);
    std::mt19937 random(7);
    for (int round = 0; round < rounds; ++round) {
      std::shuffle(order.begin(), order.end(), random);
      for (const auto i : order) step(questions_[i]);
    }
  }

  void write(const std::filesystem::path& file, double least = 0.05) const {
    std::ofstream out(file);
    out << kHead << "feature\tweight\n";
    for (const auto& [feature, id] : std::map<std::string, std::uint32_t>(ids_.begin(), ids_.end()))
      if (std::abs(weights_[id]) >= least) out << feature << "\t" << std::round(weights_[id] * 100) / 100 << "\n";
  }

 private:
  static constexpr int kFewArticles = 5;
  static constexpr const char* kHead =
      "# Weights of the features that choose an actor from the article (src/reader/meaning/actor_choice.h): learned, not written by hand;\n"
      "# `actor_eval --fit` makes them anew from the training articles.\n"
      "# feature: what holds of the candidate, then for which kind of words, role and event; weight: what it adds to the candidate's "
      "sum.\n";

  struct Question {
    std::vector<std::vector<std::uint32_t>> candidates;
    std::size_t right = 0;
  };

  void step(const Question& question) {
    constexpr double rate = 0.05;
    constexpr double pull = 0.1;
    std::vector<double> chance;
    for (const auto& ids : question.candidates)
      chance.push_back(std::accumulate(ids.begin(), ids.end(), 0.0, [&](double sum, auto id) { return sum + weights_[id]; }));
    const double most = *std::max_element(chance.begin(), chance.end());
    double all = 0;
    for (auto& one : chance) all += one = std::exp(one - most);
    std::unordered_map<std::uint32_t, double> slope;
    for (std::size_t i = 0; i < chance.size(); ++i)
      for (const auto id : question.candidates[i]) slope[id] += chance[i] / all - (i == question.right ? 1.0 : 0.0);
    for (const auto& [id, value] : slope) {
      const double down = value + pull * weights_[id];
      squares_[id] += down * down;
      weights_[id] -= rate * down / std::sqrt(squares_[id]);
    }
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<Question> questions_;
  std::vector<std::pair<int, int>> articles_;  // of a feature: how many had it, the last that had it
  int article_ = 0;
  std::vector<double> weights_, squares_;
};

}  // namespace laut::gold
