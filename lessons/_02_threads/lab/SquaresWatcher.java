package _02_threads.lab;

import _02_threads.PoolOfSquares;
import _02_threads.PoolOfSquares.Square;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Recorder;

/// Draws who squares what, counts how many do at once, and keeps the squares as they arrive.
final class SquaresWatcher implements PoolOfSquares.Watcher {
  private final Recorder record;
  private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger mostAtWork = new AtomicInteger();
  private final List<Square> inOrder = new ArrayList<>(); // only main touches it

  SquaresWatcher(Recorder record) {
    this.record = record;
  }

  @Override
  public void begins(int number) {
    begun.put(number, record.now());
    mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
  }

  @Override
  public void ends(int number) {
    atWork.decrementAndGet();
    var what = number == 0 ? "squares 0" : "squares another";
    record.span(Thread.currentThread().getName(), what, begun.get(number), record.now());
  }

  @Override
  public void arrived(Square square) {
    inOrder.add(square);
    record.said("main", "%d² = %,d".formatted(square.of(), square.result()));
  }

  int mostAtWork() {
    return mostAtWork.get();
  }

  List<Square> inOrder() {
    return inOrder;
  }
}
