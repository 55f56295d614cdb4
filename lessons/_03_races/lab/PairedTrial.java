package _03_races.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// Two threads met at a fresh object and called it.
///
/// @param shared the object
/// @param left what the call returned to one thread
/// @param right what it returned to the other
/// @param atOnce whether neither thread had to let the other run first
record PairedTrial<T, R>(T shared, R left, R right, boolean atOnce) {
  private static final String MET = "trials with both threads running";

  /// Blocks until so many trials are over.
  static <T, R> List<PairedTrial<T, R>> run(int trials, Supplier<T> fresh, Function<T, R> call)
      throws Exception {
    var shared = Stream.generate(fresh).limit(trials).toList();
    var start = new Rendezvous();
    Callable<List<Side<R>>> thread =
        () -> {
          var results = new ArrayList<Side<R>>(trials);
          for (var trial = 0; trial < trials; trial++) {
            var met = start.meet(trial);
            results.add(new Side<>(call.apply(shared.get(trial)), met));
          }
          return results;
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = threads.invokeAll(List.of(thread, thread));
      var left = both.getFirst().get();
      var right = both.getLast().get();
      return IntStream.range(0, trials)
          .mapToObj(n -> Side.join(shared.get(n), left.get(n), right.get(n)))
          .toList();
    }
  }

  /// What one thread brought back.
  private record Side<R>(R result, boolean met) {
    static <T, R> PairedTrial<T, R> join(T shared, Side<R> left, Side<R> right) {
      return new PairedTrial<>(shared, left.result, right.result, left.met && right.met);
    }
  }

  static <T, R> void recordMeetings(
      String program, List<PairedTrial<T, R>> trials, Recorder record) {
    var met = trials.stream().filter(PairedTrial::atOnce).count();
    record.sample(MET, "%", program, 100.0 * met / trials.size());
  }

  /// What to say of a fault that did not show: nothing, unless the threads ran at once.
  static Findings absent(String answer, String program, Observations seen) {
    return seen.samples(MET, program).filter(share -> share.median() >= 50).isPresent()
        ? Findings.answer(answer)
        : Findings.cannotTell(
            "The two threads mostly took turns, so they had little chance to collide."
                + " Run it again when the machine is idle, or use explore, which needs no luck.");
  }
}
