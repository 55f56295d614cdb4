package _15_puzzles.alternatives.reusablebarrier;

import _15_puzzles.MeetingPoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A future for each round.
public final class FuturePerRound implements MeetingPoint {
  private final int threads;
  private CompletableFuture<Integer> done = new CompletableFuture<>();
  private int number = 1;
  private int come;

  public FuturePerRound(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    var mine = come();
    try {
      return mine.get();
    } catch (InterruptedException interrupted) {
      if (giveUp(mine)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
      return mine.join();
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private synchronized CompletableFuture<Integer> come() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var mine = done;
    come++;
    if (come == threads) {
      done.complete(number);
      done = new CompletableFuture<>();
      number++;
      come = 0;
    }
    return mine;
  }

  private synchronized boolean giveUp(CompletableFuture<Integer> mine) {
    if (mine.isDone()) {
      return false;
    }
    come--;
    return true;
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
