// JSON articles: an object is an article, or a document with the claims that a reader found in it.
//
//     {"text": "At least 30 soldiers ...", "title": ..., "url": ..., "outlet": ..., "byline": ..., "language": ..., "published": ..., "id":
//     ...}
//     {"document": {"text": ..., "sha256": ..., ...}, "claims": [ ... ]}          (what `laut read --json` writes; claims are passed over)
//
// `text` is used exactly. null says nothing; `id` may be a whole number; any other field that is not a string is an error, fields of
// other names are passed over. An array of objects is many articles. The JSON is walked, never built, so that depth (64 at most)
// and size cost nothing. One that breaks off gives the articles before the break and then the error.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/article.h"

namespace laut::ingest {

struct JsonArticles {
  std::vector<Article> articles;
  bool is_array = false;
  std::optional<Error> error;  // why the walk broke off
};

/// Reads one JSON value.
JsonArticles parse_json(std::string_view json);

/// Whether these are the bytes of exactly one JSON value.
bool is_one_json_value(std::string_view json);

}  // namespace laut::ingest
