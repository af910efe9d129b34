// Reads and tags times in any bytes, in any language, from any day: nothing may crash, and spans must lie in the text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "reader/meaning/time.h"

#ifndef LAUT_SOURCE
#define LAUT_SOURCE "."
#endif

namespace {

using namespace laut;

const meaning::Times& times() {
  static const auto loaded = meaning::Times::load(std::filesystem::path(LAUT_SOURCE) / "data");
  if (!loaded) std::abort();
  return loaded.value();
}

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

/// Byte 0: language; 1: which days are known, planned; 2-5: the days; then the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::string_view languages[] = {"de", "en", "fr", "uk", "ru", "pl", "es", "xx"};
  if (size < 6) return 0;
  const std::string_view language = languages[data[0] % 8];
  const auto day = [&](std::size_t at) {
    return day_of(1 + (data[at] * 256 + data[at + 1]) % 9999, 1 + data[at] % 12, 1 + data[at + 1] % 28);
  };
  meaning::TimeContext context;
  if (data[1] & 1) context.published = day(2);
  if (data[1] & 2) context.utterance = day(4);
  context.planned = (data[1] & 4) != 0;
  const std::string text(reinterpret_cast<const char*>(data) + 6, size - 6);
  const auto length = static_cast<std::uint32_t>(text.size());
  for (const Span span : {Span{0, length}, Span{length / 3, length}}) {
    const Time time = times().read({text, span, language}, context).meaning;
    check(time.from.has_value() == time.to.has_value());
    check(!time.from || *time.from <= *time.to);
    check(time.from.has_value() == (time.basis != TimeBasis::unresolved));
  }
  std::uint32_t last = 0;
  for (const auto& timex : times().tag(text, language, context.published)) {
    check(timex.span.begin >= last && timex.span.end > timex.span.begin && timex.span.end <= length);
    last = timex.span.end;
  }
  return 0;
}
