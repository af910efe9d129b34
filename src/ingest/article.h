// Article: what an input holds before it is a Document: the text and what is said about it, all as the words found there.
//
//     Article article;
//     *field_of(article, "published") = "2024-12-17";
//     finish(article, "a.md", PublishedBasis::front_matter, options)      // a Document, or "a.md: published: not a day ..."
//
// Every format fills an Article; finish() alone decides what a day, a language and an acceptable text are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"
#include "laut/document.h"

namespace laut::ingest {

struct Article {
  std::optional<std::string> id;
  std::optional<std::string> sha256;
  std::optional<std::string> text;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> language;
  std::optional<std::string> published;
  std::optional<std::string> published_basis;
  bool has_claims = false;             // it came with claims, which this step passes over
  std::optional<std::string> problem;  // why it cannot be read
};

/// The field of that name ("text", "title" ...), or nullptr.
std::optional<std::string>* field_of(Article& article, std::string_view name);

/// Checks the text and the fields. Errors: input (what is missing or wrong), usage (a language of the options that is none).
Item finish(Article article, const std::string& source, PublishedBasis basis, const Options& options);

/// A value for a message: in quotes, its first 40 code points.
std::string quoted(std::string_view value);

}  // namespace laut::ingest
