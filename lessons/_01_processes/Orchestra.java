package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Runs several programs at once, and collects what they print.
public interface Orchestra {
  /// Starts all commands, each as a child process, and returns how they ended, in the order of the
  /// commands.
  ///
  /// All children run at the same time: none waits for another one to end. Each finds its standard
  /// input empty, and may print as much as it likes, on both streams.
  ///
  /// A child that has not ended `limitEach` after its start is ended by force, together with the
  /// processes that it has started and that are still its children, or theirs. What it had printed
  /// is kept. A child has ended when its own process has: when another process, left behind by it,
  /// lives on and holds its streams open, that one is neither waited for nor ended.
  ///
  /// Blocks until the last child has ended. When it returns or throws, no child is alive.
  ///
  /// @param commands each is a program and its arguments; at least one string
  /// @param limitEach more than no time
  /// @throws IOException when a command cannot be started; those already started are ended by force
  /// @throws InterruptedException when the calling thread is interrupted; all are ended by force
  List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException;

  /// How one child ended.
  ///
  /// @param output what it printed on standard output, as UTF-8
  /// @param errors what it printed on standard error
  /// @param exitCode empty when it was ended because its time was up
  record Ending(String output, String errors, OptionalInt exitCode) {}
}
