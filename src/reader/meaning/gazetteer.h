// The gazetteer: towns (of 500 people and more) and regions of the world and their names, in one compiled file.
//
//     find("kupjansk")       ->  {{Kupiansk, UA, city, 28,000 people, 49.71 37.61, GeoNames 703656}}
//     find("springfield")    ->  thirty towns, the largest first
//     continues("nowa")      ->  true: names go on from there ("nowa kachowka")
//
// tools/compile_gazetteer.py makes data/shared/gazetteer.bin from GeoNames (https://www.geonames.org, CC BY 4.0) and CLDR (Unicode
// licence v3). Names are compared as keys: case folded, letters without their marks, no apostrophes, hyphens as spaces. Grammar of the
// file, all numbers little-endian, nothing between the parts:
//
//     file      = "LAUTGAZ1" letters:u32 countries:u32 places:u32 names:u32 blocks:u32 texts:u32 keys:u32
//                 letter{letters} country{countries} place{places} start{blocks} text-bytes{texts} key-bytes{keys}
//     letter    = code-point:u32 spelling:char[4]          how keys spell it, in UTF-8, zeros behind; sorted
//     country   = char[2]                                  ISO 3166-1 alpha-2
//     place     = id:u32 text:u32 lat:u16 lon:u16 region:u16 country:u8 people:u8
//                 id: GeoNames', above it 4 bits of kind (0 town, 1 region, 2 district); text: where its English name begins, ended by
//                 a zero; lat, lon: parts of 65535 of 180 and 360 degrees, from -90 and -180 (steps of 0.3 and 0.6 km); region: the
//                 first-level region it lies in, as a place (65535: none); people: 8 log2(people + 1)
//     start     = u32                                      where each block of keys begins
//     key-bytes = (kept:u8 rest:u8 char{rest} many:varint gap:varint{many})*
//                 sorted; a key keeps the first bytes of the one before it, the first of every 16 keeps none; gaps add up to places
//
// The places are ordered regions, districts, towns, each by people, so that the first found is the best known. Everything the file
// says is checked where it is read: a broken file finds less, it never reads beyond its end.
//
// Limits: places of under 500 people are not in it, nor streets, airports, rivers; its names tell no language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace laut::meaning {

enum class SiteKind { town, region, district };

struct Site {
  std::uint32_t index = 0;
  long geonames = 0;
  std::string_view name;     // usual English name
  std::string_view country;  // ISO 3166-1 alpha-2
  SiteKind kind = SiteKind::town;
  double lat = 0, lon = 0;
  double people = 0;  // 0: not known
  std::uint32_t region = kNone;

  static constexpr std::uint32_t kNone = 0xFFFF;
};

class Gazetteer {
 public:
  /// Maps the file: only the pages that are looked at are read. It may be replaced meanwhile, but not cut.
  static Result<Gazetteer> load(const std::filesystem::path& file);
  static Result<Gazetteer> parse(std::string bytes, const std::string& where);

  /// The form of a name that is compared.
  [[nodiscard]] std::string key(std::string_view name) const;

  /// The places of a key, the best known of each kind first.
  [[nodiscard]] std::vector<Site> find(std::string_view key) const;

  /// Whether a name begins with these words and goes on.
  [[nodiscard]] bool continues(std::string_view key) const;

  [[nodiscard]] Site at(std::uint32_t index) const;
  [[nodiscard]] std::size_t size() const { return places_; }

 private:
  struct Entry {
    std::string key;
    std::string_view places;  // the encoded list
  };

  [[nodiscard]] Entry first_not_below(std::string_view key) const;
  [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const;

  static Result<Gazetteer> view(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& where);

  std::shared_ptr<const void> owner_;  // of the bytes: a mapped file, or a string
  std::string_view bytes_;
  std::unordered_map<char32_t, std::string> letters_;
  std::size_t countries_ = 0, places_ = 0, blocks_ = 0, texts_size_ = 0, keys_size_ = 0;       // counts
  std::size_t countries_at_ = 0, places_at_ = 0, starts_at_ = 0, texts_at_ = 0, keys_at_ = 0;  // offsets
};

/// Kilometres between two points.
double distance(double lat1, double lon1, double lat2, double lon2);

}  // namespace laut::meaning
