// Result<T>: a value, or what went wrong with the world or the input.
//
// Used for everything that strangers' bytes, files or the system can break. What only we can break is an assert. Exceptions of
// libraries are caught where the library is called and become an Error.
//
//     Result<std::string> text = read_file(path);
//     if (!text) return text.error();          // {kind, message, where}: "where" names the file, address or line
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace laut {

enum class ErrorKind {
  usage,        // the user asked for something that does not exist
  input,        // bytes that cannot be read as what they should be
  limit,        // larger or deeper than what is read
  missing,      // a file or resource is not there
  system,       // the system refused (permission, disk)
  unsupported,  // understood, but nothing here can do it
};

struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string message;  // what is wrong, in words for the user, without the place
  std::string where;    // file, address, "file:line" or empty

  /// "where: message", or the message alone.
  [[nodiscard]] std::string text() const { return where.empty() ? message : where + ": " + message; }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT(google-explicit-constructor): that is its use
  Result(Error error) : content_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & {
    assert(ok());
    return std::get<0>(content_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return std::get<0>(content_);
  }
  [[nodiscard]] T value() && {  // by value: a reference into a temporary would dangle in a range-for
    assert(ok());
    return std::get<0>(std::move(content_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& {
    assert(!ok());
    return std::get<1>(content_);
  }

 private:
  std::variant<T, Error> content_;
};

/// For functions that give nothing back but may fail.
struct Done {};

}  // namespace laut
