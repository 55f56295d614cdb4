package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// # Parent and child talk on a timer
///
/// Two processes, one output. Who speaks when, and who waits for whom?
public final class TwoTalkers implements Experiment {
  @Override
  public String id() {
    return "two-talkers";
  }

  @Override
  public String title() {
    return "Parent and child talk on a timer";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        A parent starts a child. Each says 4 lines and sleeps 250 ms after every line; \
        then the parent waits for the child. How long is it from the first word to the last?\
        """,
        "ms");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("lines", 4, 1, 10, "lines each"),
        new Parameter.Count("pause", 250, 0, 2_000, "ms after each line"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Both sleep at the same time; then the parent waits"));
  }

  /// A line that came out of the pipe the two talkers share.
  private record Heard(String who, String what, long at) {
    /// What its speaker does after this line.
    String state() {
      return switch (what) {
        case "waits" -> "waits for the child";
        case "starts a child" -> "starts a child";
        default -> "sleeps";
      };
    }
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var lines = with.count("lines");
    var limit = Duration.ofSeconds(20).plusMillis((long) lines * with.count("pause"));
    var parent =
        JavaProcess.builder(Talker.class, "parent", "" + lines, "" + with.count("pause"))
            .redirectErrorStream(true)
            .start();
    try {
      var listener = new FutureTask<>(() -> listen(parent, record));
      Thread.startVirtualThread(listener);
      if (!parent.waitFor(limit)) {
        throw new TimeoutException("The talkers did not end within " + limit.toSeconds() + " s.");
      }
      conclude(listener.get(limit.toSeconds(), TimeUnit.SECONDS), lines, record);
    } finally {
      CompletedProcess.end(parent);
    }
  }

  /// Hears both, because the child inherited the parent's standard output.
  private static List<Heard> listen(Process parent, Recorder record) throws IOException {
    var heard = new ArrayList<Heard>();
    var last = new HashMap<String, Heard>();
    var output = parent.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var words = line.split(": ", 2);
      var now = new Heard(words[0], words[1], record.now());
      record.said(now.who, now.what);
      heard.add(now);
      var before = last.put(now.who, now);
      if (before != null) {
        record.span(now.who, before.state(), before.at, now.at);
      } else if (heard.size() > 1) { // the child's first word
        record.span(now.who, "starts up", heard.getFirst().at, now.at);
      }
    }
    return heard;
  }

  private static void conclude(List<Heard> heard, int lines, Recorder record) {
    var nanos = heard.getLast().at - heard.getFirst().at;
    record.answer(Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)));
    var order = heard.stream().map(one -> one.who.substring(0, 1)).collect(Collectors.joining(" "));
    record.fact("who spoke (p parent, c child)", order);
    for (var talker : List.of("parent", "child")) {
      var said =
          heard.stream()
              .filter(one -> one.who.startsWith(talker) && one.what.startsWith("line"))
              .map(Heard::what)
              .toList();
      var expected =
          IntStream.rangeClosed(1, lines).mapToObj(n -> "line " + n + " of " + lines).toList();
      record.claim(
          "The " + talker + " says its own lines in their order.",
          said.equals(expected),
          String.join(", ", said));
    }
    record.claim(
        "The parent goes on only after the child's last word.",
        heard.getLast().who.startsWith("parent"),
        "the last word is the " + heard.getLast().who.split(" ")[0] + "'s");
  }

  @Override
  public String explanation() {
    return """
    Two processes are two programs that run at the same time: while one sleeps, so does the other,
    and the pauses do not add up. Each process says its own lines in order. Between the two there is
    no order at all, unless somebody waits: whose line comes first is up to the system's scheduler
    and to the time a new process needs to start.

    `waitFor()` is such a wait. The parent asks the system to let it sleep until the child has
    ended, and uses no processor meanwhile. That is why its last line comes after every line of the
    child.

    Both lines arrive in one place because a child inherits its parent's open files.
    """;
  }
}
