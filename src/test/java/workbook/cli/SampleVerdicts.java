package workbook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import workbook.Exercise;
import workbook.compile.SourceDiagnostic;
import workbook.explore.Trace;
import workbook.grade.Grader;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// Verdicts made by hand, and a graders that gives them, one after the other; the last one again
/// and again.
public final class SampleVerdicts implements Grader.Factory {
  /// A graders that nobody may call.
  static final Grader.Factory NONE =
      (home, many) -> {
        throw new IllegalStateException("nothing was to be graded here");
      };

  static final Exercise HELLO = TestBook.LESSONS.getFirst().exercises().getFirst();

  private final List<String> asked = new ArrayList<>();
  private final Deque<GradingResult> verdicts;

  private SampleVerdicts(List<GradingResult> verdicts) {
    this.verdicts = new ArrayDeque<>(verdicts);
  }

  public static SampleVerdicts of(GradingResult... verdicts) {
    return new SampleVerdicts(List.of(verdicts));
  }

  public static GradingResult marked(TestResult... marks) {
    return new GradingResult.Scored(HELLO, "00ff", List.of(marks));
  }

  static GradingResult refused(SourceDiagnostic... complaints) {
    return new GradingResult.Rejected(HELLO, List.of(complaints));
  }

  public static TestResult pass(String test, int points, String because) {
    return mark(test, points, new TestOutcome.Pass(because), "");
  }

  public static TestResult fail(String test, int points, String what) {
    return mark(test, points, new TestOutcome.Fail(what, Optional.empty()), "");
  }

  static TestResult mark(String test, int points, TestOutcome outcome, String printed) {
    return new TestResult(test, "says of " + test, points, "lesson 01, \"Why\"", outcome, printed);
  }

  /// A failing run of two steps.
  static Trace trace() {
    return new Trace(
        List.of("other", "main"),
        List.of(
            new Trace.Step(
                "other", "Hello.java", 7, "n++;", "reads", "n", "", "0", "", "", 0, "", ""),
            new Trace.Step(
                "main", "Hello.java", 7, "n++;", "reads", "n", "", "0", "", "", 0, "other", "")),
        Trace.End.FAILED,
        "a check failed: main: greetings ==> expected: <2> but was: <1>",
        List.of("other waits for main"),
        "1.1+ab");
  }

  @Override
  public synchronized Grader open(Path home, boolean many) {
    hear(many ? "many" : "one");
    return new Grader() {
      @Override
      public GradingResult check(Exercise exercise, Path file) throws IOException {
        return answer("check " + exercise.name() + " " + file.getFileName());
      }

      @Override
      public GradingResult check(Exercise exercise, Path file, byte[] bytes) throws IOException {
        return answer("check " + exercise.name() + " " + new String(bytes, UTF_8).strip());
      }

      @Override
      public GradingResult replay(Exercise exercise, Path file, String test, String schedule)
          throws IOException {
        return answer("replay " + test + " " + schedule);
      }

      @Override
      public void close() {
        hear("close");
      }
    };
  }

  /// What the graders and its judges were asked, for example `many`, `check Hello Hello.java` or
  /// `close`.
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /// Waits until it was asked at least as much as this, and compares the beginning.
  synchronized void await(List<String> expected) throws InterruptedException {
    while (asked.size() < expected.size()) {
      wait();
    }
    assertEquals(expected, asked.subList(0, expected.size()));
  }

  private synchronized void hear(String what) {
    asked.add(what);
    notifyAll();
  }

  private synchronized GradingResult answer(String question) throws IOException {
    hear(question);
    if (verdicts.isEmpty()) {
      throw new IOException("no JVM can be started");
    }
    return verdicts.size() == 1 ? verdicts.getFirst() : verdicts.removeFirst();
  }
}
