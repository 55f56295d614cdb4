package _12_async.lab;

import _12_async.TwoComputations;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Parameters;
import workbook.Recorder;

/// Two computations that record when each piece was computed, and how far the second one was when
/// the first had ended.
final class PieceRecord {
  private static volatile long lastResult;

  private final String way;
  private final int pieces;
  private final int steps;
  private final boolean drawn;
  private final Recorder record;
  private final AtomicInteger doneOfFirst = new AtomicInteger();
  private final AtomicInteger doneOfSecond = new AtomicInteger();
  private volatile int atTheEndOfFirst;
  private volatile long began;

  /// @param drawn whether the timeline shows it
  PieceRecord(String way, Parameters with, boolean drawn, Recorder record) {
    this.way = way;
    this.pieces = with.count("pieces");
    this.steps = 1_000 * with.count("work");
    this.drawn = drawn;
    this.record = record;
  }

  /// The program, to be run at once.
  TwoComputations program() {
    began = record.now();
    return new TwoComputations(pieces, this::compute);
  }

  private void compute(String who) {
    var from = record.now();
    var result = 1L;
    for (var i = 0; i < steps; i++) {
      result = result * 6_364_136_223_846_793_005L + i;
    }
    lastResult = result; // a volatile write can't be left out, nor can the loop
    if (drawn) {
      record.span(way + ": " + who, "computes", from - began, record.now() - began); // all from 0
    }
    if (who.equals("second")) {
      doneOfSecond.incrementAndGet();
    } else if (doneOfFirst.incrementAndGet() == pieces) {
      atTheEndOfFirst = doneOfSecond.get();
    }
  }

  void recordShare() {
    record.sample(GivingWayFindings.DONE, "%", way, 100.0 * atTheEndOfFirst / pieces);
  }

  static long lastResult() {
    return lastResult;
  }
}
