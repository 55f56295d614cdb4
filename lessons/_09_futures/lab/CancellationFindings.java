package _09_futures.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// What a cancelled future says, and what its thread does.
final class CancellationFindings {
  static final String NEVER_LOOKS = "never looks, cancel(true)";
  static final String LOOKS = "looks, cancel(true)";
  static final String NO_INTERRUPT = "looks, cancel(false)";
  static final String COMPLETABLE = "looks, CompletableFuture";
  static final List<String> WAYS = List.of(NEVER_LOOKS, LOOKS, NO_INTERRUPT, COMPLETABLE);

  static final String AT_ONCE = "it stops at once";
  static final String SOON = "it stops a moment later";
  static final String GOES_ON = "it goes on with the task";
  private static final List<String> ENDINGS = List.of(AT_ONCE, SOON, GOES_ON);

  private CancellationFindings() {}

  static Findings of(Observations seen) {
    var cancelled = WAYS.stream().filter(way -> says(way, "state CANCELLED", seen)).toList();
    var clean =
        WAYS.stream().filter(way -> says(way + ": next task", "not interrupted", seen)).toList();
    return answer(seen)
        .claim(
            "The future is cancelled at once, whatever its thread does.",
            cancelled.equals(WAYS),
            "for %,d of %,d".formatted(cancelled.size(), WAYS.size()))
        .claim(
            "A task that looks at its interrupt stops after cancel(true).",
            seen.count(LOOKS, AT_ONCE) + seen.count(LOOKS, SOON) > 0 && goesOn(LOOKS, seen) == 0,
            "went on in %,d".formatted(goesOn(LOOKS, seen)))
        .claim(
            "Without an interrupt it goes on: after cancel(false), or a CompletableFuture's"
                + " cancel.",
            goesOn(NO_INTERRUPT, seen) > 0 && goesOn(COMPLETABLE, seen) > 0,
            "went on in %,d and %,d"
                .formatted(goesOn(NO_INTERRUPT, seen), goesOn(COMPLETABLE, seen)))
        .claim(
            "The next task of the same worker isn't interrupted.",
            clean.equals(WAYS),
            "for %,d of %,d".formatted(clean.size(), WAYS.size()));
  }

  private static boolean says(String fact, String text, Observations seen) {
    return seen.fact(fact).filter(value -> value.endsWith(text)).isPresent();
  }

  private static long goesOn(String way, Observations seen) {
    return seen.count(way, GOES_ON);
  }

  private static Findings answer(Observations seen) {
    return ENDINGS.stream()
        .filter(ending -> seen.count(NEVER_LOOKS, ending) > 0)
        .findFirst()
        .map(Findings::answer)
        .orElse(Findings.cannotTell("Nothing was seen of the task. Run it again."));
  }
}
