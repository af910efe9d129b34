#include "base/utf8.h"

#include <algorithm>
#include <cassert>

namespace laut {
namespace {

constexpr std::size_t kBlock = 64;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Length of the valid sequence at `at`, or 0 (Unicode 15, table 3-7).
std::size_t valid_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned a = byte(0);
  const unsigned b = byte(1);
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (a < 0x80) return 1;
  if (a >= 0xC2 && a <= 0xDF) return tail(1) ? 2 : 0;
  if (a >= 0xE0 && a <= 0xEF) {
    const bool second = a == 0xE0 ? b >= 0xA0 && b <= 0xBF : a == 0xED ? b >= 0x80 && b <= 0x9F : tail(1);
    return second && tail(2) ? 3 : 0;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    const bool second = a == 0xF0 ? b >= 0x90 && b <= 0xBF : a == 0xF4 ? b >= 0x80 && b <= 0x8F : tail(1);
    return second && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = valid_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

Decoded decode_utf8(std::string_view text, std::size_t at) {
  assert(at < text.size());
  const auto a = static_cast<unsigned char>(text[at]);
  const std::uint32_t length = a < 0x80 ? 1 : a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
  char32_t point = length == 1 ? a : a & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length && at + i < text.size(); ++i)
    point = (point << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return {point, static_cast<std::uint32_t>(std::min<std::size_t>(length, text.size() - at))};
}

std::size_t previous_utf8(std::string_view text, std::size_t at) {
  assert(at > 0);
  do --at;
  while (at > 0 && continues(text[at]));
  return at;
}

void append_utf8(std::string& out, char32_t point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    put(0xE0U | (point >> 12U));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | (point >> 18U));
    put(0x80U | ((point >> 12U) & 0x3FU));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / kBlock + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) blocks_.push_back(static_cast<std::uint32_t>(count_));
    if (!continues(text[i])) ++count_;
  }
  if (text.size() % kBlock == 0) blocks_.push_back(static_cast<std::uint32_t>(count_));
}

std::size_t CodePoints::at(std::size_t byte) const {
  assert(byte <= text_.size());
  const std::size_t block = byte / kBlock;
  std::size_t points = blocks_[block];
  for (std::size_t i = block * kBlock; i < byte; ++i)
    if (!continues(text_[i])) ++points;
  return points;
}

std::optional<std::size_t> CodePoints::byte_of(std::size_t point) const {
  if (point > count_) return std::nullopt;
  if (point == count_) return text_.size();
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), static_cast<std::uint32_t>(point));
  std::size_t at = static_cast<std::size_t>(after - blocks_.begin() - 1) * kBlock;
  std::size_t points = blocks_[at / kBlock];
  while (at < text_.size()) {
    if (!continues(text_[at])) {
      if (points == point) return at;
      ++points;
    }
    ++at;
  }
  return text_.size();
}

}  // namespace laut
