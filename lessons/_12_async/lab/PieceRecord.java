package _12_async.lab;

import _12_async.TwoComputations;
import java.util.OptionalLong;
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
  private final OptionalLong began;
  private final Recorder record;
  private final AtomicInteger doneOfFirst = new AtomicInteger();
  private final AtomicInteger doneOfSecond = new AtomicInteger();
  private volatile int atTheEndOfFirst;

  /// @param began where the timeline begins; nothing when it does not show this round
  PieceRecord(String way, Parameters with, OptionalLong began, Recorder record) {
    this.way = way;
    this.pieces = with.count("pieces");
    this.steps = 1_000 * with.count("work");
    this.began = began;
    this.record = record;
  }

  TwoComputations program() {
    return new TwoComputations(pieces, this::compute);
  }

  private void compute(String who) {
    var from = record.now();
    var result = 1L;
    for (var i = 0; i < steps; i++) {
      result = result * 6_364_136_223_846_793_005L + i;
    }
    lastResult = result; // a volatile write can't be left out, nor can the loop
    var to = record.now();
    began.ifPresent(zero -> record.span(way + ": " + who, "computes", from - zero, to - zero));
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
