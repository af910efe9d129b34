// laut doctor: looks at what reading needs and says how to mend what is missing.
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include "base/file.h"
#include "base/hash.h"
#include "base/table.h"
#include "cli/exit.h"
#include "cli/glyphs.h"
#include "cli/output.h"
#include "cli/reader_files.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "cli/wording.h"
#include "ingest/ingest.h"

namespace laut::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kModelFiles{"reader.json", "tokenizer.model", "encoder.xml",
                                                      "encoder.bin", "pointer.xml",     "pointer.bin"};

struct Finding {
  bool good = true;
  std::string subject;
  std::vector<std::string> lines;
  std::string mend;  // what to do about it; for good ones empty
};

std::string size_text(std::uintmax_t bytes) {
  if (bytes < (1 << 20)) return fmt::format("{} KB", (bytes + 1023) / 1024);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1 << 20));
}

Finding program() {
  std::error_code error;
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return {true, "program", {"laut " + program_version() + ", " + build_text(), path.string()}, ""};
}

Finding data(const fs::path& home) {
  Finding finding{true, "data", {(home / "data").string()}, ""};
  std::set<std::string> folders{"shared"};
  for (const std::string& language : languages_in(home / "data")) folders.insert(language);
  std::map<std::string, std::size_t> tables;
  std::size_t most = 0;
  for (const std::string& folder : folders) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(home / "data" / folder, error)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".tsv") && !name.ends_with(".examples.tsv")) ++tables[folder];
    }
    if (folder != "shared") most = std::max(most, tables[folder]);
  }
  std::string line;
  for (const std::string& folder : folders) {
    line += fmt::format("{}{} {}", line.empty() ? "" : fmt::format(" {} ", glyph::dot), folder, tables[folder]);
    const bool fewer = folder != "shared" && tables[folder] < most;
    if (fewer) line += fmt::format(" of {}", most);
  }
  finding.lines.push_back("tables: " + line);
  if (folders.size() == 1) {
    finding.good = false;
    finding.mend = "put the folders of the languages (de, en, ...) into " + (home / "data").string();
  }
  return finding;
}

Finding model(const fs::path& home) {
  const fs::path models = home / "models";
  const auto version = model_version(models);
  Finding finding{true, "model", {models.string()}, ""};
  if (version) finding.lines.front() = *version + ", " + finding.lines.front();
  std::string sizes;
  std::string missing;
  for (const std::string_view name : kModelFiles) {
    std::error_code error;
    const auto size = fs::file_size(models / name, error);
    std::string& list = error ? missing : sizes;
    list += fmt::format("{}{}{}", list.empty() ? "" : ", ", name, error ? "" : fmt::format(" {}", size_text(size)));
  }
  if (!sizes.empty()) finding.lines.push_back(sizes);
  if (!missing.empty() || !version) {
    finding.good = false;
    finding.lines.push_back(missing.empty() ? version.error().text() : "missing: " + missing);
    finding.mend =
        "put the files of the reader's model into " + models.string() + ", or set LAUT_HOME to a folder that holds data/ and models/";
  }
  return finding;
}

std::uintmax_t bytes_below(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (entry.is_regular_file(error)) bytes += entry.file_size(error);
  return bytes;
}

// Never bad: without a cache, starting takes a little longer.
Finding cache(const fs::path& home) {
  const auto folder = cache_folder();
  if (!folder) return {true, "cache", {"none: neither XDG_CACHE_HOME nor HOME names a folder"}, ""};
  std::error_code error;
  Finding finding{true, "cache", {folder->string()}, ""};
  if (fs::is_directory(networks_folder(*folder, home / "models"), error))
    finding.lines.push_back("compiled networks are kept, " + size_text(bytes_below(*folder)));
  else
    finding.lines.emplace_back(::access(folder->c_str(), W_OK) == 0 ? "empty so far"
                                                                    : "not writable: networks are compiled at every start");
  return finding;
}

Finding processor() {
  std::string features;
#if defined(__x86_64__)
  const auto add = [&features](bool has, std::string_view name) {
    if (has) features.append(features.empty() ? "" : ", ").append(name);
  };
  __builtin_cpu_init();
  add(__builtin_cpu_supports("sse4.2"), "SSE 4.2");
  add(__builtin_cpu_supports("avx2"), "AVX2");
  add(__builtin_cpu_supports("fma"), "FMA");
  add(__builtin_cpu_supports("avx512f"), "AVX-512");
  add(__builtin_cpu_supports("avx512vnni"), "VNNI");
#endif
  const std::string cores = many(std::thread::hardware_concurrency(), "core", "cores");
  return {true, "processor", {features.empty() ? cores : cores + ", " + features}, ""};
}

// The network's libraries are among the files that the program has mapped.
std::set<std::string> network_libraries() {
  std::set<std::string> libraries;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    const std::size_t path = line.find('/');
    if (path != std::string::npos && line.find("/libopenvino", path) != std::string::npos) libraries.insert(line.substr(path));
  }
  return libraries;
}

std::vector<std::string> library_lines() {
  std::vector<std::string> lines;
  const std::set<std::string> libraries = network_libraries();
  for (const std::string& library : libraries) lines.push_back(fs::path(library).filename().string());
  if (lines.empty()) return {"OpenVINO is not loaded"};
  return {fmt::format("{} in {}", fmt::join(lines, ", "), fs::path(*libraries.begin()).parent_path().string())};
}

// An article to try the reader on: one of the examples where they lie beside the program, else a line without words.
Document trial(const fs::path& home) {
  Document document;
  for (const fs::path& folder : {home, home.parent_path()}) {
    const fs::path examples = folder / "examples";
    std::error_code error;
    if (!fs::is_directory(examples, error)) continue;
    ingest::documents({examples.string()}, {}, [&](const ingest::Item& item) {
      if (item && item->language != "other") document = *item;
      return document.text.empty();
    });
    if (!document.text.empty()) return document;
  }
  const auto languages = languages_in(home / "data");
  document.text = "30.\n";
  document.sha256 = sha256_hex(document.text);
  document.language = languages.empty() ? "other" : languages.front();
  return document;
}

Finding reading(const fs::path& home) {
  using Clock = std::chrono::steady_clock;
  const auto milliseconds = [](Clock::duration time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time).count(); };
  Finding finding{true, "reading", {}, ""};
  const auto start = Clock::now();
  const auto reader = open_reader(0);
  const auto opened = Clock::now();
  finding.lines = library_lines();
  const auto failed = [&](const Error& error) {
    finding.good = false;
    finding.lines.push_back(error.text());
    finding.mend = "install laut again with its libraries and models; for a table of data/, mend the line that is named";
    return finding;
  };
  if (!reader) return failed(reader.error());
  const Document document = trial(home);
  const auto before = Clock::now();
  const auto result = reader->read(document);
  const auto after = Clock::now();
  if (!result) return failed(result.error());
  finding.lines.push_back(fmt::format("opened in {} ms; {} read in {} ms: {}", milliseconds(opened - start),
                                      document.source.empty() ? "a line" : document.source, milliseconds(after - before),
                                      many(result->claims.size(), "claim", "claims")));
  return finding;
}

std::vector<Finding> examine() {
  std::vector<Finding> findings{program()};
  const auto home = resource_folder();
  if (!home) {
    findings.push_back({false, "files", {home.error().text()}, "set LAUT_HOME to the folder that holds data/ and models/"});
    return findings;
  }
  for (const auto& look : {data, model, cache}) findings.push_back(look(*home));
  findings.push_back(processor());
  findings.push_back(reading(*home));
  return findings;
}

std::string report(const std::vector<Finding>& findings, const Look& look) {
  constexpr int column = 14;
  std::string out;
  for (const Finding& finding : findings) {
    std::string label = padded(fmt::format("{} {}", finding.good ? glyph::check : glyph::cross, finding.subject), column);
    for (const std::string& text : finding.lines)
      for (const Runs& line : wrap({{clean(text), {}}}, look.width - column)) {
        out += paint({{label, {.bold = !finding.good}}}, look) + paint(line, look) + "\n";
        label = std::string(column, ' ');
      }
  }
  out += "\n";
  bool all_good = true;
  for (const Finding& finding : findings) {
    if (finding.good) continue;
    all_good = false;
    for (const Runs& line : wrap({{"To mend " + finding.subject + ": " + clean(finding.mend), {}}}, look.width))
      out += paint(line, look) + "\n";
  }
  return all_good ? out + "Articles can be read.\n" : out;
}

}  // namespace

int run_doctor(const Call&) {
  const std::vector<Finding> findings = examine();
  const int printed = print(report(findings, look_of(STDOUT_FILENO, Color::automatic, {})));
  const bool all_good = std::all_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.good; });
  return all_good ? printed : kUnusable;
}

}  // namespace laut::cli
