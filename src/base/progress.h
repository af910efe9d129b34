// Progress: one line on a terminal that says how far long work is, and that goes away when it is done.
//
//     Progress progress(STDERR_FILENO, {.noun = "articles", .total = 400});
//     ...  progress.advance();                // one more is done
//     ...  progress.hide();                   // before anything else is written to the same terminal
//     ...  progress.tick();                   // draws, at most ten times a second, and not in the first half second
//
//     [=======>               ]  112 of 400 articles   9.1/s   32 s left
//
// On anything but a terminal, and on a dumb one, it writes nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace laut {

struct ProgressStyle {
  std::string noun;                  // what is counted, plural
  std::optional<std::size_t> total;  // an estimate; nothing when it is not known
  std::string done = "=";            // one column each
  std::string left = " ";
  std::string cut = "..";  // marks a line that was cut to the terminal's width
};

/// The line itself, at most `width` columns. `seconds` since the start.
std::string progress_line(const ProgressStyle& style, std::size_t done, double seconds, int width);

class Progress {
 public:
  Progress(int descriptor, ProgressStyle style);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance() { ++done_; }
  void tick();
  void hide();

 private:
  using Clock = std::chrono::steady_clock;

  int descriptor_;
  ProgressStyle style_;
  bool terminal_;
  bool shown_ = false;
  std::size_t done_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
};

/// The columns of the terminal behind a descriptor; nothing when it is none or does not say.
std::optional<int> terminal_columns(int descriptor);

}  // namespace laut
