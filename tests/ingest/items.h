// What the tests of this step share: items of bytes, one of them, and a folder that goes away.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "ingest/ingest.h"

namespace laut::ingest {

/// "text: …" of a document, "source: message" of an error.
inline std::string shown(const Item& item) { return item ? "text: " + item->text : item.error().text(); }

inline std::vector<std::string> shown(const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(shown(item));
  return out;
}

/// The only item of the bytes.
inline Item one(std::string bytes, const std::string& source = "a.txt", const Options& options = {}) {
  auto items = from_bytes(std::move(bytes), source, options);
  if (items.size() != 1) return Error{ErrorKind::input, std::to_string(items.size()) + " items", "the test"};
  return std::move(items.front());
}

inline std::vector<Item> all(const std::vector<std::string>& inputs, const Options& options = {}) {
  std::vector<Item> items;
  documents(inputs, options, [&](Item item) {
    items.push_back(std::move(item));
    return true;
  });
  return items;
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "laut-ingest-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  [[nodiscard]] std::string path(const std::string& name = "") const { return name.empty() ? path_.string() : (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace laut::ingest
