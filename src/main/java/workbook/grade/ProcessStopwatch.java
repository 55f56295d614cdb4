package workbook.grade;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import workbook.process.TaskStat;

/// How long a process has computed since a moment, and how long it has waited.
final class ProcessStopwatch {
  /// The real time that is looked at as a whole.
  private static final Duration SPELL = Duration.ofSeconds(1);

  /// Who computes less in a spell does nothing. An idle JVM needs about a tenth of it.
  private static final Duration IDLE = Duration.ofMillis(20);

  /// Who computes more in a spell does not wait. A thread that sleeps for a millisecond, looks
  /// around and sleeps again computes less.
  private static final Duration BUSY = SPELL.dividedBy(2);

  private final ProcessHandle process;
  private final Duration computedBefore;
  private Duration waited = Duration.ZERO;
  private Map<ProcessHandle, Duration> familyAtSpell;
  private long spellBegan = System.nanoTime();

  ProcessStopwatch(ProcessHandle process) {
    this.process = process;
    computedBefore = computedEver(process);
    familyAtSpell = family();
  }

  /// Time of the processor, with a grain of some hundredths of a second.
  Duration computed() {
    return computedEver(process).minus(computedBefore);
  }

  /// Real time in which neither the process nor what it has started computed, or would have if it
  /// had got a processor. Where it waits for a process that it has started, what that one computes
  /// counts instead. To be asked at least once a second.
  Duration waited() {
    if (System.nanoTime() - spellBegan >= SPELL.toNanos()) {
      var family = family();
      waited =
          waited.plus(
              ofSpell(
                  computed(process, family),
                  family.keySet().stream()
                      .filter(one -> !one.equals(process))
                      .map(one -> computed(one, family))
                      .reduce(Duration.ZERO, Duration::plus),
                  family.keySet().stream()
                      .flatMap(one -> TaskStat.ofThreads(one).stream())
                      .toList()));
      familyAtSpell = family;
      spellBegan = System.nanoTime();
    }
    return waited;
  }

  /// How much of a spell counts as waiting. A spell counts as one second even if it was longer:
  /// then whoever looks was kept from looking, and perhaps everybody was.
  ///
  /// @param own what the process computed
  /// @param others what those it has started computed
  /// @param threads of all of them, at the end; empty where the system does not tell
  static Duration ofSpell(Duration own, Duration others, List<TaskStat> threads) {
    if (own.compareTo(threads.isEmpty() ? IDLE : BUSY) >= 0) {
      return Duration.ZERO;
    }
    return others.compareTo(IDLE) >= 0 || threads.stream().anyMatch(TaskStat::isAwake)
        ? others
        : SPELL.minus(own);
  }

  private Duration computed(ProcessHandle one, Map<ProcessHandle, Duration> now) {
    var more = now.get(one).minus(familyAtSpell.getOrDefault(one, Duration.ZERO));
    return more.isNegative() ? Duration.ZERO : more; // it has just ended
  }

  /// What the process and those it has started have ever computed.
  private Map<ProcessHandle, Duration> family() {
    return Stream.concat(Stream.of(process), process.descendants())
        .distinct()
        .collect(toMap(Function.identity(), ProcessStopwatch::computedEver));
  }

  /// Nothing where the system does not tell, or the process is gone.
  private static Duration computedEver(ProcessHandle one) {
    return one.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
