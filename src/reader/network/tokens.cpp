#include "reader/network/tokens.h"

#include <sentencepiece_processor.h>

#include <algorithm>

#include "base/utf8.h"

namespace laut::network {
namespace {

constexpr std::size_t kStretch = std::size_t{32} << 10;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::size_t floor_to_code_point(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

// Where the stretch that begins at `from` ends: before white space, so that the next one begins with it.
std::size_t end_of_stretch(std::string_view text, std::size_t from) {
  if (text.size() - from <= kStretch) return text.size();
  const std::size_t latest = floor_to_code_point(text, from + kStretch);
  for (std::size_t at = latest; at > from + kStretch / 2; --at)
    if (is_blank(text[at])) return at;
  return latest;  // one word longer than half a stretch: cut inside it
}

}  // namespace

Result<Tokenizer> Tokenizer::load(const std::filesystem::path& model) {
  auto processor = std::make_shared<sentencepiece::SentencePieceProcessor>();
  const auto status = processor->Load(model.string());
  if (!status.ok()) return Error{ErrorKind::missing, status.ToString(), model.string()};
  Tokenizer tokenizer;
  tokenizer.processor_ = std::move(processor);
  return tokenizer;
}

Result<std::vector<Piece>> Tokenizer::pieces(std::string_view text) const {
  std::vector<Piece> all;
  all.reserve(text.size() / 3);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = end_of_stretch(text, from);
    sentencepiece::ImmutableSentencePieceText encoded;
    const auto status = processor_->Encode({text.data() + from, to - from}, encoded.mutable_proto());
    if (!status.ok()) return Error{ErrorKind::input, status.ToString(), ""};
    for (const auto& piece : encoded.pieces()) {
      const auto begin = floor_to_code_point(text, from + piece.begin());
      const auto end = floor_to_code_point(text, from + piece.end());
      all.push_back({static_cast<std::int32_t>(piece.id()), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    }
    from = to;
  }
  return all;
}

}  // namespace laut::network
