#include "reader/meaning/gazetteer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"

namespace laut::meaning {
namespace {

constexpr std::string_view kMagic = "LAUTGAZ1";
constexpr std::size_t kNumbers = 7;
constexpr std::size_t kHead = 8 + 4 * kNumbers;
constexpr std::size_t kLetter = 8, kCountry = 2, kPlace = 16, kStart = 4;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
    value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

/// Takes a varint of at most 32 bits from the front.
std::optional<std::uint32_t> take_varint(std::string_view& bytes) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; shift < 32 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint32_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

/// Takes the next key from the front of a block: changes `key` to it and gives its list of places.
std::optional<std::string_view> take_key(std::string_view& bytes, std::string& key) {
  if (bytes.size() < 2) return std::nullopt;
  const std::size_t kept = static_cast<unsigned char>(bytes[0]);
  const std::size_t rest = static_cast<unsigned char>(bytes[1]);
  if (kept > key.size() || bytes.size() < 2 + rest) return std::nullopt;
  key.resize(kept);
  key += bytes.substr(2, rest);
  bytes.remove_prefix(2 + rest);
  const std::string_view list = bytes;
  const auto many = take_varint(bytes);
  if (!many) return std::nullopt;
  for (std::uint32_t i = 0; i < *many; ++i)
    if (!take_varint(bytes)) return std::nullopt;
  return list.substr(0, list.size() - bytes.size());
}

}  // namespace

std::string_view Gazetteer::part(std::size_t at, std::size_t size) const {
  return at > bytes_.size() ? std::string_view() : bytes_.substr(at, size);
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{errno == ENOENT ? ErrorKind::missing : ErrorKind::system, std::strerror(errno), file.string()};
  struct stat info{};
  const bool known = ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0;
  const auto size = known ? static_cast<std::size_t>(info.st_size) : 0;
  void* mapped = known ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;  // NOLINT: the system's macro
  ::close(descriptor);
  if (mapped == MAP_FAILED) return Error{ErrorKind::input, "not a gazetteer", file.string()};  // NOLINT: the system's macro
  const std::shared_ptr<const void> owner(mapped, [size](const void* at) { ::munmap(const_cast<void*>(at), size); });
  return view(owner, {static_cast<const char*>(mapped), size}, file.string());
}

Result<Gazetteer> Gazetteer::parse(std::string bytes, const std::string& where) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  return view(owner, *owner, where);
}

Result<Gazetteer> Gazetteer::view(std::shared_ptr<const void> owner, std::string_view all, const std::string& where) {
  Gazetteer result;
  result.owner_ = std::move(owner);
  result.bytes_ = all;
  if (all.size() < kHead || !all.starts_with(kMagic)) return Error{ErrorKind::input, "not a gazetteer", where};
  const auto count = [&](std::size_t index) { return std::size_t{number(all, 8 + 4 * index, 4)}; };
  const std::size_t letters = count(0);
  result.countries_ = count(1);
  result.places_ = count(2);
  result.blocks_ = count(4);
  result.texts_size_ = count(5);
  result.keys_size_ = count(6);
  result.countries_at_ = kHead + letters * kLetter;
  result.places_at_ = result.countries_at_ + result.countries_ * kCountry;
  result.starts_at_ = result.places_at_ + result.places_ * kPlace;
  result.texts_at_ = result.starts_at_ + result.blocks_ * kStart;
  result.keys_at_ = result.texts_at_ + result.texts_size_;
  if (result.keys_at_ + result.keys_size_ != all.size()) return Error{ErrorKind::input, "cut off, or not as its head says", where};
  for (std::size_t i = 0; i < letters; ++i) {
    const auto spelling = all.substr(kHead + i * kLetter + 4, 4);
    result.letters_.emplace(static_cast<char32_t>(number(all, kHead + i * kLetter, 4)),
                            spelling.substr(0, std::min(spelling.find('\0'), spelling.size())));
  }
  return result;
}

std::string Gazetteer::key(std::string_view name) const {
  const std::string folded = fold(name);
  std::string out;
  const auto put = [&](std::string_view text) {
    for (const char c : text)
      if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const auto [point, length] = decode_utf8(folded, at);
    const auto spelled = letters_.find(point);
    put(spelled != letters_.end() ? std::string_view(spelled->second)
        : is_space(point)         ? std::string_view(" ")
                                  : std::string_view(folded).substr(at, length));
    at += length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Gazetteer::Entry Gazetteer::first_not_below(std::string_view key) const {
  const auto block_at = [&](std::size_t block) {
    return part(keys_at_, keys_size_).substr(std::min<std::size_t>(number(bytes_, starts_at_ + block * kStart, 4), keys_size_));
  };
  // The last block whose first key is not above the key.
  std::size_t low = 0;
  std::size_t high = blocks_;
  while (low + 1 < high) {
    const auto middle = low + (high - low) / 2;
    std::string first;
    auto bytes = block_at(middle);
    if (!take_key(bytes, first)) return {};
    (first <= key ? low : high) = middle;
  }
  if (blocks_ == 0) return {};
  Entry entry;
  for (auto bytes = block_at(low); !bytes.empty();) {
    const auto list = take_key(bytes, entry.key);
    if (!list) return {};
    if (entry.key >= key) {
      entry.places = *list;
      return entry;
    }
  }
  return {};
}

std::vector<Site> Gazetteer::find(std::string_view key) const {
  std::vector<Site> sites;
  auto [found, list] = first_not_below(key);
  if (key.empty() || found != key) return sites;
  const auto many = take_varint(list).value_or(0);
  std::uint32_t place = 0;
  for (std::uint32_t i = 0; i < many; ++i) {
    const auto gap = take_varint(list);
    if (!gap || *gap >= places_ - place) break;
    place += *gap;
    sites.push_back(at(place));
  }
  return sites;
}

bool Gazetteer::continues(std::string_view key) const {
  const auto prefix = std::string(key) + ' ';
  return first_not_below(prefix).key.starts_with(prefix);
}

Site Gazetteer::at(std::uint32_t index) const {
  Site site;
  const auto record = part(places_at_ + std::size_t{index} * kPlace, kPlace);
  if (index >= places_ || record.size() < kPlace) return site;
  const auto id = number(record, 0, 4);
  site.index = index;
  site.geonames = static_cast<long>(id & 0x0FFFFFFFU);
  site.kind = static_cast<SiteKind>(std::min<std::uint32_t>(id >> 28U, 2));
  const auto text = part(texts_at_, texts_size_).substr(std::min<std::size_t>(number(record, 4, 4), texts_size_));
  site.name = text.substr(0, text.find('\0'));
  site.lat = number(record, 8, 2) / 65535.0 * 180 - 90;
  site.lon = number(record, 10, 2) / 65535.0 * 360 - 180;
  site.region = number(record, 12, 2);
  if (const std::size_t country = number(record, 14, 1); country < countries_)
    site.country = part(countries_at_ + country * kCountry, kCountry);
  site.people = std::exp2(number(record, 15, 1) / 8.0) - 1;
  return site;
}

double distance(double lat1, double lon1, double lat2, double lon2) {
  constexpr double radius = 6371.0;
  constexpr double degree = std::numbers::pi / 180;
  const double lat = std::sin((lat2 - lat1) * degree / 2);
  const double lon = std::sin((lon2 - lon1) * degree / 2);
  const double a = lat * lat + std::cos(lat1 * degree) * std::cos(lat2 * degree) * lon * lon;
  return 2 * radius * std::asin(std::min(1.0, std::sqrt(a)));
}

}  // namespace laut::meaning
