package _15_puzzles.alternatives.watermaker;

import _15_puzzles.Molecules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// A semaphore for each atom.
public final class PermitEach implements Molecules {
  private final Deque<Atom> hydrogen = new ArrayDeque<>();
  private final Deque<Atom> oxygen = new ArrayDeque<>();
  private int made;

  private static final class Atom {
    final Semaphore complete = new Semaphore(0);
    int molecule;
  }

  @Override
  public int hydrogen() throws InterruptedException {
    return come(hydrogen);
  }

  @Override
  public int oxygen() throws InterruptedException {
    return come(oxygen);
  }

  private int come(Deque<Atom> kind) throws InterruptedException {
    var me = new Atom();
    add(me, kind);
    try {
      me.complete.acquire();
    } catch (InterruptedException interrupted) {
      if (giveUp(me, kind)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
    return me.molecule;
  }

  private synchronized void add(Atom me, Deque<Atom> kind) throws InterruptedException {
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

  private void complete(Deque<Atom> kind) {
    var atom = kind.removeFirst();
    atom.molecule = made;
    atom.complete.release();
  }

  private synchronized boolean giveUp(Atom me, Deque<Atom> kind) {
    return kind.remove(me);
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.size() + oxygen.size();
  }
}
