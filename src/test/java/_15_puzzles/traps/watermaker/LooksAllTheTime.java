package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;

@Trap(
    belief = "looking again and again is waiting",
    fails = "tooFewWait",
    saying = "an atom has waited for an hour, and is awake")
public final class LooksAllTheTime implements Molecules {
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

  private synchronized Atom add(Deque<Atom> kind) throws InterruptedException {
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
    return me;
  }

  private int come(Deque<Atom> kind) throws InterruptedException {
    var me = add(kind);
    while (number(me) == 0) {
      if (Thread.currentThread().isInterrupted() && giveUp(me, kind)) {
        Thread.interrupted();
        throw new InterruptedException();
      }
      Thread.onSpinWait();
    }
    return number(me);
  }

  private synchronized int number(Atom me) {
    return me.molecule;
  }

  private synchronized boolean giveUp(Atom me, Deque<Atom> kind) {
    return kind.remove(me);
  }

  @Override
  public synchronized int waiting() {
    return hydrogen.size() + oxygen.size();
  }
}
