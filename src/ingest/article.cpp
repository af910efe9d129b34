#include "ingest/article.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "ingest/language.h"
#include "laut/names.h"

namespace laut::ingest {
namespace {

bool blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (!is_space(next.point)) return false;
    at += next.length;
  }
  return true;
}

// Front matter and JSON may hold a field without a value; that says nothing.
const std::string* said(const std::optional<std::string>& field) { return field && !blank(*field) ? &*field : nullptr; }

std::optional<std::string> problem_of(const Article& article) {
  if (article.problem) return article.problem;
  if (!article.text) return article.has_claims ? "holds claims but no \"text\"" : "no \"text\"";
  const std::string& text = *article.text;
  if (text.empty()) return "empty";
  if (blank(text)) return "empty: only white space";
  if (const auto zero = text.find('\0'); zero != std::string::npos) return "the text holds a zero byte at byte " + std::to_string(zero);
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) return "the text is larger than 4 GB";
  return std::nullopt;
}

bool same_hexadecimal(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string> set_language(Document& document, const std::string* code) {
  if (code == nullptr) {
    document.language = tell_language(document.text);
    return std::nullopt;
  }
  const auto language = normal_language(*code);
  if (!language) return "language: not a code such as en: " + quoted(*code);
  document.language = *language;
  return std::nullopt;
}

std::optional<std::string> set_published(Document& document, const Article& article, PublishedBasis basis, const Options& options) {
  const std::string* day = said(article.published);
  if (day == nullptr) {
    document.published = options.published;
    document.published_basis = options.published ? PublishedBasis::given : PublishedBasis::none;
    return std::nullopt;
  }
  document.published = parse_iso(*day);
  if (!document.published) return "published: not a day (YYYY-MM-DD): " + quoted(*day);
  const auto named = article.published_basis ? from_name<PublishedBasis>(*article.published_basis) : std::nullopt;
  document.published_basis = named && *named != PublishedBasis::none ? *named : basis;
  return std::nullopt;
}

}  // namespace

std::optional<std::string>* field_of(Article& article, std::string_view name) {
  using Field = std::optional<std::string> Article::*;
  static constexpr std::array<std::pair<std::string_view, Field>, 10> fields{{{"id", &Article::id},
                                                                              {"sha256", &Article::sha256},
                                                                              {"text", &Article::text},
                                                                              {"title", &Article::title},
                                                                              {"url", &Article::url},
                                                                              {"outlet", &Article::outlet},
                                                                              {"byline", &Article::byline},
                                                                              {"language", &Article::language},
                                                                              {"published", &Article::published},
                                                                              {"published_basis", &Article::published_basis}}};
  for (const auto& [key, field] : fields)
    if (key == name) return &(article.*field);
  return nullptr;
}

Item finish(Article article, const std::string& source, PublishedBasis basis, const Options& options) {
  const auto wrong = [&](std::string message, ErrorKind kind = ErrorKind::input) { return Error{kind, std::move(message), source}; };
  if (const auto problem = problem_of(article)) return wrong(*problem);
  Document document;
  document.source = source;
  document.text = std::move(article.text).value_or("");
  document.sha256 = sha256_hex(document.text);
  if (const auto* hash = said(article.sha256); hash != nullptr && !same_hexadecimal(*hash, document.sha256))
    return wrong("sha256: not that of the text, which was altered: " + quoted(*hash));
  const std::string* own = said(article.language);
  if (const auto problem = set_language(document, own != nullptr ? own : said(options.language)))
    return wrong(*problem, own != nullptr ? ErrorKind::input : ErrorKind::usage);
  if (const auto problem = set_published(document, article, basis, options)) return wrong(*problem);
  document.id = std::move(article.id).value_or("");
  for (const auto& [from, to] : {std::pair{&article.title, &document.title},
                                 {&article.url, &document.url},
                                 {&article.outlet, &document.outlet},
                                 {&article.byline, &document.byline}})
    if (said(*from) != nullptr) *to = std::move(*from);
  return document;
}

std::string quoted(std::string_view value) {
  std::size_t end = 0;
  for (int points = 0; end < value.size() && points < 40; ++points) end += decode_utf8(value, end).length;
  return '"' + std::string(value.substr(0, end)) + (end < value.size() ? "...\"" : "\"");
}

}  // namespace laut::ingest
