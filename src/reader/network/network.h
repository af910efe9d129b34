// The network: a text -> findings. Which words carry what; it knows spans, not the world.
//
//     auto network = Network::load(home / "models", cache, threads);
//     for (const Finding& f : *network->find(text)) f.event, f.spans[Role::count] ...
//
// A claim hangs on an *anchor*: a loss with a figure on the last word of the figure, any other claim on the first word of its trigger.
// The encoder tells for every word and event type whether a claim hangs there; from each anchor the pointer names, for every role, a
// first and a last word of the window, or nothing. Text becomes words (words.h) and subwords (tokens.h), cut into windows (windows.h).
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "laut/claim.h"
#include "reader/network/labels.h"

namespace laut::network {

struct Finding {
  Event event = Event::attack;
  Span anchor;
  float probability = 0;  // of the anchor
  std::array<std::optional<Span>, kRoles> spans;
  std::array<float, kRoles> confidence{};  // of each role's span, or of its being empty
  Stance stance = Stance::state;
  Status status = Status::happened;
  Quote quote = Quote::none;
  float stance_confidence = 0;
  float status_confidence = 0;
  float quote_confidence = 0;

  [[nodiscard]] const std::optional<Span>& span(Role role) const { return spans[static_cast<std::size_t>(role)]; }
};

class Network {
 public:
  /// Reads reader.json, tokenizer.model and the graphs of a folder. Errors: missing, input.
  static Result<Network> load(const std::filesystem::path& models, const std::filesystem::path& cache, int threads);

  /// All findings of a text, by anchor. Thread-safe: waits for a free lane and takes what else is free for a long text.
  [[nodiscard]] Result<std::vector<Finding>> find(std::string_view text) const;

  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] int lanes() const;

  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

 private:
  struct Parts;
  explicit Network(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace laut::network
