// Ingest: bytes become Documents, the first step of the way.
//
//     laut::ingest::documents({"articles/", "more.jsonl", "-"}, {}, [](laut::ingest::Item item) {
//       if (item) ...(*item) else std::cerr << item.error().text();   // "articles/scan.txt: a PDF; only text is read"
//       return true;                                                // go on
//     });
//
// What is read, by extension, and for other names and standard input by the first bytes:
//
//     .txt .text        the text, exactly as given
//     .md .markdown     front matter (see markdown.h), then the text
//     .jsonl .ndjson    one JSON object a line, streamed (see json.h)
//     .json             one JSON object, an array of objects, or JSON Lines
//
// A folder gives its files with these extensions, below it too, in the order of their names; hidden files, a README without front
// matter and claims without a text (annotations beside an X.txt) are passed over. Bytes that are not UTF-8 are converted (see
// charset.h) or refused with the reason. An input that cannot be read is an Error in its place, and the rest goes on.
//
// Document::source is the path, "-" for standard input; of JSON Lines "path:3", of an array "path[0]".
// Document::language is one of de, en, es, fr, pl, ru, uk, or "other". Limits: HTML, feeds and archives are refused by name.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "laut/document.h"

namespace laut::ingest {

struct Options {
  std::optional<Day> published;               // for documents that do not say
  std::optional<std::string> language;        // the same; "de", "de-DE"; nothing: told from the text
  std::size_t limit = std::size_t{64} << 20;  // bytes of a file, or of a line of JSON Lines
};

/// One document that could be read, or why not.
using Item = Result<Document>;

/// Calls `each` with every document of the inputs (files, folders, "-"), in order and one at a time, until it returns false.
void documents(const std::vector<std::string>& inputs, const Options& options, const std::function<bool(Item)>& each);

/// How many items there will be, for a progress bar: files count one, JSON Lines their lines. An estimate: an array in a .json file
/// holds more, a file that is passed over less. Nothing where it cannot be told cheaply (standard input, pipes, very large files).
std::optional<std::size_t> count(const std::vector<std::string>& inputs);

/// The same for bytes in memory. `source` is a file's name (its extension counts) or "-".
std::vector<Item> from_bytes(std::string bytes, const std::string& source, const Options& options);

}  // namespace laut::ingest
