#include "laut/claim.h"

#include "base/hash.h"
#include "laut/names.h"

namespace laut {

std::string claim_id(std::string_view text_sha256, Event event, std::size_t anchor_start, std::size_t anchor_end) {
  std::string key(text_sha256);
  key += '\n';
  key += name_of(event);
  key += '\n' + std::to_string(anchor_start) + '\n' + std::to_string(anchor_end) + '\n';
  return sha256_hex(key).substr(0, 16);
}

}  // namespace laut
