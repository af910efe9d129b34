#include "ingest/markdown.h"

#include <optional>
#include <utility>

namespace laut::ingest {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Takes a line off the front of `text`, without its LF.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

bool is_fence(std::string_view line) { return line.starts_with("---") && trim(line) == "---"; }

Error broken(std::string message) { return {ErrorKind::input, "front matter: " + std::move(message), ""}; }

// The value in quotes that `text` is.
Result<std::string> unquote(std::string_view text) {
  const char quote = text.front();
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (quote == '"' && text[i] == '\\') {
      if (next != '"' && next != '\\' && next != 'n' && next != 't') return broken(R"(in quotes only \", \\, \n and \t are known)");
      value += next == 'n' ? '\n' : next == 't' ? '\t' : next;
      ++i;
    } else if (text[i] != quote) {
      value += text[i];
    } else if (quote == '\'' && next == '\'') {
      value += '\'';
      ++i;
    } else if (i + 1 < text.size()) {
      return broken("something follows the closing quote");
    } else {
      return value;
    }
  }
  return broken("the closing quote is missing");
}

class FrontMatter {
 public:
  // Reads the line; `article` gets its field.
  Result<Done> read(std::string_view line, Article& article) {
    if (trim(line).empty() || trim(line).front() == '#') return Done{};
    if (line.front() == ' ' || line.front() == '\t' || line.front() == '-')
      return known_ ? Result<Done>(broken("a value of more than one line")) : Result<Done>(Done{});
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return broken("not a line \"key: value\": " + quoted(trim(line)));
    const std::string_view key = trim(line.substr(0, colon));
    std::optional<std::string>* field = key == "text" || key == "sha256" || key == "published_basis" ? nullptr : field_of(article, key);
    known_ = field != nullptr;
    if (!known_) return Done{};
    if (*field) return broken(std::string(key) + " stands there twice");
    return set(*field, trim(line.substr(colon + 1)));
  }

 private:
  static Result<Done> set(std::optional<std::string>& field, std::string_view value) {
    if (value == "null" || value == "~") value = "";
    if (!value.empty() && std::string_view("|>[{&*!").find(value.front()) != std::string_view::npos)
      return broken("a list, block or object; a text is put in quotes: " + quoted(value));
    if (!value.starts_with('"') && !value.starts_with('\'')) {
      field = value;
      return Done{};
    }
    auto content = unquote(value);
    if (!content) return content.error();
    field = *std::move(content);
    return Done{};
  }

  bool known_ = true;  // the key before is one of ours, so that no block may follow
};

}  // namespace

bool opens_front_matter(std::string_view text) { return is_fence(take_line(text)); }

Result<Article> parse_markdown(std::string text, const std::string& source) {
  Article article;
  if (!opens_front_matter(text)) {
    article.text = std::move(text);
    return article;
  }
  std::string_view rest = text;
  take_line(rest);
  FrontMatter front_matter;
  for (int number = 2;; ++number) {
    if (rest.empty()) return Error{ErrorKind::input, "front matter: the closing line --- is missing", source + ":1"};
    const std::string_view line = take_line(rest);
    if (is_fence(line)) break;
    if (const auto done = front_matter.read(line, article); !done)
      return Error{ErrorKind::input, done.error().message, source + ":" + std::to_string(number)};
  }
  while (!rest.empty()) {
    std::string_view after = rest;
    if (!trim(take_line(after)).empty()) break;
    rest = after;
  }
  text.erase(0, text.size() - rest.size());
  article.text = std::move(text);
  return article;
}

}  // namespace laut::ingest
