#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "cli/exit.h"
#include "cli/terminal.h"

namespace laut::cli {
namespace {

// errno, or 0.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(descriptor, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

}  // namespace

void prepare_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // Read-only for the outputs, so that writing to them still fails.
    const int opened = ::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    if (opened >= 0 && opened != descriptor) ::dup2(opened, descriptor);
  }
}

Result<Done> write_output(std::string_view text) {
  const int failure = write_all(STDOUT_FILENO, text);
  if (failure == EPIPE) std::_Exit(kOk);  // without destructors: other threads may be at work
  if (failure != 0) return Error{ErrorKind::system, std::strerror(failure), "standard output"};
  return Done{};
}

void complain(std::string_view message) { (void)write_all(STDERR_FILENO, "laut: " + clean(message) + "\n"); }

int complain_of_usage(const Error& error, std::string_view usage) {
  (void)write_all(STDERR_FILENO, clean(error.text()) + "\nusage: " + std::string(usage) + "\n" + error.where + " --help says more\n");
  return kUsage;
}

int print(std::string_view text) {
  const auto written = write_output(text);
  if (written) return kOk;
  complain(written.error().text());
  return kUnusable;
}

}  // namespace laut::cli
