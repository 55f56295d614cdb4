package _09_futures.lab;

import java.util.List;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;

/// What main was given, and whether the endless task has ended.
final class InvokeFindings {
  static final String ALL = "invokeAll gives";
  static final String ANY = "invokeAny gives";
  static final String ALL_INTERRUPTED = ALL + ", the endless task was interrupted";
  static final String ANY_INTERRUPTED = ANY + ", the endless task was interrupted";
  static final String EACH_ITS_OWN = "FAILED, CANCELLED, SUCCESS";

  private InvokeFindings() {}

  static Findings of(Observations seen) {
    var all = seen.fact(ALL).orElse("nothing seen");
    var any = seen.fact(ANY).orElse("nothing seen");
    var asked = List.of(seen.fact(ALL_INTERRUPTED), seen.fact(ANY_INTERRUPTED));
    return answer(all)
        .claim("invokeAll cancels what is late.", all.equals(EACH_ITS_OWN), all)
        .claim("invokeAny passes over a failure and takes an answer.", any.equals("an answer"), any)
        .claim(
            "The task that is no longer wanted is interrupted.",
            asked.stream().allMatch(Optional.of("true")::equals),
            "" + asked);
  }

  private static Findings answer(String all) {
    return switch (all) {
      case "an exception" -> Findings.answer(all);
      case "SUCCESS" -> Findings.answer("the one answer");
      case "nothing seen" -> Findings.cannotTell("invokeAll wasn't called. Run it again.");
      default -> Findings.answer("a future for each task");
    };
  }
}
