import Glibc

/// The three descriptors that every program begins with.
enum StandardStreams {
  /// Takes the place of those that the caller closed. Otherwise the next file to be opened, such as the one with bad lines, would get
  /// the number of standard output, and what is said there would end up in it. Reading and writing still fail, as on a closed one.
  static func holdClosedOnes() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given, which is this one: those below it are open by now.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
