#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace laut {
namespace {

Error system_error(int code, const std::string& where) {
  return {code == ENOENT ? ErrorKind::missing : ErrorKind::system, std::strerror(code), where};
}

Result<std::string> read_descriptor(int descriptor, std::size_t limit, const std::string& where) {
  std::string bytes;
  constexpr std::size_t step = std::size_t{1} << 16;
  while (true) {
    const std::size_t old = bytes.size();
    bytes.resize(old + step);
    const ssize_t got = ::read(descriptor, bytes.data() + old, step);
    if (got < 0 && errno == EINTR) {
      bytes.resize(old);
      continue;
    }
    if (got < 0) return system_error(errno, where);
    bytes.resize(old + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (bytes.size() > limit) return Error{ErrorKind::limit, "larger than the " + std::to_string(limit >> 20) + " MB that are read", where};
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(errno, file.string());
  struct stat info{};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    return system_error(EISDIR, file.string());
  }
  auto bytes = read_descriptor(descriptor, limit, file.string());
  ::close(descriptor);
  return bytes;
}

Result<std::string> read_standard_input(std::size_t limit) { return read_descriptor(STDIN_FILENO, limit, "-"); }

Result<std::filesystem::path> resource_folder() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const auto holds_data = [&](const fs::path& folder) { return fs::is_directory(folder / "data" / "shared", ignored); };
  if (const char* home = std::getenv("LAUT_HOME")) {
    if (holds_data(home)) return fs::path(home);
    return Error{ErrorKind::missing, "LAUT_HOME has no data/shared", home};
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : {program, program.parent_path(), program.parent_path() / "share" / "laut"})
    if (holds_data(folder)) return folder;
  return Error{ErrorKind::missing, "data/ and models/ are not beside the program; set LAUT_HOME to the folder that holds them",
               program.string()};
}

}  // namespace laut
