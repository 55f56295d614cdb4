package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Runs several programs at once, and collects what they print.
///
/// Several calls of [#conduct] may be under way at once. They have nothing to do with each other.
/// The class has a public constructor without parameters.
public interface Orchestra {
  /// Starts all commands, each as a child process, and returns how they ended, in the order of the
  /// commands.
  ///
  /// All children run at the same time, however many there are: none waits for another one to end.
  /// Each finds its standard input empty, and may print as much as it likes, on both streams.
  ///
  /// A child has ended when its own process has. When another process, left behind by it, lives on
  /// and holds its streams open, that one is neither waited for nor ended. What it prints may be
  /// lost.
  ///
  /// Each child has its own time, which begins with its start. When it has not ended within
  /// `limitEach`, it is ended by force, together with the processes that it has started and that
  /// are still its children, or theirs. What it had printed until then is kept. That happens as
  /// soon as its time is up: whoever only looks at the children now and then looks ten times a
  /// second, at least, and sleeps in between.
  ///
  /// Blocks until the last child has ended. When it returns or throws, no child is alive, and
  /// nothing else stays behind: no file, nothing that is open, and no thread but one that waits for
  /// what a process left behind may print.
  ///
  /// @param commands each is a program and its arguments; at least one string. There may be none
  /// @param limitEach more than zero, and as long as a [Duration] can be
  /// @throws IOException when a command cannot be started, or what a child printed cannot be read;
  ///   those already started are ended by force, as if their time was up
  /// @throws InterruptedException when the calling thread is interrupted while it waits; all are
  ///   ended by force, as if their time was up. An interrupt that does not lead to this exception
  ///   stays in the thread's interrupt status, even if it comes while children are being ended
  /// @throws IllegalArgumentException when `limitEach` is zero or negative, before any child starts
  List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException;

  /// How one child ended.
  ///
  /// @param output what it printed on standard output: all bytes, as UTF-8. Bytes that aren't UTF-8
  ///   are replaced, as `new String(bytes, UTF_8)` does
  /// @param errors what it printed on standard error, likewise
  /// @param exitCode empty when it was ended because its time was up; else what [Process#exitValue]
  ///   says, even when a signal ended the child
  record Ending(String output, String errors, OptionalInt exitCode) {}
}
