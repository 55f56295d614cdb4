package _15_puzzles.alternatives.watermaker;

import _15_puzzles.Molecules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A future for each atom.
public final class FutureEach implements Molecules {
  private final Deque<CompletableFuture<Integer>> hydrogen = new ArrayDeque<>();
  private final Deque<CompletableFuture<Integer>> oxygen = new ArrayDeque<>();
  private int made;

  @Override
  public int hydrogen() throws InterruptedException {
    return come(hydrogen);
  }

  @Override
  public int oxygen() throws InterruptedException {
    return come(oxygen);
  }

  private int come(Deque<CompletableFuture<Integer>> kind) throws InterruptedException {
    var me = new CompletableFuture<Integer>();
    add(me, kind);
    try {
      return me.get();
    } catch (InterruptedException interrupted) {
      if (giveUp(me, kind)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
      return me.join();
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private synchronized void add(
      CompletableFuture<Integer> me, Deque<CompletableFuture<Integer>> kind)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    kind.addLast(me);
    if (hydrogen.size() >= 2 && !oxygen.isEmpty()) {
      made++;
      complete(hydrogen);
      complete(hydrogen);
      complete(oxygen);
    }
  }

  private void complete(Deque<CompletableFuture<Integer>> kind) {
    kind.removeFirst().complete(made);
  }

  private synchronized boolean giveUp(
      CompletableFuture<Integer> me, Deque<CompletableFuture<Integer>> kind) {
    return kind.remove(me);
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.size() + oxygen.size();
  }
}
