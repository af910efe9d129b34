// Subwords: SentencePiece's pieces of a text, with the bytes that each stands for.
//
// A piece's span takes in the white space before it: the piece of "Soldaten" covers " Soldaten". Text is cut at white space into
// stretches of about 32 KB before it is encoded: no piece crosses white space, so the pieces are those of the whole text, in bounded
// memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace laut::network {

struct Piece {
  std::int32_t id;
  Span span;  // begins and ends at code points
};

class Tokenizer {
 public:
  static Result<Tokenizer> load(const std::filesystem::path& model);

  /// Thread-safe.
  [[nodiscard]] Result<std::vector<Piece>> pieces(std::string_view text) const;

 private:
  std::shared_ptr<const sentencepiece::SentencePieceProcessor> processor_;
};

}  // namespace laut::network
