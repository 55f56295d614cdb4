package _01_processes.alternatives.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Looks at all children ten times a second, and sleeps in between: no more often than it must. One
/// whose time is up is killed at one look, and found dead at the next.
public final class NowAndThen implements Orchestra {
  private static final int NAP_MILLIS = 95;

  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    if (!limitEach.isPositive()) {
      throw new IllegalArgumentException("limitEach is " + limitEach);
    }
    var children = new ArrayList<Child>();
    try {
      for (var command : commands) {
        children.add(new Child(command, limitEach));
      }
      while (children.stream().filter(Child::goesOn).count() > 0) { // looks at each of them
        Thread.sleep(NAP_MILLIS);
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(child.ending());
      }
      return endings;
    } finally {
      for (var child : children) {
        child.leave();
      }
    }
  }

  private static final class Child {
    private final Path output = Files.createTempFile("output", "");
    private final Path errors = Files.createTempFile("errors", "");
    private final Duration limit;
    private final long started;
    private final Process process;
    private boolean late;

    Child(List<String> command, Duration limit) throws IOException {
      this.limit = limit;
      started = System.nanoTime();
      try {
        process =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
      } catch (IOException noSuchCommand) {
        delete();
        throw noSuchCommand;
      }
      process.getOutputStream().close();
    }

    boolean goesOn() {
      var lives = process.isAlive();
      if (lives && !late && !limit.minusNanos(System.nanoTime() - started).isPositive()) {
        late = true;
        kill();
      }
      return lives;
    }

    private void kill() {
      var family = process.descendants().toList();
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
    }

    Ending ending() throws IOException {
      var exitCode = late ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
      return new Ending(text(output), text(errors), exitCode);
    }

    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), UTF_8);
    }

    void leave() throws IOException {
      if (process.isAlive()) {
        kill();
        process.onExit().join();
      }
      delete();
    }

    private void delete() throws IOException {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
