// Fuzzes place, actor, part_of, group and coverage: any text, any span on character borders, any language. Nothing may crash, every meaning
// must be made of whole characters, and reading twice must give the same.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "reader/meaning/actor.h"
#include "reader/meaning/coverage.h"
#include "reader/meaning/group.h"
#include "reader/meaning/parts.h"
#include "reader/meaning/place.h"

namespace {

using namespace laut;
using namespace laut::meaning;

struct Readers {
  Places places;
  Actors actors;
  Parts parts;
  Groups groups;
  Coverages coverages;
};

const Readers& readers() {
  static const auto* loaded = [] {
    const auto folder = std::filesystem::path(LAUT_SOURCE) / "data";
    auto places = Places::load(folder);
    auto actors = Actors::load(folder);
    auto parts = Parts::load(folder);
    auto groups = Groups::load(folder);
    auto coverages = Coverages::load(folder);
    if (!places || !actors || !parts || !groups || !coverages) std::abort();
    return new Readers{std::move(*places), std::move(*actors), std::move(*parts), std::move(*groups), std::move(*coverages)};
  }();
  return *loaded;
}

void require(bool holds) {
  if (!holds) std::abort();
}

/// A byte of the input as a character border of the text.
std::uint32_t border(std::string_view text, std::uint8_t at) {
  std::size_t byte = text.empty() ? 0 : std::size_t{at} * text.size() / 255;
  while (byte > 0 && byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) --byte;
  return static_cast<std::uint32_t>(byte);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 4) return 0;
  constexpr const char* kLanguages[] = {"de", "en", "es", "fr", "pl", "ru", "uk", "xx"};
  const std::string language = kLanguages[bytes[0] % 8];
  const auto role = static_cast<ActorRole>(bytes[1] % 3);
  const std::string text(reinterpret_cast<const char*>(bytes + 4), size - 4);
  if (first_invalid_utf8(text)) return 0;
  const auto a = border(text, bytes[2]);
  const auto b = border(text, bytes[3]);
  const Phrase phrase{text, {std::min(a, b), std::max(a, b)}, language};

  const auto place = readers().places.read(phrase, nullptr).meaning;
  require(!first_invalid_utf8(place.name));
  require(readers().places.read(phrase, &place).meaning.name == readers().places.read(phrase, &place).meaning.name);
  const auto actor = readers().actors.read(phrase, role, Day{}).meaning;
  require(!actor.name || !first_invalid_utf8(*actor.name));
  require(!actor.code || actor.code->size() >= 3);

  Claim claim;
  claim.event = static_cast<Event>(bytes[1] % kEvents);
  claim.anchor = claim.trigger = claim.evidence = phrase.span;
  claim.target.emplace().span = phrase.span;
  claim.place.emplace().name = place.name;
  claim.place->span = {0, phrase.span.begin};
  claim.count.emplace().span = {phrase.span.begin, phrase.span.begin};
  claim.time.emplace().span = {phrase.span.end, static_cast<std::uint32_t>(text.size())};
  claim.time->from = claim.time->to = Day{};
  std::vector<Claim> claims{claim, claim};
  claims[1].id = "second";
  claims[1].count->span = {phrase.span.end, phrase.span.end};
  Document document;
  document.text = text;
  document.language = language;
  readers().parts.tell(claims, document);
  readers().groups.tell(claims, document);
  readers().coverages.tell(claims, document);
  return 0;
}
