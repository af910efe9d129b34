// reader.json: what the two graphs were trained on. The labels must be those of claim.h, in its order.
//
//     {"events": [...], "roles": [...], "stance": [...], "status": [...], "quote": [...],
//      "max_subwords": 440, "stride": 0.75, "longest": {"evidence": 70, ...}, "longest_other": 24, "threshold": 0.45,
//      "bos": 0, "eos": 2, "version": "m2"}
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "reader/network/windows.h"

namespace laut::network {

enum class Role { trigger, evidence, agent, target, count, time, place, source, source2, cue, said };
inline constexpr std::size_t kRoles = 11;

struct Labels {
  WindowLimits limits;
  std::array<std::size_t, kRoles> longest{};  // words of a role's span
  float threshold = 0.4F;                     // of an anchor's probability
  std::string version;

  static Result<Labels> load(const std::filesystem::path& file);
};

}  // namespace laut::network
