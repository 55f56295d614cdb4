package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;

@Trap(
    belief = "two exact counts add up to an exact sum",
    fails = "countedAtOneMoment",
    saying = "at each moment 2 wait at most, and waiting() gives 3")
public final class AddsTwoCounts implements Molecules {
  private final Deque<Atom> hydrogen = new ArrayDeque<>();
  private final Deque<Atom> oxygen = new ArrayDeque<>();
  private int made;
  private volatile int hydrogenWaits;
  private volatile int oxygenWaits;

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
    count();
    if (hydrogen.size() >= 2 && !oxygen.isEmpty()) {
      made++;
      hydrogen.removeFirst().molecule = made;
      hydrogen.removeFirst().molecule = made;
      oxygen.removeFirst().molecule = made;
      count();
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
        count();
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
  }

  private void count() {
    hydrogenWaits = hydrogen.size();
    oxygenWaits = oxygen.size();
  }

  @Override
  public int waiting() {
    return hydrogenWaits + oxygenWaits;
  }
}
