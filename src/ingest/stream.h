// Stream: the bytes of a file, of standard input or of memory, read once from front to end.
//
//     auto stream = Stream::open("articles.jsonl");
//     stream->peek(4096);                                  // the first bytes, without taking them
//     while (auto line = stream->line(64 << 20)) ...         // or everything at once: stream->rest(64 << 20)
//
// Holds one block or one line, however long the file. A line over the limit is an error in its place, and the next line is read.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laut::ingest {

class Stream {
 public:
  /// "-" is standard input. Errors: missing, system.
  static Result<Stream> open(const std::string& path);
  /// `name` is for messages.
  static Stream of(std::string bytes, std::string name);

  /// The next `size` bytes, fewer where fewer are left; valid until the next call.
  std::string_view peek(std::size_t size);
  void skip(std::size_t size);

  /// The next line without its LF and without taking it; at most `limit` bytes of it.
  std::string_view peek_line(std::size_t limit);

  /// The next line without its LF; nothing at the end. Errors: limit, system.
  std::optional<Result<std::string>> line(std::size_t limit);

  /// All that is left. Errors: limit, system.
  Result<std::string> rest(std::size_t limit);

  /// True when no byte is left. Reads ahead.
  bool at_end() { return peek(1).empty(); }

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  explicit Stream(std::string name) : name_(std::move(name)) {}
  bool fill();
  [[nodiscard]] std::size_t left() const { return buffer_.size() - at_; }
  [[nodiscard]] Error failure() const;
  [[nodiscard]] Error too_large(std::size_t limit) const;

  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;  // none for memory
  std::string buffer_;
  std::size_t at_ = 0;
  int failure_ = 0;  // errno of a failed read
};

}  // namespace laut::ingest
