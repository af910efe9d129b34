// sentence: where the sentence around a place in a text begins and ends.
//
//     sentence_at("Two died. Ten fled, he said.", 12)   ->   "Ten fled, he said."
//
// A sentence ends with ".", "!", "?" or an ellipsis before a space, or with a line break. A point after one letter, or after two with a
// capital or digit ("St.", "25. August"), ends none, so a sentence that closes with a small number runs on into the next: a sentence too
// long rather than one cut in two. No more than 2,000 bytes to each side are looked at.
#pragma once

#include <string_view>

#include "base/span.h"

namespace laut::meaning {

Span sentence_at(std::string_view text, std::uint32_t at);

/// Whether both places stand in one sentence; `first` <= `second`.
bool in_one_sentence(std::string_view text, std::uint32_t first, std::uint32_t second);

}  // namespace laut::meaning
