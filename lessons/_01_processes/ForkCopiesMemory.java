package _01_processes;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// # One variable, two processes
///
/// A child sets `foo`. Does its parent notice?
public final class ForkCopiesMemory implements Experiment {
  /// `( … ) &` makes the shell call fork(): from there on two shells run this very script.
  static final String FORK =
      """
      foo=bar
      (
        echo "child $foo"
        foo=baz
        echo "child $foo"
      ) &
      wait
      echo "parent $foo"
      echo "process $$ forked process $!"
      """;

  /// A new program, not a copy: it gets what its parent hands over, and nothing else.
  static final class NewProgram {
    static String foo = "unset";

    public static void main(String[] args) {
      System.out.println("memory " + foo);
      System.out.println("argument " + args[0]);
      System.out.println("environment " + System.getenv("FOO"));
    }
  }

  @Override
  public String id() {
    return "fork-copies-memory";
  }

  @Override
  public String title() {
    return "One variable, two processes";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        foo is "bar". A process forks; the child sets foo to "baz" and ends. \
        Then the parent prints foo. What does it print?\
        """,
        "bar",
        "baz",
        "nothing: foo is gone");
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the parent prints after its child set foo to baz"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    if (Executables.find("sh").isPresent()) {
      forked("shell", CompletedProcess.of(new ProcessBuilder("sh", "-c", FORK)).lines(), record);
    } else {
      record.note("The fork was skipped: there is no sh on this machine.");
    }
    forked(
        "Python",
        PythonScript.run(ForkCopiesMemory.class, "fork_copies_memory.py", record),
        record);
    startedAfresh(record);
  }

  private static void forked(String language, List<String> lines, Recorder record) {
    if (lines.isEmpty()) {
      return;
    }
    lines.forEach(line -> record.said(language, line));
    var parent = lines.contains("parent bar") ? "bar" : "baz";
    record.answer(parent);
    record.outcome("bar", ACCEPTABLE, parent.equals("bar") ? 1 : 0, "the parent has its own foo");
    record.outcome("baz", FORBIDDEN, parent.equals("baz") ? 1 : 0, "parent and child share foo");
    record.claim(
        "A forked child begins with a copy of its parent's memory (" + language + ").",
        lines.getFirst().equals("child bar"),
        lines.getFirst());
    record.claim(
        "What the child changes stays in the child (" + language + ").",
        parent.equals("bar"),
        "the child set baz, the parent printed " + parent);
  }

  private static void startedAfresh(Recorder record) throws IOException, InterruptedException {
    NewProgram.foo = "bar"; // in this JVM only
    var child = JavaProcess.builder(NewProgram.class, "bar");
    child.environment().put("FOO", "bar");
    var lines = CompletedProcess.of(child).lines();
    lines.forEach(line -> record.said("new JVM", line));
    record.claim(
        "A new JVM inherits no variable.", lines.contains("memory unset"), lines.getFirst());
    record.claim(
        "It gets what it is handed.",
        lines.contains("argument bar") && lines.contains("environment bar"),
        String.join(", ", lines.subList(1, lines.size())));
  }

  @Override
  public String explanation() {
    return """
    `fork` makes a second process that is a copy of the first: same variables, same open files, same
    place in the program. From then on each has its own memory. The child's `foo = baz` changes the
    child's copy; the parent cannot see it, however long it waits.

    (The system does not really copy everything at once. Both share each page of memory until one of
    them writes to it; only then is that page copied. Nobody can tell the difference, except by how
    fast a fork is.)

    A new JVM is not a fork: it is a new program that begins at `main` with `foo` as the class file
    says. What it should know must be handed over: as an argument, in the environment, or through a
    pipe or socket. Java has no `fork()`, and for a good reason: fork copies only the thread that
    calls it, and a JVM without its garbage collector's and compiler's threads soon stands still.
    """;
  }
}
