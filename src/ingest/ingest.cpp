#include "ingest/ingest.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "ingest/article.h"
#include "ingest/charset.h"
#include "ingest/json.h"
#include "ingest/markdown.h"
#include "ingest/sniff.h"
#include "ingest/stream.h"
#include "ingest/walk.h"

namespace laut::ingest {
namespace {

using Each = std::function<bool(Item)>;

bool is_readme(const std::string& path) {
  std::string stem = std::filesystem::path(path).stem().string();
  std::transform(stem.begin(), stem.end(), stem.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return stem == "readme";
}

// One input's way to its documents. Every step returns false when the caller wants no more.
class Intake {
 public:
  Intake(std::string source, bool in_folder, const Options& options, const Each& each)
      : source_(std::move(source)), in_folder_(in_folder), options_(options), each_(each) {}

  bool read(Stream stream) {
    if (has_wide_mark(stream.peek(kHead))) {
      auto text = whole(stream);
      if (!text) return each_(text.error());
      stream = Stream::of(*std::move(text), source_);
    }
    std::string_view head = stream.peek(kHead);
    if (head.empty()) return refuse("empty");
    if (const auto what = foreign(head)) return refuse(*what + "; only text is read", ErrorKind::unsupported);
    if (const auto zero = head.find('\0'); zero != std::string_view::npos) return refuse(zero_byte(zero));
    if (head.starts_with(kMark)) head.remove_prefix(kMark.size());
    const Form form = form_of(source_, head);
    if (in_folder_ && is_readme(source_) && (form == Form::text || (form == Form::markdown && !opens_front_matter(head)))) return true;
    switch (form) {
      case Form::text:
        return text(stream);
      case Form::markdown:
        return markdown(stream);
      case Form::json:
        return json(stream);
      case Form::json_lines:
        return json_lines(stream);
      case Form::html:
        break;
    }
    return refuse("HTML or XML; only plain text, Markdown and JSON are read", ErrorKind::unsupported);
  }

 private:
  bool refuse(std::string message, ErrorKind kind = ErrorKind::input) { return each_(Error{kind, std::move(message), source_}); }

  // All that is left, as UTF-8.
  Result<std::string> whole(Stream& stream) {
    auto bytes = stream.rest(options_.limit);
    return bytes ? to_utf8(*std::move(bytes), source_) : std::move(bytes);
  }

  bool text(Stream& stream) {
    auto content = whole(stream);
    if (!content) return each_(content.error());
    Article article;
    article.text = *std::move(content);
    return each_(finish(std::move(article), source_, PublishedBasis::given, options_));
  }

  bool markdown(Stream& stream) {
    auto content = whole(stream);
    if (!content) return each_(content.error());
    auto article = parse_markdown(*std::move(content), source_);
    if (!article) return each_(article.error());
    return each_(finish(*std::move(article), source_, PublishedBasis::front_matter, options_));
  }

  // One value of any number of lines, or a value a line.
  bool json(Stream& stream) {
    skip_mark(stream);
    const std::size_t first = stream.peek_line(options_.limit).size();
    const bool more = stream.peek(first + 2).size() > first + 1;
    if (more && is_one_json_value(stream.peek(first))) return json_lines(stream);
    const auto value = stream.rest(options_.limit);
    if (!value) return each_(value.error());
    return value->empty() ? refuse("empty") : json_value(*value, source_);
  }

  bool json_lines(Stream& stream) {
    skip_mark(stream);
    auto line = stream.line(options_.limit);
    bool any = false;
    for (std::size_t number = 1; line; ++number, line = stream.line(options_.limit)) {
      const std::string place = source_ + ':' + std::to_string(number);
      if (*line && (*line)->find_first_not_of(" \t\r") == std::string::npos) continue;
      any = true;
      if (!(*line ? json_value(**line, place) : each_(Error{line->error().kind, line->error().message, place}))) return false;
    }
    return any || refuse("empty");
  }

  bool json_value(std::string_view value, const std::string& place) {
    JsonArticles found = parse_json(value);
    if (found.articles.empty() && !found.error) return each_(Error{ErrorKind::input, "an empty array", place});
    for (std::size_t i = 0; i < found.articles.size(); ++i) {
      Article& article = found.articles[i];
      const bool is_annotation = article.has_claims && !article.text && !article.problem;
      if (in_folder_ && is_annotation && place == source_) continue;
      const std::string where = found.is_array ? place + '[' + std::to_string(i) + ']' : place;
      if (!each_(finish(std::move(article), where, PublishedBasis::given, options_))) return false;
    }
    return !found.error || each_(Error{found.error->kind, found.error->message, place});
  }

  static void skip_mark(Stream& stream) {
    if (stream.peek(kMark.size()) == kMark) stream.skip(kMark.size());
  }

  std::string source_;
  bool in_folder_;
  const Options& options_;
  const Each& each_;
};

// Reads one file; `each` gets its documents or why there are none.
bool read_file(const Found& found, const Options& options, const Each& each) {
  if (found.error) return each(*found.error);
  auto stream = Stream::open(found.path);
  if (!stream) return each(stream.error());
  return Intake(found.path, found.in_folder, options, each).read(*std::move(stream));
}

constexpr std::size_t kCountedBytes = std::size_t{1} << 30;  // of JSON Lines; more would take seconds

}  // namespace

void documents(const std::vector<std::string>& inputs, const Options& options, const Each& each) {
  for (const std::string& input : inputs) {
    bool any = false;
    const Each noticing = [&](Item item) {
      any = true;
      return each(std::move(item));
    };
    if (!walk(input, [&](const Found& found) { return read_file(found, options, noticing); })) return;
    if (!any && !each(Error{ErrorKind::input, "holds no articles", input})) return;
  }
}

std::optional<std::size_t> count(const std::vector<std::string>& inputs) {
  std::size_t items = 0;
  std::size_t bytes = 0;
  const auto add = [&](const Found& found) {
    std::error_code failure;
    if (found.path == "-" || std::filesystem::is_fifo(found.path, failure)) return false;
    if (form_of_name(found.path) != Form::json_lines) return ++items > 0;
    const auto size = std::filesystem::file_size(found.path, failure);
    bytes += failure ? 0 : size;
    if (bytes > kCountedBytes) return false;
    auto stream = Stream::open(found.path);
    if (!stream) return ++items > 0;
    while (stream->line(0)) ++items;
    return true;
  };
  if (!std::all_of(inputs.begin(), inputs.end(), [&](const std::string& input) { return walk(input, add); })) return std::nullopt;
  return items;
}

std::vector<Item> from_bytes(std::string bytes, const std::string& source, const Options& options) {
  std::vector<Item> items;
  const Each keep = [&](Item item) {
    items.push_back(std::move(item));
    return true;
  };
  Intake(source, false, options, keep).read(Stream::of(std::move(bytes), source));
  return items;
}

}  // namespace laut::ingest
