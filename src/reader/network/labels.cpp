#include "reader/network/labels.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/file.h"
#include "laut/names.h"

namespace laut::network {
namespace {

constexpr std::size_t kLimit = std::size_t{1} << 20;
constexpr std::array<std::string_view, kRoles> kRoleNames{"trigger", "evidence", "agent",   "target", "count", "time",
                                                          "place",   "source",   "source2", "cue",    "said"};

template <class Names>
bool same_names(const nlohmann::json& json, const char* key, const Names& names) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array() || found->size() != names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i)
    if ((*found)[i] != std::string(names[i])) return false;
  return true;
}

}  // namespace

Result<Labels> Labels::load(const std::filesystem::path& file) {
  const auto text = read_file(file, kLimit);
  if (!text) return text.error();
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  const auto wrong = [&](const std::string& what) { return Error{ErrorKind::input, what, file.string()}; };
  if (!json.is_object()) return wrong("not a JSON object");
  const bool same = same_names(json, "events", names::of<Event>) && same_names(json, "roles", kRoleNames) &&
                    same_names(json, "stance", names::of<Stance>) && same_names(json, "status", names::of<Status>) &&
                    same_names(json, "quote", names::of<Quote>);
  if (!same) return wrong("the labels are not those that this program knows");
  Labels labels;
  try {
    labels.limits = {json.at("max_subwords").get<std::size_t>(), json.at("stride").get<double>(), json.at("bos").get<std::int64_t>(),
                     json.at("eos").get<std::int64_t>()};
    const auto& longest = json.at("longest");
    for (std::size_t i = 0; i < kRoles; ++i)
      labels.longest[i] = longest.value(std::string(kRoleNames[i]), json.at("longest_other").get<std::size_t>());
    labels.threshold = json.at("threshold").get<float>();
    labels.version = json.value("version", "m0");
  } catch (const nlohmann::json::exception& error) {
    return wrong(error.what());
  }
  const bool sane = labels.limits.subwords > 0 && labels.limits.stride > 0 && labels.limits.stride <= 1 &&
                    std::find(labels.longest.begin(), labels.longest.end(), std::size_t{0}) == labels.longest.end();
  if (!sane) return wrong("max_subwords and longest must be above 0, stride above 0 and at most 1");
  return labels;
}

}  // namespace laut::network
