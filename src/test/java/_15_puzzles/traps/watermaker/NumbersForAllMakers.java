package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;

@Trap(
    belief = "a counter is there once",
    fails = "twoMolecules",
    saying = "the number of another maker's first molecule")
public final class NumbersForAllMakers implements Molecules {
  private final Deque<Atom> hydrogen = new ArrayDeque<>();
  private final Deque<Atom> oxygen = new ArrayDeque<>();
  private static int made;

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
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.size() + oxygen.size();
  }
}
