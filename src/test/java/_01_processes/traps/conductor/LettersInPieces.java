package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

@Trap(
    belief = "what has come so far is text",
    fails = "lettersStayWhole",
    saying = "how two children ended")
public final class LettersInPieces implements Orchestra {
  private static final int PAUSE_MILLIS = 2;

  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    if (limitEach.isZero() || limitEach.isNegative()) {
      throw new IllegalArgumentException("limitEach is " + limitEach);
    }
    var children = new ArrayList<Child>();
    try {
      for (var command : commands) {
        children.add(new Child(command, limitEach));
      }
      while (children.stream().anyMatch(Child::goesOn)) {
        for (var child : children) {
          child.drain();
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(child.ending());
      }
      return endings;
    } finally {
      children.forEach(Child::end);
    }
  }

  private static final class Child {
    private final Process process;
    private final Duration limit;
    private final long started;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    Child(List<String> command, Duration limit) throws IOException {
      process = new ProcessBuilder(command).start();
      this.limit = limit;
      started = System.nanoTime();
      process.getOutputStream().close();
    }

    boolean goesOn() {
      return process.isAlive() && limit.minusNanos(System.nanoTime() - started).isPositive();
    }

    /// Takes what is there, and waits for nothing.
    void drain() throws IOException {
      take(process.getInputStream(), output);
      take(process.getErrorStream(), errors);
    }

    private static void take(InputStream from, StringBuilder to) throws IOException {
      to.append(new String(from.readNBytes(from.available()), UTF_8));
    }

    Ending ending() throws IOException {
      var exitCode = process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
      drain(); // before the end: destroying a process closes its streams
      return new Ending(output.toString(), errors.toString(), exitCode);
    }

    void end() {
      var family = process.descendants().toList();
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }
  }
}
