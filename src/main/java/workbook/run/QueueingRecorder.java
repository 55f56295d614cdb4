package workbook.run;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import workbook.MessageEvent;
import workbook.Outcome;
import workbook.Recorder;
import workbook.Span;

/// Takes observations from any number of threads and holds them, in order, until they are drained.
///
/// Recording puts one entry into a lock-free queue and does nothing else: sorting and merging is
/// the work of whoever drains.
final class QueueingRecorder implements Recorder {
  private final Queue<Consumer<ObservationsBuilder>> entries = new ConcurrentLinkedQueue<>();
  private volatile long began = System.nanoTime();
  private volatile double share;
  private volatile int runs = 1;
  private volatile int run;
  private volatile boolean taking = true;
  private volatile boolean closed;

  /// A run begins, or all are over.
  ///
  /// @param run how many are over
  /// @param runs how many there will be
  /// @param counts whether it is no warm-up: of a warm-up nothing is taken, and after it the clock
  ///   begins again at 0
  void begin(int run, int runs, boolean counts) {
    if (counts && !taking) {
      began = System.nanoTime();
    }
    taking = counts;
    this.run = run;
    this.runs = runs;
    share = (double) run / runs;
  }

  /// From now on nothing is taken any more.
  void close() {
    closed = true;
  }

  /// Moves up to so many entries.
  ///
  /// @return whether there were any
  boolean drain(ObservationsBuilder to, int most) {
    for (var moved = 0; moved < most; moved++) {
      var entry = entries.poll();
      if (entry == null) {
        return moved > 0;
      }
      entry.accept(to);
    }
    return true;
  }

  /// How far all runs have come, from 0 to 1.
  double share() {
    return share;
  }

  @Override
  public void sample(String quantity, String unit, String series, double at, double value) {
    if (!Double.isFinite(value) || !Double.isFinite(at)) {
      throw new IllegalArgumentException(
          "%s of %s at %s is %s: not a finite number".formatted(quantity, series, at, value));
    }
    present(quantity, unit, series);
    add(to -> to.sample(quantity, unit, series, at, value));
  }

  @Override
  public void fact(String name, String value) {
    present(name, value);
    add(to -> to.fact(name, value));
  }

  @Override
  public void outcome(
      String group, String seen, Outcome.Expectation expected, long times, String meaning) {
    if (times < 0) {
      throw new IllegalArgumentException(seen + " cannot be seen " + times + " times");
    }
    present(group, seen, expected, meaning);
    add(to -> to.outcome(new Outcome(group, seen, expected, times, meaning)));
  }

  @Override
  public void span(String lane, String state, long from, long to) {
    present(lane, state);
    var span = new Span(lane, state, from, to);
    add(builder -> builder.span(span));
  }

  @Override
  public void said(String speaker, String text) {
    present(speaker, text);
    var at = now();
    add(to -> to.said(at, speaker, text));
  }

  @Override
  public void turn(String party, MessageEvent.Act act, String peer, byte... bytes) {
    present(party, act, peer);
    var moves = act == MessageEvent.Act.WRITES || act == MessageEvent.Act.READS;
    if (!moves && bytes.length > 0) {
      throw new IllegalArgumentException(party + " " + act.verb() + ": that moves no bytes");
    }
    var text = moves ? MessageEvent.shown(bytes) : "";
    var event = new MessageEvent(now(), party, act, peer, bytes.length, text);
    add(to -> to.turn(event));
  }

  @Override
  public void turn(String party, String does) {
    present(party, does);
    var event = new MessageEvent(now(), party, MessageEvent.Act.DOES, "", 0, does);
    add(to -> to.turn(event));
  }

  @Override
  public void note(String text) {
    present(text);
    add(to -> to.note(text));
  }

  @Override
  public void progress(long done, long total) {
    share = (run + Math.clamp((double) done / total, 0, 1)) / runs;
  }

  @Override
  public long now() {
    return System.nanoTime() - began;
  }

  /// Notes an exception that ended a thread because nobody caught it.
  void uncaught(Thread thread, Throwable problem) {
    note(
        "Nobody caught this in thread %s: %s."
            .formatted(thread.getName(), Termination.sentence(problem)));
  }

  private void add(Consumer<ObservationsBuilder> entry) {
    if (taking && !closed) {
      entries.add(entry);
    }
  }

  private static void present(Object... texts) {
    for (var text : texts) {
      Objects.requireNonNull(text);
    }
  }
}
