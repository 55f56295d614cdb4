package _15_puzzles.solution;

import _15_puzzles.Molecules;
import java.util.ArrayDeque;
import java.util.Deque;

/// Atoms wait in two queues. Whoever completes a molecule takes its atoms from them, and writes its
/// number on each: nobody else can take their place any more.
public final class WaterMaker implements Molecules {
  private final Deque<Atom> hydrogen = new ArrayDeque<>();
  private final Deque<Atom> oxygen = new ArrayDeque<>();
  private int made;

  private static final class Atom {
    int molecule; // 0 until it's complete
  }

  @Override
  public int hydrogen() throws InterruptedException {
    return come(hydrogen);
  }

  @Override
  public int oxygen() throws InterruptedException {
    return come(oxygen);
  }

  private synchronized int come(Deque<Atom> kind) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var me = new Atom();
    kind.addLast(me);
    if (hydrogen.size() >= 2 && !oxygen.isEmpty()) {
      made++;
      hydrogen.removeFirst().molecule = made;
      hydrogen.removeFirst().molecule = made;
      oxygen.removeFirst().molecule = made;
      notifyAll();
    }
    while (me.molecule == 0) {
      awaitMolecule(me, kind);
    }
    return me.molecule;
  }

  private void awaitMolecule(Atom me, Deque<Atom> kind) throws InterruptedException {
    try {
      wait();
    } catch (InterruptedException interrupted) {
      if (kind.remove(me)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt(); // its molecule is complete
    }
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.size() + oxygen.size();
  }
}
