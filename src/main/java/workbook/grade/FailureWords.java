package workbook.grade;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.grade.worker.TestOutcome;

/// How a test went, in a learner's words: `expected 2, saw 1` where JUnit says `==> expected: <2>
/// but was: <1>`.
public final class FailureWords {
  /// What JUnit says of two values that should be equal, with or without words before it.
  private static final Pattern COMPARED =
      Pattern.compile("(?s)(^| ==> )expected: <(.*)> but was: <(.*)>");

  private FailureWords() {}

  /// Why a test passed or did not; may be empty for a pass. May have several lines.
  public static String of(TestOutcome outcome) {
    return switch (outcome) {
      case TestOutcome.Pass pass -> pass.because();
      case TestOutcome.Fail fail -> plain(fail.what());
      case TestOutcome.Stuck stuck -> plain(stuck.what());
      case TestOutcome.Resource resource -> plain(resource.what());
      case TestOutcome.Inconclusive unknown -> "not judged: " + plain(unknown.why());
      case TestOutcome.NotRun notRun -> "not run: " + plain(notRun.why());
    };
  }

  /// What JUnit and the explorer say, in plain words.
  public static String plain(String what) {
    var words =
        what.replaceFirst("^a check failed: (main: )?", "")
            .replaceFirst(" ==> Expected ([\\w.$]+\\.)?(\\w+) to be thrown,", ": expected $2,")
            .replaceFirst(
                "( ==> )?Unexpected exception type thrown, "
                    + "expected: <([\\w.$]+\\.)?(\\w+)> but was: <([\\w.$]+\\.)?(\\w+)>",
                ": expected $3, saw $5");
    return COMPARED
        .matcher(words)
        .replaceAll(
            found -> {
              var colon = found.group(1).isEmpty() ? "" : ": ";
              var values = "expected %s, saw %s".formatted(shown(found, 2), shown(found, 3));
              return Matcher.quoteReplacement(colon + values);
            });
  }

  /// A value as it is; in quotes when its ends or its line breaks could not be seen.
  private static String shown(MatchResult found, int group) {
    var value = found.group(group);
    return value.equals(value.strip()) && !value.isEmpty() && value.indexOf('\n') < 0
        ? value
        : '"' + value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
  }
}
