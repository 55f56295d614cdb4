package workbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import workbook.Exercise;
import workbook.explore.Trace;
import workbook.grade.Complaint;
import workbook.grade.Mark;
import workbook.grade.Outcome;
import workbook.grade.Verdict;

/// Verdicts made by hand, and a court that gives them, one after the other; the last one again and
/// again.
final class Verdicts implements Judge.Court {
  /// A court that nobody may call.
  static final Judge.Court NONE =
      (home, many) -> {
        throw new IllegalStateException("nothing was to be graded here");
      };

  static final Exercise HELLO = TestBook.LESSONS.getFirst().exercises().getFirst();

  private final List<String> asked = new ArrayList<>();
  private final Deque<Verdict> verdicts;

  private Verdicts(List<Verdict> verdicts) {
    this.verdicts = new ArrayDeque<>(verdicts);
  }

  static Verdicts of(Verdict... verdicts) {
    return new Verdicts(List.of(verdicts));
  }

  static Verdict marked(Mark... marks) {
    return new Verdict.Marked(HELLO, List.of(marks));
  }

  static Verdict refused(Complaint... complaints) {
    return new Verdict.Refused(HELLO, List.of(complaints));
  }

  static Mark pass(String test, int points, String because) {
    return mark(test, points, new Outcome.Pass(because), "");
  }

  static Mark fail(String test, int points, String what) {
    return mark(test, points, new Outcome.Fail(what, Optional.empty()), "");
  }

  static Mark mark(String test, int points, Outcome outcome, String printed) {
    return new Mark(test, "says of " + test, points, "lesson 01, \"Why\"", outcome, printed);
  }

  /// A failing run of two steps.
  static Trace trace() {
    return new Trace(
        List.of("other", "main"),
        List.of(
            new Trace.Step("other", "Hello.java", 7, "n++;", "reads", "n", "0", 0, ""),
            new Trace.Step("main", "Hello.java", 7, "n++;", "reads", "n", "0", 0, "other")),
        Trace.End.FAILED,
        "a check failed: main: greetings ==> expected: <2> but was: <1>",
        List.of("other waits for main"),
        "1.1+ab");
  }

  @Override
  public synchronized Judge judge(Path home, boolean many) {
    hear(many ? "many" : "one");
    return new Judge() {
      @Override
      public Verdict check(Exercise exercise, Path file) throws IOException {
        return answer("check " + exercise.name() + " " + file.getFileName());
      }

      @Override
      public Verdict replay(Exercise exercise, Path file, String test, String schedule)
          throws IOException {
        return answer("replay " + test + " " + schedule);
      }

      @Override
      public void close() {
        hear("close");
      }
    };
  }

  /// What the court and its judges were asked, for example `many`, `check Hello Hello.java` or
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

  private synchronized Verdict answer(String question) throws IOException {
    hear(question);
    if (verdicts.isEmpty()) {
      throw new IOException("no JVM can be started");
    }
    return verdicts.size() == 1 ? verdicts.getFirst() : verdicts.removeFirst();
  }
}
