package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import workbook.process.JavaProcess;

/// A greeting in a process of its own, as a function and as an object: made, started, joined.
public final class HelloProcess {
  private final ProcessBuilder builder;
  private Process child;

  /// The greeting as a function. Blocks until the child has ended, or the limit is reached.
  ///
  /// @return what the child said
  public static String greet(String name, Duration limit) throws IOException, InterruptedException {
    var child = JavaProcess.builder(Hello.class, name).start();
    try {
      child.waitFor(limit);
      child.exitValue(); // throws when the time is up and the child still runs
      return child.inputReader().readLine();
    } finally {
      child.destroyForcibly();
    }
  }

  /// Only a plan: no process exists yet.
  public HelloProcess(String name) {
    builder = JavaProcess.builder(Hello.class, name);
  }

  public void start() throws IOException {
    child = builder.start();
  }

  /// Blocks until the greeting has been said and the child has ended, or the limit is reached.
  ///
  /// @return what the child printed
  public List<String> join(Duration limit) throws IOException, InterruptedException {
    try {
      if (!child.waitFor(limit)) { // one short line: it fits into the pipe unread
        throw new IOException("The child did not end within " + limit.toSeconds() + " s.");
      }
      return child.inputReader().readAllLines();
    } finally {
      child.destroyForcibly();
    }
  }
}
