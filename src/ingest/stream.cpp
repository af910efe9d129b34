#include "ingest/stream.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace laut::ingest {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

Error system_error(int code, const std::string& where) {
  return {code == ENOENT ? ErrorKind::missing : ErrorKind::system, std::strerror(code), where};
}

std::string size_text(std::size_t bytes) {
  constexpr std::size_t mega = std::size_t{1} << 20;
  return bytes >= mega ? std::to_string(bytes / mega) + " MB" : std::to_string(bytes) + " bytes";
}

}  // namespace

void Stream::Close::operator()(std::FILE* file) const {
  if (file != stdin) static_cast<void>(std::fclose(file));
}

Result<Stream> Stream::open(const std::string& path) {
  Stream stream(path);
  stream.file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rbe"));
  if (!stream.file_) return system_error(errno, path);
  stream.fill();
  if (stream.failure_ != 0) return stream.failure();
  return stream;
}

Stream Stream::of(std::string bytes, std::string name) {
  Stream stream(std::move(name));
  stream.buffer_ = std::move(bytes);
  return stream;
}

Error Stream::failure() const { return system_error(failure_, name_); }

Error Stream::too_large(std::size_t limit) const {
  return {ErrorKind::limit, "larger than the " + size_text(limit) + " that are read", name_};
}

bool Stream::fill() {
  if (!file_ || failure_ != 0) return false;
  buffer_.erase(0, std::exchange(at_, 0));
  const std::size_t old = buffer_.size();
  buffer_.resize(old + kBlock);
  ssize_t got = -1;  // read(2) and not fread, which would wait for a whole block from a pipe
  do got = ::read(::fileno(file_.get()), buffer_.data() + old, kBlock);
  while (got < 0 && errno == EINTR);
  if (got < 0) failure_ = errno;
  buffer_.resize(old + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return got > 0;
}

std::string_view Stream::peek(std::size_t size) {
  while (left() < size && fill());
  return std::string_view(buffer_).substr(at_, size);
}

void Stream::skip(std::size_t size) { at_ += peek(size).size(); }

std::string_view Stream::peek_line(std::size_t limit) {
  std::size_t searched = 0;
  do {
    const std::string_view seen = std::string_view(buffer_).substr(at_, limit);
    if (const auto end = seen.find('\n', searched); end != std::string_view::npos) return seen.substr(0, end);
    searched = seen.size();
  } while (searched < limit && fill());
  return std::string_view(buffer_).substr(at_, limit);  // anew: filling moves the bytes
}

std::optional<Result<std::string>> Stream::line(std::size_t limit) {
  std::size_t searched = 0;
  bool too_long = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    const bool found = end != std::string::npos;
    const std::size_t size = (found ? end : buffer_.size()) - at_;
    too_long = too_long || size > limit;
    if (found) {
      const std::size_t begin = std::exchange(at_, end + 1);
      if (too_long) return too_large(limit);
      return buffer_.substr(begin, size);
    }
    if (too_long) at_ = buffer_.size();
    searched = left();
    if (fill()) continue;
    if (failure_ != 0) {
      Error error = failure();
      file_.reset();
      failure_ = 0;
      at_ = buffer_.size();
      return error;
    }
    if (too_long) return too_large(limit);
    if (searched == 0) return std::nullopt;
    return buffer_.substr(std::exchange(at_, buffer_.size()));
  }
}

Result<std::string> Stream::rest(std::size_t limit) {
  while (left() <= limit && fill());
  if (failure_ != 0) return failure();
  if (left() > limit) return too_large(limit);
  buffer_.erase(0, std::exchange(at_, 0));
  return std::exchange(buffer_, {});
}

}  // namespace laut::ingest
