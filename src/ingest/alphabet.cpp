#include "ingest/alphabet.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace laut::ingest {
namespace {

// Of the code points that `counts` counts, the share in the set; `of_none` where there are none.
template <class Counts>
double share(std::string_view text, const icu::UnicodeSet& set, Counts counts, double of_none = 1.0) {
  std::size_t all = 0;
  std::size_t inside = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    at += next.length;
    const auto point = static_cast<UChar32>(next.point);
    if (!counts(point)) continue;
    ++all;
    if (set.contains(point)) ++inside;
  }
  return all == 0 ? of_none : static_cast<double>(inside) / static_cast<double>(all);
}

// Adds the letters of a kind, in both cases. False where CLDR has none for the language.
bool add_letters(icu::UnicodeSet& letters, const std::string& language, ULocaleDataExemplarSetType kind) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData* data = ulocdata_open(language.c_str(), &status);
  if (U_FAILURE(status)) return false;
  const bool is_listed = status != U_USING_DEFAULT_WARNING;
  USet* set = ulocdata_getExemplarSet(data, nullptr, USET_ADD_CASE_MAPPINGS, kind, &status);
  const bool found = is_listed && U_SUCCESS(status);
  if (found) letters.addAll(*icu::UnicodeSet::fromUSet(set));
  uset_close(set);
  ulocdata_close(data);
  return found;
}

// The signs are: dashes, quotes, opening brackets, spaces, currencies (but the general sign, which is no one's), fractions; soft hyphen,
// section, copyright, registered, degree, middle dot, inverted marks, ellipsis, bullet, dagger, per mille, numero.
bool add_signs(icu::UnicodeSet& signs) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString pattern(
      "[[:Pd:][:Pi:][:Pf:][:Ps:][:Zs:][[:Sc:]-[\\u00A4]][:No:]"
      "\\u00AD\\u00A7\\u00A9\\u00AE\\u00B0\\u00B7\\u00A1\\u00BF\\u2026\\u2022\\u2020\\u2030\\u2116]",
      -1, US_INV);
  signs.addAll(icu::UnicodeSet(pattern, status));
  return U_SUCCESS(status);
}

}  // namespace

std::optional<double> share_of_letters(std::string_view text, const std::string& language) {
  icu::UnicodeSet letters;
  if (!add_letters(letters, language, ULOCDATA_ES_STANDARD)) return std::nullopt;
  letters.freeze();
  return share(text, letters, [](UChar32 point) { return u_isalpha(point) != 0; });
}

std::optional<double> share_beyond_ascii(std::string_view text, const std::string& language) {
  icu::UnicodeSet usual;
  if (!add_letters(usual, language, ULOCDATA_ES_STANDARD) || !add_signs(usual)) return std::nullopt;
  add_letters(usual, language, ULOCDATA_ES_AUXILIARY);
  usual.freeze();
  return share(text, usual, [](UChar32 point) { return point >= 0x80; });
}

bool is_cyrillic(std::string_view text) {
  const auto is_letter = [](UChar32 point) { return u_isalpha(point) != 0; };
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeSet cyrillic(icu::UnicodeString("[:Cyrl:]", -1, US_INV), status);
  return U_SUCCESS(status) && share(text, cyrillic, is_letter, 0.0) > 0.5;
}

}  // namespace laut::ingest
