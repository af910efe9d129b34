// Markdown with front matter: what is known about an article stands between two lines "---" before its text.
//
//     front-matter = fence *( empty / comment / field / block ) fence
//     fence        = "---" *SP LF                       (the first one is the first line)
//     comment      = "#" *char LF
//     field        = key ":" *SP value LF               (title, outlet, url, published, language, byline, id; others are passed over)
//     value        = *char                              (to the end of the line, trimmed; "null" and "~" say nothing)
//                  / "'" *( char / "''" ) "'"
//                  / DQUOTE *( char / "\" DQUOTE / "\\" / "\n" / "\t" ) DQUOTE
//     block        = ( SP / "-" ) *char LF              (of a key that is passed over)
//
// Lines may end in CRLF. The text is what follows, exactly, without the empty lines at its begin. A text that does not begin with
// a fence has no front matter. This is a part of YAML: a list, a block or a second value for one of the seven keys is an error.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/article.h"

namespace laut::ingest {

/// Whether the first line is a fence.
bool opens_front_matter(std::string_view text);

/// Errors: input, with the line ("source:3").
Result<Article> parse_markdown(std::string text, const std::string& source);

}  // namespace laut::ingest
