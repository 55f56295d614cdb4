package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;

@Trap(
    belief = "if is enough around wait",
    fails = "oneMolecule",
    saying = "one went on, and each of the others had come")
public final class WaitsOnce implements Molecules {
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
    if (me.molecule == 0) {
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
