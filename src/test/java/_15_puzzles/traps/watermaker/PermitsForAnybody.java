package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

@Trap(
    belief = "a permit goes to whom it was meant for",
    fails = "twoMolecules",
    saying = "no thread can go on")
public final class PermitsForAnybody implements Molecules {
  private final Kind hydrogen = new Kind();
  private final Kind oxygen = new Kind();
  private int made;

  private static final class Kind {
    final Semaphore go = new Semaphore(0);
    final Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
    int waiting;
  }

  @Override
  public int hydrogen() throws InterruptedException {
    return come(hydrogen);
  }

  @Override
  public int oxygen() throws InterruptedException {
    return come(oxygen);
  }

  private int come(Kind kind) throws InterruptedException {
    synchronized (this) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      kind.waiting++;
      if (hydrogen.waiting >= 2 && oxygen.waiting >= 1) {
        made++;
        letGo(hydrogen, 2);
        letGo(oxygen, 1);
      }
    }
    awaitPermit(kind);
    return kind.numbers.remove();
  }

  private void letGo(Kind kind, int atoms) {
    kind.waiting -= atoms;
    for (var atom = 0; atom < atoms; atom++) {
      kind.numbers.add(made);
    }
    kind.go.release(atoms);
  }

  private void awaitPermit(Kind kind) throws InterruptedException {
    try {
      kind.go.acquire();
    } catch (InterruptedException interrupted) {
      synchronized (this) {
        if (kind.waiting > 0) {
          kind.waiting--;
          throw interrupted;
        }
      }
      kind.go.acquireUninterruptibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.waiting + oxygen.waiting;
  }
}
