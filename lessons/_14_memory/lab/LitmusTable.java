package _14_memory.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;

/// How the trials of a litmus test ended, beside what the explorer found.
record LitmusTable(List<LitmusVariant> variants, Observations seen) {
  static final String FOUND_IN = "explore finds, ";
  static final String SEPARATOR = " / ";

  private Optional<List<String>> found(LitmusVariant variant) {
    return seen.fact(FOUND_IN + variant.name()).map(all -> List.of(all.split(SEPARATOR)));
  }

  boolean allExplored() {
    return variants.stream().allMatch(variant -> found(variant).isPresent());
  }

  /// Whether some schedule of a variant ends so, or a trial did.
  boolean canEnd(String name, String outcome) {
    return seen.count(name, outcome) > 0
        || variants.stream()
            .filter(variant -> variant.name().equals(name))
            .anyMatch(variant -> found(variant).orElse(List.of()).contains(outcome));
  }

  Findings withClaims(Findings answer) {
    var trials = seen.outcomes().stream().mapToLong(Outcome::count).sum();
    var forbidden =
        seen.outcomes().stream()
            .filter(each -> each.expected() == Outcome.Expectation.FORBIDDEN)
            .mapToLong(Outcome::count)
            .sum();
    var onRealThreads =
        answer.claim(
            "On real threads, nothing forbidden was seen.",
            trials > 0 && forbidden == 0,
            "%,d of %,d trials ended in a forbidden way".formatted(forbidden, trials));
    if (!allExplored()) {
      return onRealThreads;
    }
    var seenOnly = rows(this::isSeenOnly);
    var misjudged = rows(this::isMisjudged);
    return onRealThreads
        .claim(
            "Explore finds all that was seen on real threads, but for what it doesn't try.",
            trials > 0 && seenOnly.isEmpty(),
            "seen, but not found: " + seenOnly)
        .claim(
            "Explore finds all that is allowed, but for what it doesn't try, and nothing else.",
            misjudged.isEmpty(),
            "allowed and not found, or the other way round: " + misjudged);
  }

  private List<String> rows(BiPredicate<LitmusVariant, LitmusRow> which) {
    return variants.stream()
        .flatMap(
            variant ->
                variant.rows().stream()
                    .filter(row -> row.tried() && which.test(variant, row))
                    .map(row -> variant.name() + ": " + row.outcome()))
        .toList();
  }

  private boolean isSeenOnly(LitmusVariant variant, LitmusRow row) {
    return seen.count(variant.name(), row.outcome()) > 0
        && !found(variant).orElseThrow().contains(row.outcome());
  }

  private boolean isMisjudged(LitmusVariant variant, LitmusRow row) {
    return found(variant).orElseThrow().contains(row.outcome()) != row.isAllowed();
  }
}
