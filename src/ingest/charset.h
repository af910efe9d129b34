// Charset: bytes become UTF-8 text, or the reason why not.
//
//     to_utf8("\xFF\xFE" "A\0", ...)              // "A": UTF-16 and UTF-32 by their byte order mark, which is dropped, as is UTF-8's
//     to_utf8("Gr\xFC\xDF" "e aus ...", ...)      // a one-byte encoding, told from the letters
//     to_utf8("Gr\xC3\xBC\xC3\x9F" "e \xFF", ...) // "broken UTF-8 at byte 8"
//
// Valid UTF-8 is taken as it is. Else each encoding that the reader's languages were written in is tried: it fits when CLD2 tells the
// result as a language of that encoding, and nearly all of its letters beyond ASCII are that language's own. The best fit is taken;
// where two give different texts and fit equally, uchardet decides between them. Where none fits (Greek, Japanese ...), uchardet's answer
// is taken if CLD2 is sure of the language of the result. What is left is refused: a wrong letter is worse than an unread article.
//
// Limits: UTF-16 without a mark is binary; a short text with one or two odd bytes is mostly refused. Byte offsets count from 0.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laut::ingest {

/// Whether the bytes begin with the mark of UTF-16 or UTF-32.
bool has_wide_mark(std::string_view bytes);

/// The byte order mark of UTF-8.
inline constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// The message for bytes that are no text because of the zero byte at `at`.
std::string zero_byte(std::size_t at);

/// Errors: input ("binary: ...", "broken UTF-8 at byte N", "encoding not told: ..."). The text holds no zero byte.
Result<std::string> to_utf8(std::string bytes, const std::string& where);

}  // namespace laut::ingest
