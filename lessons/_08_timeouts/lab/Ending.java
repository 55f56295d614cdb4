package _08_timeouts.lab;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// How a call ended, in words: what it returned, or what it threw.
final class Ending {
  static final String NEVER = "was not tried";

  private Ending() {}

  /// Calls, and blocks as long as the call does.
  ///
  /// @return for example `returns -1` or `SocketException: Connection reset`
  static String of(Callable<?> call) throws InterruptedException {
    try {
      return "returns " + call.call();
    } catch (InterruptedException cancelled) {
      throw cancelled;
    } catch (ExecutionException failed) {
      return words(failed.getCause());
    } catch (Exception failed) {
      return words(failed);
    }
  }

  private static String words(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  /// Records how a call ended.
  static void record(String call, String ended, Recorder record) {
    var parts = ended.split(": ", 2);
    record.outcome(call, parts[0], Expectation.ACCEPTABLE, 1, parts.length == 1 ? "" : parts[1]);
  }

  /// How a call ended, as recorded; [#NEVER] when it wasn't.
  static String of(String call, Observations seen) {
    return seen.outcomes().stream()
        .filter(outcome -> outcome.group().equals(call))
        .map(outcome -> joined(outcome.seen(), outcome.meaning()))
        .findFirst()
        .orElse(NEVER);
  }

  private static String joined(String seen, String meaning) {
    return meaning.isEmpty() ? seen : seen + ": " + meaning;
  }
}
