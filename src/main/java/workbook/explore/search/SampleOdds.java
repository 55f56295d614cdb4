package workbook.explore.search;

import workbook.explore.runtime.Execution;

/// How probable it was that samples show a failure that takes one preemption.
///
/// A sample that stops a thread at one random place finds it with a probability of at least 1 in n
/// times k, of n threads and k decisions (Burckhardt, Kothari, Musuvathi, Nagarakatti: A Randomized
/// Scheduler with Probabilistic Guarantees of Finding Bugs, ASPLOS 2010).
final class SampleOdds {
  private int samples;
  private int threads = 1;
  private int decisions = 1;
  private boolean known = true;

  /// Notes a sample.
  ///
  /// @param stopsOnce whether it stopped a thread at one place only
  void note(Execution execution, PctStrategy strategy, boolean stopsOnce) {
    samples += stopsOnce ? 1 : 0;
    threads = Math.max(threads, execution.threads().size());
    decisions = Math.max(decisions, strategy.expected());
    known &=
        strategy.decisions() <= strategy.expected()
            && !strategy.hadRareEvents()
            && !execution.isApproximate();
  }

  /// From 0 to 1; 0 when it is not known, because other things than the order of threads were
  /// drawn, too.
  double chance() {
    var misses = 1 - 1.0 / ((double) threads * decisions);
    return known ? 1 - Math.pow(misses, samples) : 0;
  }
}
