// What the measures share: their options, and counting how often something is right, by group.
//
//     figure_eval [--data DIR] [--show] [--json] FOLDER...
//
//     Tally tally("figure", {"right", "strict"});
//     tally.add("de", {true, false});      // counts for "de" and for "all"
//     tally.print(options);                // per cent, a line a group; or {"figure": {"all": {"right": 100.0, "strict": 0.0, "of": 1},
//     ...}}
#pragma once

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/file.h"

namespace laut::gold {

struct Options {
  std::filesystem::path data;  // of the tables; the program's own unless --data names another
  bool show = false;           // print what is wrong
  bool json = false;
  std::vector<std::filesystem::path> folders;
};

inline Options options_of(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--show") {
      options.show = true;
    } else if (word == "--json") {
      options.json = true;
    } else if (word == "--data" && i + 1 < argc) {
      options.data = argv[++i];
    } else {
      options.folders.emplace_back(word);
    }
  }
  if (options.data.empty())
    if (const auto home = resource_folder()) options.data = *home / "data";
  return options;
}

class Tally {
 public:
  Tally(std::string kind, std::vector<std::string> measures) : kind_(std::move(kind)), measures_(std::move(measures)) {}

  /// One case: for each measure, whether it is right.
  void add(const std::string& group, const std::vector<bool>& right) {
    for (const std::string& name : {group, std::string("all")}) {
      Group& counts = groups_[name];
      counts.right.resize(measures_.size());
      ++counts.of;
      for (std::size_t i = 0; i < right.size(); ++i) counts.right[i] += right[i] ? 1 : 0;
    }
  }

  void print(const Options& options) const {
    if (options.json) {
      std::cout << as_json().dump() << "\n";
      return;
    }
    for (const auto& [name, counts] : groups_) {
      std::printf("%s %-7s", kind_.c_str(), name.c_str());
      for (std::size_t i = 0; i < measures_.size(); ++i) std::printf("  %s %5.1f %%", measures_[i].c_str(), share(counts, i));
      std::printf("  of %d\n", counts.of);
    }
  }

 private:
  struct Group {
    std::vector<int> right;
    int of = 0;
  };

  static double share(const Group& counts, std::size_t measure) { return counts.of == 0 ? 0.0 : 100.0 * counts.right[measure] / counts.of; }

  [[nodiscard]] nlohmann::ordered_json as_json() const {
    nlohmann::ordered_json out;
    for (const auto& [name, counts] : groups_) {
      auto& group = out[kind_][name];
      for (std::size_t i = 0; i < measures_.size(); ++i) group[measures_[i]] = share(counts, i);
      group["of"] = counts.of;
    }
    return out;
  }

  std::string kind_;
  std::vector<std::string> measures_;
  std::map<std::string, Group> groups_;
};

}  // namespace laut::gold
