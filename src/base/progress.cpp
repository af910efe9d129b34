#include "base/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/unicode.h"

namespace laut {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(500);  // short work shows no bar
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr int kBarColumns = 24;

std::string fixed(double value, int decimals) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.*f", decimals, value);
  return out.data();
}

std::string duration_text(double seconds) {
  if (seconds < 90) return fixed(std::ceil(seconds), 0) + " s";
  if (seconds < 90 * 60) return fixed(std::ceil(seconds / 60), 0) + " min";
  return fixed(seconds / 3600, 1) + " h";
}

std::string bar(const ProgressStyle& style, double share) {
  const int full = static_cast<int>(share * kBarColumns);
  std::string out;
  for (int i = 0; i < kBarColumns; ++i) out += i < full ? style.done : style.left;
  return out;
}

void write_all(int descriptor, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t wrote = ::write(descriptor, text.data() + at, text.size() - at);
    if (wrote <= 0) return;
    at += static_cast<std::size_t>(wrote);
  }
}

}  // namespace

std::string progress_line(const ProgressStyle& style, std::size_t done, double seconds, int width) {
  const std::size_t total = style.total ? std::max(*style.total, done) : 0;
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string numbers = std::to_string(done);
  if (style.total) numbers += " of " + std::to_string(total);
  numbers += " " + style.noun;
  if (done > 0) numbers += "   " + fixed(rate, rate < 10 ? 1 : 0) + "/s";
  if (style.total && done > 0) numbers += "   " + duration_text(static_cast<double>(total - done) / rate) + " left";
  if (style.total && total > 0) {
    const std::string with_bar = bar(style, static_cast<double>(done) / static_cast<double>(total)) + "  " + numbers;
    if (terminal_width(with_bar) <= width) return with_bar;
  }
  if (static_cast<int>(numbers.size()) <= width) return numbers;
  const auto room = static_cast<std::size_t>(std::max(0, width - terminal_width(style.cut)));
  return numbers.substr(0, room) + style.cut;
}

namespace {

// A terminal that can erase a line.
bool can_erase(int descriptor) {
  const char* name = std::getenv("TERM");
  return ::isatty(descriptor) == 1 && (name == nullptr || std::string_view(name) != "dumb");
}

}  // namespace

Progress::Progress(int descriptor, ProgressStyle style)
    : descriptor_(descriptor), style_(std::move(style)), terminal_(can_erase(descriptor)) {}

Progress::~Progress() { hide(); }

void Progress::tick() {
  const auto now = Clock::now();
  if (!terminal_ || now - start_ < kPatience || (shown_ && now - drawn_ < kInterval)) return;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const int columns = terminal_columns(descriptor_).value_or(80);
  write_all(descriptor_, "\r\x1b[K" + progress_line(style_, done_, seconds, columns - 1));
  shown_ = true;
  drawn_ = now;
}

void Progress::hide() {
  if (shown_) write_all(descriptor_, "\r\x1b[K");
  shown_ = false;
}

std::optional<int> terminal_columns(int descriptor) {
  struct winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

}  // namespace laut
