#include "cli/reader_files.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/hash.h"

namespace laut::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReady = "networks-";
constexpr std::string_view kMaking = "making-";
constexpr auto kUnusedFor = std::chrono::hours(24 * 30);
constexpr auto kAbandonedAfter = std::chrono::hours(1);

std::optional<fs::path> absolute_folder(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value != '/') return std::nullopt;
  return fs::path(value);
}

std::uintmax_t bytes_of(const fs::path& folder, std::string_view extension) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == extension) bytes += entry.file_size(error);
  return bytes;
}

// A compiled network holds its weights; a disk that was full leaves less.
bool complete(const fs::path& networks, const fs::path& models) { return bytes_of(networks, ".blob") >= bytes_of(models, ".bin"); }

void remove_old(const fs::path& cache) {
  std::error_code error;
  const auto now = fs::file_time_type::clock::now();
  for (const auto& entry : fs::directory_iterator(cache, error)) {
    const std::string name = entry.path().filename().string();
    const auto age = now - entry.last_write_time(error);
    if (error) continue;
    const bool old = (name.starts_with(kReady) && age > kUnusedFor) || (name.starts_with(kMaking) && age > kAbandonedAfter);
    if (old) fs::remove_all(entry.path(), error);
  }
}

// Opens the reader into an empty cache folder, then puts the folder in its place.
Result<Reader> open_and_keep(ReaderOptions options, const fs::path& cache, const fs::path& ready) {
  std::error_code error;
  options.cache = cache / (std::string(kMaking) + std::to_string(::getpid()));
  fs::create_directories(options.cache, error);
  const fs::path making = std::exchange(options.cache, error ? fs::path() : options.cache);
  auto reader = Reader::open(options);
  if (!options.cache.empty()) {
    if (reader && complete(making, options.home / "models")) {
      remove_old(cache);
      fs::rename(making, ready, error);  // fails when another program was faster
    }
    fs::remove_all(making, error);
  }
  return reader;
}

}  // namespace

std::optional<fs::path> cache_folder() {
  if (const auto cache = absolute_folder("XDG_CACHE_HOME")) return *cache / "laut";
  if (const auto home = absolute_folder("HOME")) return *home / ".cache" / "laut";
  return std::nullopt;
}

fs::path networks_folder(const fs::path& cache, const fs::path& models) {
  std::error_code error;
  std::vector<std::string> state;
  for (const auto& entry : fs::directory_iterator(models, error)) {
    const auto changed = entry.last_write_time(error).time_since_epoch().count();
    state.push_back(entry.path().string() + "\n" + std::to_string(entry.file_size(error)) + "\n" + std::to_string(changed) + "\n");
  }
  std::sort(state.begin(), state.end());
  std::string all;
  for (const std::string& file : state) all += file;
  return cache / (std::string(kReady) + sha256_hex(all).substr(0, 16));
}

Result<Reader> open_reader(int threads) {
  const auto home = resource_folder();
  if (!home) return home.error();
  ReaderOptions options{.home = *home, .cache = {}, .threads = threads};
  const auto cache = cache_folder();
  if (!cache) return Reader::open(options);
  const fs::path ready = networks_folder(*cache, *home / "models");
  std::error_code error;
  const bool kept = fs::is_directory(ready, error);
  options.cache = ready;
  auto reader = kept ? Reader::open(options) : open_and_keep(options, *cache, ready);
  if (reader || reader.error().kind == ErrorKind::missing) return reader;
  options.cache.clear();
  auto again = Reader::open(options);
  if (again && kept) fs::remove_all(ready, error);  // it was the cache's fault
  return again;
}

Result<std::string> model_version(const fs::path& models) {
  constexpr std::size_t limit = std::size_t{1} << 20;
  const fs::path file = models / "reader.json";
  const auto text = read_file(file, limit);
  if (!text) return text.error();
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object()) return Error{ErrorKind::input, "not a JSON object", file.string()};
  const auto version = json.find("version");
  return version != json.end() && version->is_string() ? version->get<std::string>() : "m0";
}

}  // namespace laut::cli
