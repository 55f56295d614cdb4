package _02_threads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// # How a program ends
///
/// The main thread is done or has failed; another thread is not. Five small programs, each in a JVM
/// of its own: when do they end, and with which exit code?
public final class DaemonAndUncaught implements Experiment {
  private static final String SAVED = "worker: work saved";
  private static final String END = "main: the end";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "daemon-and-uncaught";
  }

  @Override
  public String title() {
    return "How a program ends";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A worker thread throws an exception that nobody catches. The main thread goes on and ends \
        as usual. Which exit code does the program give?\
        """,
        "0, as if all were well",
        "1, for the exception",
        "none: it never ends");
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var user = end(Endings.USER, record);
    record.claim(
        "The JVM waits for a thread that is no daemon.",
        user.code() == 0 && user.lines().contains(SAVED),
        seen(user));
    record.progress(1, 5);

    var daemon = end(Endings.DAEMON, record);
    record.claim(
        "It does not wait for a daemon: its work is not saved.",
        daemon.code() == 0 && !daemon.lines().contains(SAVED),
        seen(daemon));
    record.progress(2, 5);

    var uncaught = end(Endings.WORKER_THROWS, record);
    record.claim(
        "An uncaught exception ends its thread, not the program.",
        uncaught.code() == 0 && uncaught.lines().contains(END),
        seen(uncaught));
    record.answer(
        uncaught.code() == 0 ? "0, as if all were well" : uncaught.code() + ", for the exception");
    record.progress(3, 5);

    var inMain = end(Endings.MAIN_THROWS, record);
    record.claim(
        "Thrown in main it makes the exit code 1; other threads still finish.",
        inMain.code() == 1 && inMain.lines().contains(SAVED),
        seen(inMain));
    record.progress(4, 5);

    var collected = end(Endings.COLLECTED, record);
    record.claim(
        "Asked for with get(), a worker's failure reaches main.",
        collected.code() == 1 && !collected.lines().contains(END),
        seen(collected));
  }

  /// Runs one of the programs to its end.
  private static CompletedProcess end(Endings which, Recorder record)
      throws IOException, InterruptedException {
    var builder = JavaProcess.builder(Endings.class, which.name()).redirectErrorStream(true);
    var child = builder.start();
    try {
      if (which != Endings.DAEMON) {
        child.getOutputStream().close(); // tells the worker to go on; the daemon is never told
      }
      if (!child.waitFor(LIMIT)) { // the few lines it prints fit into the pipe unread
        throw new IOException("The program did not end within " + LIMIT.toSeconds() + " s.");
      }
      var lines = child.inputReader(StandardCharsets.UTF_8).readAllLines();
      lines.stream()
          .filter(line -> !line.startsWith("\tat ")) // the stack trace's frames
          .forEach(line -> record.said(which.label, line));
      record.said(which.label, "(exit code " + child.exitValue() + ")");
      return new CompletedProcess(child.exitValue(), lines);
    } finally {
      CompletedProcess.end(child);
    }
  }

  private static String seen(CompletedProcess program) {
    return "exit code %d, last line: %s".formatted(program.code(), program.lines().getLast());
  }

  @Override
  public String explanation() {
    return """
    A JVM ends when its last thread ends that is no *daemon*. So a worker may outlive main and \
    finish its work. A daemon is for work nobody will miss: it is cut off wherever it is, \
    without `finally`. Virtual threads are always daemons.

    An exception that nobody catches ends **its own thread** and prints a stack trace. No \
    other thread is told, and the exit code stays 0: a script that started this program \
    believes that all went well. Only the main thread's own exception makes it 1.

    The cure is to ask: a `Future` keeps the failure, and `get()` throws it in the thread that \
    asks. A thread that nobody joins and nobody asks fails in silence.
    """;
  }
}
