package workbook.grade;

import java.time.Duration;

/// How long a process has computed since a moment, and how long it has waited.
final class ProcessStopwatch {
  /// The real time that is looked at as a whole.
  private static final Duration SPELL = Duration.ofSeconds(1);

  /// A spell with less computing counts as waiting. An idle JVM needs about a tenth of it.
  private static final Duration IDLE = Duration.ofMillis(20);

  private final ProcessHandle process;
  private final Duration computedBefore;
  private Duration waited = Duration.ZERO;
  private Duration computedAtSpell;
  private long spellBegan = System.nanoTime();

  ProcessStopwatch(ProcessHandle process) {
    this.process = process;
    computedBefore = computedEver();
    computedAtSpell = computedBefore;
  }

  /// Time of the processor, with a grain of some hundredths of a second.
  Duration computed() {
    return computedEver().minus(computedBefore);
  }

  /// Real time of whole seconds without computing. To be asked at least once a second.
  Duration waited() {
    var spell = Duration.ofNanos(System.nanoTime() - spellBegan);
    if (spell.compareTo(SPELL) >= 0) {
      var computed = computedEver();
      if (computed.minus(computedAtSpell).compareTo(IDLE) < 0) {
        waited = waited.plus(spell);
      }
      computedAtSpell = computed;
      spellBegan = System.nanoTime();
    }
    return waited;
  }

  /// Nothing where the system does not tell, or the process is gone.
  private Duration computedEver() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
