#include "ingest/walk.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <vector>

#include "ingest/sniff.h"

namespace laut::ingest {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  explicit Walker(const std::function<bool(const Found&)>& each) : each_(each) {}

  bool input(const std::string& path) {
    std::error_code ignored;
    return path != "-" && fs::is_directory(path, ignored) ? folder(path) : each_({path, false, std::nullopt});
  }

 private:
  bool folder(const fs::path& path) {
    std::error_code failure;
    if (!entered_.insert(fs::canonical(path, failure)).second && !failure) return true;
    std::vector<fs::path> entries;
    fs::directory_iterator entry(path, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) entries.push_back(entry->path());
    if (failure && !each_({path.string(), true, Error{ErrorKind::system, failure.message(), path.string()}})) return false;
    std::sort(entries.begin(), entries.end());
    return std::all_of(entries.begin(), entries.end(), [this](const fs::path& below) { return one(below); });
  }

  bool one(const fs::path& path) {
    if (path.filename().string().starts_with('.')) return true;
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (fs::is_directory(status)) return folder(path);
    if (!form_of_name(path.string())) return true;
    const bool is_lost_link = status.type() == fs::file_type::not_found;
    return fs::is_regular_file(status) || is_lost_link || failure ? each_({path.string(), true, std::nullopt}) : true;
  }

  const std::function<bool(const Found&)>& each_;
  std::set<fs::path> entered_;
};

}  // namespace

bool walk(const std::string& input, const std::function<bool(const Found&)>& each) { return Walker(each).input(input); }

}  // namespace laut::ingest
