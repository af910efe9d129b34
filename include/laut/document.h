// Document: an article as Laut keeps it, the first type of the way.
//
//     bytes -ingest-> Document -read-> Claims -record-> Ledger ...
//
// `text` is what the article says, exactly as it came (after conversion to UTF-8); every later span points into it, in bytes.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"

namespace laut {

/// Where the publication day was read. The order is that of trust.
enum class PublishedBasis { none, given, front_matter, feed, dateline, time_element, opengraph, json_ld };

struct Document {
  std::string id;      // external id, as given; empty when none
  std::string sha256;  // of the text, hexadecimal
  std::string text;    // UTF-8
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::string language = "other";  // de, en, fr, uk, ru, pl, es (a folder of data/), or "other"
  std::optional<Day> published;
  PublishedBasis published_basis = PublishedBasis::none;
  std::string source;  // path or address that it was read from, "-" for standard input
};

}  // namespace laut
