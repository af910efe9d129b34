// laut_spans FILE...: what the network alone finds, a JSON object a file on a line, for parity with the Python side and the golden output.
//
//     {"document": "FILE", "found": [{"event": "killed", "p": 0.93, "anchor": [24, 37], "spans": {"trigger": [24, 37], ...},
//      "stance": "state", "status": "happened", "quote": "none"}]}
//
// Spans are code points. LAUT_HOME names the folder that holds models/.
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/utf8.h"
#include "laut/names.h"
#include "reader/network/network.h"

namespace {

using laut::network::Finding;
constexpr const char* kRoleNames[] = {"trigger", "evidence", "agent",   "target", "count", "time",
                                      "place",   "source",   "source2", "cue",    "said"};

nlohmann::json as_json(const Finding& finding, const laut::CodePoints& points) {
  const auto pair = [&](laut::Span span) { return nlohmann::json::array({points.at(span.begin), points.at(span.end)}); };
  nlohmann::json spans = nlohmann::json::object();
  for (std::size_t role = 0; role < laut::network::kRoles; ++role)
    if (finding.spans[role]) spans[kRoleNames[role]] = pair(*finding.spans[role]);
  return {{"event", laut::name_of(finding.event)},   {"p", finding.probability},
          {"anchor", pair(finding.anchor)},          {"spans", spans},
          {"stance", laut::name_of(finding.stance)}, {"status", laut::name_of(finding.status)},
          {"quote", laut::name_of(finding.quote)}};
}

}  // namespace

int main(int argc, char** argv) {
  const auto home = laut::resource_folder();
  if (!home) return std::cerr << home.error().text() << "\n", 1;
  const auto network = laut::network::Network::load(*home / "models", "", 2);
  if (!network) return std::cerr << network.error().text() << "\n", 1;
  for (int i = 1; i < argc; ++i) {
    const auto text = laut::read_file(argv[i], std::size_t{64} << 20);
    if (!text) return std::cerr << text.error().text() << "\n", 1;
    const auto findings = network->find(*text);
    if (!findings) return std::cerr << findings.error().text() << "\n", 1;
    const laut::CodePoints points(*text);
    nlohmann::json found = nlohmann::json::array();
    for (const Finding& finding : *findings) found.push_back(as_json(finding, points));
    std::cout << nlohmann::json{{"document", argv[i]}, {"found", found}}.dump() << "\n";
  }
}
