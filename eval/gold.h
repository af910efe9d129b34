// Gold articles for the measures: ID.txt with ID.json beside it (docs/claim.md's form).
//
//     for (const gold::Article& article : gold::load({"../shared/gold/dev/de"}))
//       for (const auto& claim : article.claims) if (claim["count"].is_object()) … article.span(claim["count"]) …
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "base/utf8.h"

namespace laut::gold {

struct Article {
  std::string id;
  std::string text;
  std::string language;
  std::optional<Day> published;
  nlohmann::json claims;

  /// The bytes of a gold span {"start", "end"} (code points).
  [[nodiscard]] Span span(const nlohmann::json& gold) const {
    const CodePoints points(text);
    const auto byte = [&](const char* key) { return static_cast<std::uint32_t>(points.byte_of(gold.at(key).get<std::size_t>()).value()); };
    return {byte("start"), byte("end")};
  }
};

inline std::string slurp(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The articles of folders, sorted by path. Folders without gold give none.
inline std::vector<Article> load(const std::vector<std::filesystem::path>& folders) {
  std::vector<std::filesystem::path> files;
  for (const auto& folder : folders)
    if (std::filesystem::is_directory(folder))
      for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Article> articles;
  for (auto file : files) {
    const auto json = nlohmann::json::parse(slurp(file), nullptr, false);
    if (!json.is_object() || !json.contains("claims")) continue;
    Article article;
    article.id = file.stem().string();
    article.text = slurp(file.replace_extension(".txt"));
    if (article.text.empty()) continue;
    article.language = json.value("language", "other");
    if (json.contains("published") && json["published"].is_string()) article.published = parse_iso(json["published"].get<std::string>());
    article.claims = json["claims"];
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace laut::gold
