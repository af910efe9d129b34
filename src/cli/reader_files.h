// Reader files: opens the reader, with its compiled networks kept in the user's cache folder.
//
//     CACHE/laut/networks-3f9c0a11d2e47b58/*.blob        one folder for each state of models/, complete or not there
//
// Compiling takes a quarter of a second that the cache saves. A folder is filled under another name and then renamed, so that programs
// that start at once, or are killed, never see half of one. Whatever is wrong with the cache, the reader opens without it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "laut/reader.h"

namespace laut::cli {

/// $XDG_CACHE_HOME/laut, else $HOME/.cache/laut; nothing without both (relative paths do not count). It may not be there yet.
std::optional<std::filesystem::path> cache_folder();

/// The folder of CACHE for the networks in `models`.
std::filesystem::path networks_folder(const std::filesystem::path& cache, const std::filesystem::path& models);

/// `threads` 0: one a processor core.
Result<Reader> open_reader(int threads);

/// The version of the model in `models`, without opening it.
Result<std::string> model_version(const std::filesystem::path& models);

}  // namespace laut::cli
