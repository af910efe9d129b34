#include "ingest/language.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cstdio>  // CLD2's header uses FILE

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/utf8.h"
#include "ingest/alphabet.h"

namespace laut::ingest {
namespace {

constexpr std::size_t kSample = 100'000;

// CLD2 asks for text without controls and noncharacters; they become spaces.
std::string sample_of(std::string_view text) {
  std::string sample;
  sample.reserve(std::min(text.size(), kSample) + 4);
  for (std::size_t at = 0; at < text.size() && sample.size() < kSample;) {
    const Decoded next = decode_utf8(text, at);
    const auto point = static_cast<UChar32>(next.point);
    if (u_iscntrl(point) != 0 || U_IS_UNICODE_NONCHAR(point)) {
      sample += ' ';
    } else {
      sample.append(text, at, next.length);
    }
    at += next.length;
  }
  return sample;
}

std::optional<std::string> ask_cld2(const std::string& sample, int flags) {
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &no_hints, flags, languages.data(), percent.data(),
                                 scores.data(), nullptr, &bytes, &reliable);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percent[0] < 50) return std::nullopt;
  return CLD2::LanguageCode(languages[0]);
}

bool is_known(std::string_view language) { return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end(); }

std::string by_alphabet(std::string_view sample, std::string language) {
  double best = share_of_letters(sample, language).value_or(1.0);
  for (const char* other : {"ru", "uk"}) {
    const double fit = share_of_letters(sample, other).value_or(0.0);
    if (fit <= best) continue;
    best = fit;
    language = other;
  }
  return language;
}

}  // namespace

std::optional<std::string> detect_language(std::string_view text) {
  const std::string sample = sample_of(text);
  auto language = ask_cld2(sample, 0);
  if (!language) {  // a best guess is taken where nothing speaks against it
    language = ask_cld2(sample, CLD2::kCLDFlagBestEffort);
    if (language && (!is_known(*language) || share_of_letters(sample, *language) != 1.0)) language.reset();
  }
  if (language && is_cyrillic(sample)) return by_alphabet(sample, *language);
  return language;
}

std::string tell_language(std::string_view text) {
  const auto language = detect_language(text);
  return language && is_known(*language) ? *language : "other";
}

std::optional<std::string> normal_language(std::string_view code) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const std::string primary(code.substr(0, code.find_first_of("-_")));
  if (code == "other") return "other";
  if (primary.size() < 2 || primary.size() > 3 || primary.find_first_not_of(letters) != std::string::npos) return std::nullopt;
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(primary.c_str(), language.data(), ULOC_LANG_CAPACITY, &status);
  if (U_FAILURE(status)) return std::nullopt;
  return is_known(language.data()) ? language.data() : "other";
}

}  // namespace laut::ingest
