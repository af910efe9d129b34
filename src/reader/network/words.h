// Words of a text, as the network counts them.
//
// The network was trained on the words of this expression, as Python's `re` reads it:
//
//     \d+(?:[.,:]\d+)*|\w+(?:[-'\u2019/]\w+)*|[^\w\s]
//
// with \d = Nd, \w = L*, N* and "_", \s = White_Space and U+001C..U+001F. So a combining mark or a soft hyphen is a word of its own,
// and "10.000" is one word:
//
//     split_words("Rund 10.000, sagt er.")  ->  "Rund" "10.000" "," "sagt" "er" "."
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace laut::network {

std::vector<Span> split_words(std::string_view text);

}  // namespace laut::network
