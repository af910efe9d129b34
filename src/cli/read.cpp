// laut read: articles through the reader to standard output, many at a time, in order.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <thread>

#include "base/progress.h"
#include "cli/exit.h"
#include "cli/glyphs.h"
#include "cli/ordered.h"
#include "cli/output.h"
#include "cli/page.h"
#include "cli/reader_files.h"
#include "cli/rows.h"
#include "cli/run.h"
#include "cli/wording.h"
#include "export/jsonl.h"
#include "ingest/ingest.h"

namespace laut::cli {
namespace {

enum class Format { page, table, json };

struct Settings {
  std::vector<std::string> inputs;
  ingest::Options ingest;
  Format format = Format::page;
  bool text = true;
  int threads = 0;
  Look look;
};

// What one input came to.
struct Outcome {
  std::string output;
  std::string complaint;  // for standard error; empty when all went well
  bool failed = false;
  bool without_day = false;
};

bool looks_like_language(std::string_view tag) {
  if (tag == "other") return true;
  const std::string_view main = tag.substr(0, tag.find_first_of("-_"));
  const bool letters = std::all_of(main.begin(), main.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letters && (main.size() == 2 || main.size() == 3);
}

Result<Settings> settings_of(const Call& call) {
  const auto wrong = [](const std::string& message) { return Error{ErrorKind::usage, message, "laut read"}; };
  Settings settings;
  settings.inputs = call.operands;
  if (const auto day = call.value("--published")) {
    settings.ingest.published = parse_iso(*day);
    if (!settings.ingest.published) return wrong("--published takes a day as 2024-12-18, not \"" + *day + "\"");
  }
  settings.ingest.language = call.value("--language");
  if (settings.ingest.language && !looks_like_language(*settings.ingest.language))
    return wrong("--language takes a code as de, not \"" + *settings.ingest.language + "\"");
  if (call.has("--json") && call.has("--table")) return wrong("--json and --table exclude each other");
  settings.format = call.has("--json") ? Format::json : call.has("--table") ? Format::table : Format::page;
  settings.text = !call.has("--no-text");
  const auto threads = call.number("--threads", 1, 256);
  if (!threads) return threads.error();
  settings.threads = threads->value_or(0);
  const auto width = call.number("--width", kNarrowest, 1000);
  if (!width) return width.error();
  const std::string color = call.value("--color").value_or("auto");
  const Color when = color == "always" ? Color::always : color == "never" ? Color::never : Color::automatic;
  settings.look = look_of(STDOUT_FILENO, when, *width);
  if (settings.format == Format::table && !*width) settings.look.width = terminal_columns(STDOUT_FILENO).value_or(kWidest);
  return settings;
}

// C1 controls, which some terminals obey, as escapes of JSON. They can stand only inside its strings.
std::string without_c1(std::string json) {
  for (std::size_t at = json.find('\xC2'); at != std::string::npos && at + 1 < json.size(); at = json.find('\xC2', at + 1)) {
    const auto second = static_cast<unsigned char>(json[at + 1]);
    if (second >= 0xA0) continue;
    constexpr std::string_view digits = "0123456789abcdef";
    json.replace(at, 2, std::string("\\u00") + digits[second >> 4] + digits[second & 15]);
  }
  return json;
}

class Articles {
 public:
  Articles(const Reader& reader, const Settings& settings) : reader_(reader), settings_(settings), version_(reader.version()) {}

  [[nodiscard]] Outcome outcome(const ingest::Item& item) const {
    try {
      return read(item);
    } catch (const std::exception& error) {  // memory that ran out fails one article, not the run
      return failure({ErrorKind::system, error.what(), item ? item->source : item.error().where});
    }
  }

 private:
  [[nodiscard]] Outcome read(const ingest::Item& item) const {
    if (!item) return failure(item.error());
    const auto reading = reader_.read(*item);
    if (!reading) return failure(reading.error());
    Outcome outcome{
        .output = written(*item, *reading), .complaint = {}, .failed = false, .without_day = reading->language_known && !item->published};
    if (!reading->language_known) outcome.complaint = item->source + ": " + unknown(item->language) + "; it is written without claims";
    return outcome;
  }

  static Outcome failure(const Error& error) { return {.output = {}, .complaint = error.text(), .failed = true, .without_day = false}; }

  static std::string unknown(const std::string& language) {
    if (language == "other") return "in no language that the reader knows";
    return "the reader does not know the language \"" + language + "\"";
  }

  [[nodiscard]] std::string written(const Document& document, const Reading& reading) const {
    switch (settings_.format) {
      case Format::page:
        return article_page(document, reading, {settings_.look, settings_.text});
      case Format::table:
        return claim_rows(document, reading, settings_.look);
      case Format::json:
        break;
    }
    const exporting::JsonOptions options{.text = settings_.text, .reader_name = "laut", .reader_version = version_};
    return without_c1(exporting::json_line(document, reading.claims, options)) + "\n";
  }

  const Reader& reader_;
  const Settings& settings_;
  std::string version_;
};

// Takes the outcomes in order, writes them, and keeps count.
class Desk {
 public:
  explicit Desk(const Settings& settings) : settings_(settings), progress_(STDERR_FILENO, style_of(settings)) {}

  void idle() { progress_.tick(); }

  Result<Done> begin() { return settings_.format == Format::table ? write_output(header_row(settings_.look)) : Result<Done>(Done{}); }

  Result<Done> take(const Outcome& outcome) {
    progress_.advance();
    if (!outcome.output.empty() || !outcome.complaint.empty()) progress_.hide();
    if (!outcome.complaint.empty()) complain(outcome.complaint);
    ++(outcome.failed ? failed_ : read_);
    if (outcome.without_day && !outcome.failed) ++without_day_;
    const bool apart = settings_.format == Format::page && read_ > 1 && !outcome.failed;
    const auto written = write_output((apart ? "\n\n" : "") + outcome.output);
    progress_.tick();
    return written;
  }

  /// The closing notes; the exit code.
  int end() {
    progress_.hide();
    if (settings_.format != Format::page && without_day_ > 0)
      complain(many(without_day_, "article has", "articles have") +
               " no publication day: relative dates stay unresolved there; give --published DATE");
    if (failed_ > 0 && failed_ + read_ > 1)
      complain(std::to_string(failed_) + " of " + many(failed_ + read_, "input", "inputs") + " failed");
    if (failed_ > 0) return kSomeFailed;
    if (read_ > 0) return kOk;
    complain("nothing to read there: no .txt, .md, .json or .jsonl file");
    return kNothing;
  }

 private:
  static ProgressStyle style_of(const Settings& settings) {
    ProgressStyle style{.noun = "articles",
                        .total = {},
                        .done = std::string(glyph::bar_done),
                        .left = std::string(glyph::bar_left),
                        .cut = std::string(glyph::ellipsis)};
    if (::isatty(STDERR_FILENO) == 1) style.total = ingest::count(settings.inputs);
    return style;
  }

  const Settings& settings_;
  Progress progress_;
  std::size_t read_ = 0;
  std::size_t failed_ = 0;
  std::size_t without_day_ = 0;
};

int read_all(const Reader& reader, const Settings& settings) {
  const Articles articles(reader, settings);
  Desk desk(settings);
  if (const auto begun = desk.begin(); !begun) return complain(begun.error().text()), kUnusable;
  const auto window = 4 * static_cast<std::size_t>(reader.threads());
  OrderedPool<ingest::Item, Outcome> pool(reader.threads(), window, [&](const ingest::Item& item) { return articles.outcome(item); });
  std::thread feeder([&] {
    ingest::documents(settings.inputs, settings.ingest, [&](ingest::Item item) { return pool.add(std::move(item)); });
    pool.close();
  });
  std::optional<Error> broken;
  while (!broken) {
    const auto outcome = pool.next([&] { desk.idle(); });
    if (!outcome) break;
    if (const auto written = desk.take(*outcome); !written) broken = written.error();
  }
  if (broken) {
    complain(broken->text());
    std::_Exit(kUnusable);  // the feeder may wait for input that never comes
  }
  feeder.join();
  return desk.end();
}

}  // namespace

int run_read(const Call& call) {
  const auto settings = settings_of(call);
  if (!settings) return complain_of_usage(settings.error(), usage_of(*call.command));
  const auto reader = open_reader(settings->threads);
  if (!reader) {
    complain(reader.error().text());
    complain("articles cannot be read; laut doctor says what is missing");
    return kUnusable;
  }
  return read_all(*reader, *settings);
}

}  // namespace laut::cli
