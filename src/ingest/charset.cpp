#include "ingest/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ingest/alphabet.h"
#include "ingest/language.h"

namespace laut::ingest {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSample = 100'000;
constexpr double kFit = 0.9;  // share of the letters beyond ASCII

struct Encoding {
  const char* name;
  std::string_view languages;
};
// KOI8-U holds KOI8-R but for eight line-drawing signs.
constexpr std::array<Encoding, 8> kEncodings{{{"windows-1252", "de en es fr"},
                                              {"ISO-8859-15", "de en es fr"},
                                              {"windows-1250", "pl"},
                                              {"ISO-8859-2", "pl"},
                                              {"windows-1251", "ru uk"},
                                              {"KOI8-U", "ru uk"},
                                              {"ISO-8859-5", "ru uk"},
                                              {"IBM866", "ru uk"}}};

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array<Mark, 4> kWideMarks{
    // UTF-32LE begins as UTF-16LE does, so it stands first
    {{"\xFF\xFE\0\0"sv, "UTF-32LE"}, {"\0\0\xFE\xFF"sv, "UTF-32BE"}, {"\xFF\xFE"sv, "UTF-16LE"}, {"\xFE\xFF"sv, "UTF-16BE"}}};

const Mark* wide_mark_of(std::string_view bytes) {
  const auto* const mark = std::find_if(kWideMarks.begin(), kWideMarks.end(), [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return mark == kWideMarks.end() ? nullptr : mark;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (converter) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

struct Conversion {
  std::string text;
  std::optional<std::size_t> bad;  // the first byte that stands for nothing
};

// Nothing where ICU does not know the encoding. A sample may be cut within a character.
std::optional<Conversion> convert(std::string_view bytes, const char* encoding, bool is_sample) {
  const Converter from = open_converter(encoding);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  Conversion out;
  std::array<char, 1U << 14U> block{};
  std::array<UChar, 1U << 12U> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = block.data();
    ucnv_convertEx(to.get(), from.get(), &target, block.data() + block.size(), &source, end, pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), first ? 1 : 0, is_sample ? 0 : 1, &status);
    out.text.append(block.data(), static_cast<std::size_t>(target - block.data()));
  }
  if (U_SUCCESS(status)) return out;
  std::array<char, 32> invalid{};
  auto length = static_cast<std::int8_t>(invalid.size());
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(from.get(), invalid.data(), &length, &ignored);
  const std::ptrdiff_t bad = source - bytes.data() - (U_SUCCESS(ignored) ? length : 0);
  out.bad = static_cast<std::size_t>(std::max<std::ptrdiff_t>(bad, 0));
  return out;
}

// Encodings give bytes without a meaning as C1 controls; nothing that people write holds them.
bool has_c1_controls(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1))
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  return false;
}

// Many right sequences and few wrong ones are UTF-8 that was damaged or cut, no other encoding.
bool is_mostly_utf8(std::string_view bytes) {
  const auto byte = [](char c) { return static_cast<unsigned char>(c); };
  std::ptrdiff_t right = 0;
  std::ptrdiff_t wrong = 0;
  while (!bytes.empty()) {
    const std::string_view valid = bytes.substr(0, first_invalid_utf8(bytes).value_or(bytes.size()));
    right += std::count_if(valid.begin(), valid.end(), [&](char c) { return byte(c) >= 0xC0; });
    bytes.remove_prefix(valid.size());
    if (bytes.empty()) break;
    ++wrong;
    const auto* const next = std::find_if(bytes.begin() + 1, bytes.end(), [&](char c) { return byte(c) < 0x80 || byte(c) >= 0xC0; });
    bytes.remove_prefix(static_cast<std::size_t>(next - bytes.begin()));
  }
  return right >= wrong;
}

std::string ask_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return "";
  uchardet_data_end(detector.get());
  const std::string name = uchardet_get_charset(detector.get());
  return name == "KOI8-R" ? "KOI8-U" : name == "ISO-8859-1" ? "windows-1252" : name;
}

struct Candidate {
  std::string encoding;
  std::string text;  // of the sample
  double fit = 0;
};

// How well a text in the encoding reads; nothing where it does not.
std::optional<Candidate> try_encoding(std::string_view sample, const std::string& encoding, std::string_view languages) {
  auto conversion = convert(sample, encoding.c_str(), true);
  if (!conversion || conversion->bad || has_c1_controls(conversion->text)) return std::nullopt;
  const auto language = detect_language(conversion->text);
  if (!language || (!languages.empty() && languages.find(*language) == std::string_view::npos)) return std::nullopt;
  const double fit = share_beyond_ascii(conversion->text, *language).value_or(1.0);
  if (fit < kFit) return std::nullopt;
  return Candidate{encoding, std::move(conversion->text), fit};
}

std::optional<std::string> tell_encoding(std::string_view sample) {
  std::vector<Candidate> fitting;
  for (const Encoding& encoding : kEncodings)
    if (auto candidate = try_encoding(sample, encoding.name, encoding.languages)) fitting.push_back(*std::move(candidate));
  std::string second_opinion = ask_uchardet(sample);
  if (fitting.empty()) {
    if (second_opinion.empty() || !try_encoding(sample, second_opinion, "")) return std::nullopt;
    return second_opinion;
  }
  const auto worse = [](const Candidate& a, const Candidate& b) { return a.fit < b.fit; };
  const Candidate best = *std::max_element(fitting.begin(), fitting.end(), worse);
  std::erase_if(fitting, [&](const Candidate& candidate) { return candidate.fit < best.fit; });
  if (std::all_of(fitting.begin(), fitting.end(), [&](const Candidate& candidate) { return candidate.text == best.text; }))
    return best.encoding;
  const auto chosen = std::find_if(fitting.begin(), fitting.end(), [&](const Candidate& candidate) {
    return ucnv_compareNames(candidate.encoding.c_str(), second_opinion.c_str()) == 0;
  });
  return chosen == fitting.end() ? std::nullopt : std::optional(chosen->encoding);
}

// The bytes around the first one beyond ASCII.
std::string_view sample_of(std::string_view bytes, std::size_t first_odd) {
  const std::size_t begin = first_odd < kSample / 2 ? 0 : first_odd - kSample / 2;
  return bytes.substr(begin, kSample);
}

// The whole of the bytes from `begin` on, which is where the errors count from 0.
Result<std::string> convert_all(std::string_view bytes, std::size_t begin, const std::string& encoding, const std::string& where) {
  auto conversion = convert(bytes.substr(begin), encoding.c_str(), false);
  const auto refuse = [&](const std::string& message) { return Error{ErrorKind::input, message, where}; };
  if (!conversion) return refuse("encoding " + encoding + " is not known");
  if (conversion->bad) return refuse("broken " + encoding + " at byte " + std::to_string(begin + *conversion->bad));
  if (conversion->text.find('\0') != std::string::npos) return refuse("binary: " + encoding + " with zero characters");
  if (has_c1_controls(conversion->text)) return refuse("encoding not told: " + encoding + " fits the begin, but not all of it");
  return std::move(conversion->text);
}

}  // namespace

bool has_wide_mark(std::string_view bytes) { return wide_mark_of(bytes) != nullptr; }

std::string zero_byte(std::size_t at) {
  return "binary: a zero byte at byte " + std::to_string(at) + " (UTF-16 is read only with a byte order mark)";
}

Result<std::string> to_utf8(std::string bytes, const std::string& where) {
  const auto refuse = [&](const std::string& message) { return Error{ErrorKind::input, message, where}; };
  if (const Mark* mark = wide_mark_of(bytes)) return convert_all(bytes, mark->bytes.size(), mark->encoding, where);
  if (const auto zero = bytes.find('\0'); zero != std::string::npos) return refuse(zero_byte(zero));
  const bool marked = bytes.starts_with(kMark);
  const auto invalid = first_invalid_utf8(bytes);
  if (!invalid) {
    if (marked) bytes.erase(0, kMark.size());
    return bytes;
  }
  const std::string first = " at byte " + std::to_string(*invalid);
  if (marked || is_mostly_utf8(bytes)) return refuse("broken UTF-8" + first);
  const auto encoding = tell_encoding(sample_of(bytes, *invalid));
  if (!encoding) return refuse("encoding not told: not UTF-8" + first + ", and no other fits the letters");
  return convert_all(bytes, 0, *encoding, where);
}

}  // namespace laut::ingest
