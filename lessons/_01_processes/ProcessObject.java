package _01_processes;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// # hello Bob, from a child
///
/// A process as an object: make it, start it, wait for it, read its exit code.
public final class ProcessObject implements Experiment {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// The ways a child can end.
  private enum Ending {
    RETURNS("its main returns"),
    EXITS("it calls System.exit(3)"),
    THROWS("its main throws"),
    KILLED("its parent kills it");

    private final String says;

    Ending(String says) {
      this.says = says;
    }
  }

  /// A program that ends in the way its argument says.
  static final class Child {
    public static void main(String[] args) throws InterruptedException {
      switch (Ending.valueOf(args[0])) {
        case RETURNS -> {}
        case EXITS -> System.exit(3);
        case THROWS -> throw new IllegalStateException("nobody catches this");
        case KILLED -> Thread.sleep(LIMIT); // the kill comes first
      }
    }
  }

  @Override
  public String id() {
    return "process-object";
  }

  @Override
  public String title() {
    return "hello Bob, from a child";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        The child's main method throws an exception that nobody catches. \
        What does waitFor() do in the parent?\
        """,
        "it throws the same exception",
        "it returns 0",
        "it returns 1",
        "it waits for ever");
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("All a parent gets back is one small number"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    greetAsFunction(record);
    greetAsClass(record);
    for (var ending : Ending.values()) {
      var code = exitCode(ending);
      record.outcome("exit code " + code, ACCEPTABLE, 1, ending.says);
      switch (ending) {
        case RETURNS -> record.claim("A main that returns gives 0.", code == 0, "saw " + code);
        case EXITS -> record.claim("System.exit(3) gives 3.", code == 3, "saw " + code);
        case THROWS -> {
          record.answer("it returns " + code);
          record.claim("A main that throws gives 1.", code == 1, "saw " + code);
        }
        case KILLED -> record.claim("A killed child gives not 0.", code != 0, "saw " + code);
      }
    }
    PythonScript.run(ProcessObject.class, "process_object.py", record)
        .forEach(line -> record.said("Python", line));
  }

  private static void greetAsFunction(Recorder record) throws IOException, InterruptedException {
    var builder = JavaProcess.builder(Hello.class, "Bob"); // a plan: there is no process yet
    var child = builder.start();
    try {
      child.waitFor(LIMIT);
      var code = child.exitValue(); // throws when the child still runs
      var said = child.inputReader().readLine();
      record.said("child " + child.pid(), said);
      record.claim(
          "The child has greeted and ended.",
          code == 0 && said.equals("hello Bob"),
          said + ", exit code " + code);
    } finally {
      child.destroyForcibly();
    }
  }

  private static void greetAsClass(Recorder record) throws IOException, InterruptedException {
    var hello = new HelloProcess("Mike");
    hello.start();
    var said = hello.join(LIMIT);
    said.forEach(line -> record.said("child " + hello.pid(), line));
    record.claim(
        "Once joined, a child of class HelloProcess has greeted.",
        said.equals(List.of("hello Mike")),
        String.join(" ", said));
  }

  /// Starts a child, waits for it, and returns the only thing it can return.
  private static int exitCode(Ending how) throws IOException, InterruptedException {
    var child =
        JavaProcess.builder(Child.class, how.name())
            .redirectError(ProcessBuilder.Redirect.DISCARD) // the stack trace
            .start();
    try {
      if (how == Ending.KILLED) {
        child.destroyForcibly();
      }
      child.waitFor(LIMIT);
      return child.exitValue();
    } finally {
      child.destroyForcibly();
    }
  }

  @Override
  public String explanation() {
    return """
    `new ProcessBuilder(…)` is only a plan. `start()` makes the process, `waitFor()` joins it: it
    blocks until the child has ended and returns its exit code.

    The exit code is all that comes back. An exception cannot cross from one process to another:
    they share no memory, so there is no stack to throw it up. The child's JVM prints it and ends
    with 1. A parent that ignores the exit code does not notice that its child failed.

    A child killed by a signal did not choose a code. Java and the shell report 128 + the signal's
    number, so 137 says SIGKILL (9); Python says -9.
    """;
  }
}
