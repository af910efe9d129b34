#include "base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace laut {
namespace {

bool in(char32_t point, uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(point)) & mask) != 0; }

std::string normalised(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  if (U_FAILURE(status)) {
    text.toUTF8String(out);
    return out;
  }
  const icu::UnicodeString composed = nfc->normalize(text, status);
  (U_FAILURE(status) ? text : composed).toUTF8String(out);
  return out;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

}  // namespace

bool is_letter(char32_t point) { return in(point, U_GC_L_MASK); }
bool is_digit(char32_t point) { return in(point, U_GC_ND_MASK); }
bool is_mark(char32_t point) { return in(point, U_GC_M_MASK); }

bool is_space(char32_t point) {
  return u_isUWhiteSpace(static_cast<UChar32>(point)) || point == 0x2060 || point == 0xFEFF || point == 0x200B;
}

int digit_value(char32_t point) { return is_digit(point) ? static_cast<int>(u_charDigitValue(static_cast<UChar32>(point))) : -1; }

bool is_word_character(char32_t point) { return point == U'_' || in(point, U_GC_L_MASK | U_GC_N_MASK); }

std::string fold(std::string_view text) { return normalised(utf16(text).foldCase()); }

std::string compose(std::string_view text) { return normalised(utf16(text)); }

int terminal_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = decode_utf8(text, at);
    at += length;
    if (in(point, U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) continue;
    const int east = u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_EAST_ASIAN_WIDTH);
    width += east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace laut
