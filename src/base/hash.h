// SHA-256 (OpenSSL), as lower-case hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace laut {

std::string sha256_hex(std::string_view bytes);

}  // namespace laut
