package workbook.view;

import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;
import workbook.explore.Trace;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;
import workbook.io.Invocation;

/// What a check found, for a person: a line for each test, one failure with its evidence, and what
/// to read and type next.
public final class GradingReport {
  private static final String INDENT = "        ";

  private final Submission submission;
  private final Page page;
  private final StringBuilder text = new StringBuilder();

  private GradingReport(Submission submission, Page page) {
    this.submission = submission;
    this.page = page;
  }

  /// @param wanted the test whose failure is shown with its evidence; empty for the first that
  ///   failed
  public static String of(
      GradingResult result, Submission submission, Optional<String> wanted, Page page) {
    return switch (result) {
      case GradingResult.Rejected rejected -> DiagnosticReport.of(rejected, submission, page);
      case GradingResult.Scored scored -> {
        var writing = new GradingReport(submission, page);
        writing.marks(scored);
        var shown = wanted.flatMap(test -> named(scored, test)).or(() -> firstToShow(scored));
        shown.ifPresent(writing::evidence);
        writing.next(scored, shown);
        yield Ascii.of(page, writing.text.toString());
      }
    };
  }

  /// The test whose failure is shown after another one's, in a circle.
  ///
  /// @param shown the other one; empty for the first that is shown
  /// @return empty when fewer than two failed
  public static Optional<String> following(GradingResult result, Optional<String> shown) {
    if (!(result instanceof GradingResult.Scored scored)) {
      return Optional.empty();
    }
    var failed = scored.failures().stream().map(TestResult::test).toList();
    var at = shown.map(failed::indexOf).orElse(0);
    return failed.size() < 2 ? Optional.empty() : Optional.of(failed.get((at + 1) % failed.size()));
  }

  /// The line of the learner's file that the weightiest failure is about; 0 when none is known.
  public static int line(GradingResult result) {
    return switch (result) {
      case GradingResult.Rejected rejected -> rejected.diagnostics().getFirst().line();
      case GradingResult.Scored scored ->
          scored.failures().stream()
              .map(TestResult::outcome)
              .filter(TestOutcome.Fail.class::isInstance)
              .map(outcome -> lastLine((TestOutcome.Fail) outcome, scored.exercise().name()))
              .filter(line -> line > 0)
              .findFirst()
              .orElse(0);
    };
  }

  private static int lastLine(TestOutcome.Fail fail, String name) {
    return fail.trace().stream()
        .flatMap(trace -> trace.steps().stream())
        .filter(step -> step.file().equals(name + ".java"))
        .mapToInt(Trace.Step::line)
        .reduce(0, (_, later) -> later);
  }

  /// The file and the line, as a link where the terminal knows links.
  public static String link(Submission submission, int line, Page page) {
    var place = submission.shown() + (line == 0 ? "" : ":" + line);
    return page.colour()
        ? "\033]8;;%s\033\\%s\033]8;;\033\\"
            .formatted(submission.file().toAbsolutePath().toUri(), place)
        : place;
  }

  private static Optional<TestResult> named(GradingResult.Scored scored, String test) {
    return scored.results().stream().filter(result -> result.test().equals(test)).findFirst();
  }

  /// The failure that weighs most; when nothing failed, the first test that could not be judged, or
  /// else that printed something.
  private static Optional<TestResult> firstToShow(GradingResult.Scored scored) {
    return scored.failures().stream()
        .findFirst()
        .or(() -> first(scored, result -> !result.judged()))
        .or(() -> first(scored, result -> !result.printed().isBlank()));
  }

  private static Optional<TestResult> first(
      GradingResult.Scored scored, Predicate<TestResult> wanted) {
    return scored.results().stream().filter(wanted).findFirst();
  }

  private void marks(GradingResult.Scored scored) {
    var said = new HashSet<TestOutcome>();
    for (var result : scored.results()) {
      var says = TerminalText.paragraph(INDENT, result.says(), page.width()).strip();
      text.append("  %s %2d  %s\n".formatted(sign(result), result.points(), says));
      if (result.judged() || said.add(result.outcome())) {
        var how = how(result.outcome(), scored.passed()).lines().findFirst();
        how.ifPresent(words -> paragraph(INDENT, TextColor.MUTED, words));
      }
    }
  }

  private String sign(TestResult result) {
    if (!result.judged()) {
      return TextColor.BOLD.on(page, "?");
    }
    return result.passed() ? TextColor.GOOD.on(page, "✓") : TextColor.BAD.on(page, "✗");
  }

  /// How a test went, in words; empty where there is nothing to say.
  ///
  /// @param all whether every test passed, and there is room to say why each is sure
  private static String how(TestOutcome outcome, boolean all) {
    return outcome instanceof TestOutcome.Pass && !all ? "" : FailureWords.of(outcome);
  }

  private void evidence(TestResult result) {
    text.append('\n');
    paragraph("", TextColor.BOLD, result.says());
    text.append('\n');
    if (result.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      trace(fail.trace().get());
    } else {
      paragraph("", TextColor.PLAIN, how(result.outcome(), true));
    }
    if (!result.printed().isBlank()) {
      text.append("\nYour code printed:\n");
      result.printed().lines().forEach(line -> text.append("  ").append(cut(line)).append('\n'));
    }
    if (result.failed()) {
      text.append('\n');
      advice("Read:", result.read());
      result.term().ifPresent(term -> advice("Term:", Invocation.of("glossary " + term)));
    }
    if (result.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      var schedule = fail.trace().get().schedule();
      advice("Again:", submission.command("--test=" + result.test() + " --schedule=" + schedule));
    }
  }

  /// The steps as they are drawn, and how they ended in plain words below.
  private void trace(Trace trace) {
    var drawn = trace.text(page.width(), page.colour()).lines().toList();
    var below = drawn.lastIndexOf("");
    drawn.subList(0, below + 1).forEach(line -> text.append(line).append('\n'));
    paragraph("", TextColor.BOLD, FailureWords.plain(trace.ending()));
    trace.facts().forEach(fact -> paragraph("  ", TextColor.PLAIN, fact));
  }

  private String cut(String line) {
    return TerminalText.shorten(TerminalText.clean(line), page.width() - 2);
  }

  private void next(GradingResult.Scored scored, Optional<TestResult> shown) {
    var failed = scored.failures();
    text.append(failed.isEmpty() ? "\n" : "");
    following(scored, shown.map(TestResult::test))
        .ifPresent(test -> advice("Next:", submission.command("--test=" + test)));
    if (!scored.passed()) {
      advice("Stuck?", submission.hint());
    } else if (submission.isComparable()) {
      advice("Compare:", Invocation.of("exercise solution " + submission.exercise().id()));
    }
    text.append('\n');
    paragraph("", scored.passed() ? TextColor.GOOD : TextColor.BOLD, sum(scored));
  }

  private static String sum(GradingResult.Scored scored) {
    if (scored.judged()) {
      var points = "%d of %d points.".formatted(scored.points(), scored.of());
      return scored.passed() ? points + " Every test passes." : points;
    }
    var judged = scored.results().stream().filter(TestResult::judged).toList();
    var unknown = scored.results().size() - judged.size();
    if (judged.isEmpty()) {
      return "Your file cannot be graded: none of its tests could be judged.";
    }
    return "Your file cannot be graded: %d %s could not be judged. The others give %d of %d points."
        .formatted(
            unknown,
            unknown == 1 ? "test" : "tests",
            scored.points(),
            judged.stream().mapToInt(TestResult::points).sum());
  }

  private void advice(String word, String what) {
    text.append("%-10s %s\n".formatted(word, what));
  }

  private void paragraph(String indent, TextColor color, String words) {
    for (var line : words.lines().toList()) {
      for (var part :
          TerminalText.paragraph(indent, TerminalText.clean(line), page.width()).lines().toList()) {
        text.append(color.on(page, part)).append('\n');
      }
    }
  }
}
