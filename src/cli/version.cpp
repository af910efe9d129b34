#include "cli/version.h"

#include "base/file.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/reader_files.h"
#include "cli/run.h"

namespace laut::cli {

std::string program_version() { return LAUT_VERSION; }

std::string build_text() {
  std::string text = LAUT_BUILD;
#if defined(__clang__)
  text += ", clang " __clang_version__;
#elif defined(__GNUC__)
  text += ", g++ " __VERSION__;
#endif
#if defined(__SANITIZE_ADDRESS__)
  text += ", address sanitizer";
#endif
  return text;
}

int run_version(const Call&) {
  std::string model = "none";
  if (const auto home = resource_folder())
    if (const auto version = model_version(*home / "models")) model = *version;
  return print("laut " + program_version() + "\nreader model " + model + "\nbuild " + build_text() + "\n");
}

}  // namespace laut::cli
