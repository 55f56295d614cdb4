package _01_processes.solution;

import _01_processes.Orchestra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// Starts child processes and collects what they print.
public final class Conductor implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    var children = new ArrayList<Child>();
    try {
      for (var command : commands) {
        children.add(Child.start(command, limitEach)); // all of them, before we wait for one
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(child.awaitEnding());
      }
      return endings;
    } finally {
      for (var child : children) {
        child.close();
      }
    }
  }

  /// A child that prints into two files: they are never full, and nobody has to drain them.
  private record Child(Process process, Path output, Path errors, long deadline) {
    static Child start(List<String> command, Duration limit) throws IOException {
      var output = Files.createTempFile("conductor", ".output");
      var errors = Files.createTempFile("conductor", ".errors");
      try {
        var process =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close(); // its standard input: empty
        return new Child(process, output, errors, System.nanoTime() + limit.toNanos());
      } catch (IOException notStarted) {
        Files.delete(output);
        Files.delete(errors);
        throw notStarted;
      }
    }

    Ending awaitEnding() throws IOException, InterruptedException {
      var inTime = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      end();
      var exitCode = inTime ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
      return new Ending(Files.readString(output), Files.readString(errors), exitCode);
    }

    /// Ends the child and everything that it has started. Does nothing once it has ended.
    private void end() {
      var family = process.descendants().toList(); // known only while it lives
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }

    void close() throws IOException {
      end();
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
