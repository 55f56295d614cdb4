package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

@Trap(
    belief = "a Duration converts to the unit that the timeout wants",
    fails = "endlessOnesAreEnded",
    saying = "was ended before its time was up")
public final class LimitInMicroseconds implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    if (!limitEach.isPositive()) {
      throw new IllegalArgumentException("no time to do anything: " + limitEach);
    }
    var folder = Files.createTempDirectory("conductor");
    var children = new ArrayList<Child>();
    try {
      for (var command : commands) { // start all of them, before we wait for one
        children.add(Child.start(command, limitEach, folder.resolve("child" + children.size())));
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(child.awaitEnding());
      }
      return endings;
    } finally {
      children.forEach(Child::end);
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.delete(folder);
  }

  /// A child that prints into two files: they are never full, and nobody has to drain them.
  private record Child(Process process, Path output, Path errors, long started, Duration limit) {
    static Child start(List<String> command, Duration limit, Path file) throws IOException {
      var output = file.resolveSibling(file.getFileName() + ".output");
      var errors = file.resolveSibling(file.getFileName() + ".errors");
      var process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      var child = new Child(process, output, errors, System.nanoTime(), limit);
      process.getOutputStream().close(); // its standard input: empty
      return child;
    }

    Ending awaitEnding() throws IOException, InterruptedException {
      var inTime =
          process.waitFor(MICROSECONDS.convert(limit) - (System.nanoTime() - started), NANOSECONDS);
      end();
      var exitCode = inTime ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
      return new Ending(text(output), text(errors), exitCode);
    }

    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), UTF_8); // whatever the bytes are
    }

    /// Ends the child and everything that it has started. Does nothing once it has ended.
    void end() {
      var family = process.descendants().toList(); // known only while it lives
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }
  }
}
