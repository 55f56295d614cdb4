package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "a signal for each atom finds the atom that has been taken",
    fails = "oneTooMany",
    saying = "lost wake-up")
public final class SignalsAnyAtom implements Molecules {
  private final Lock lock = new ReentrantLock();
  private final Kind hydrogen = new Kind(new ArrayDeque<>(), lock.newCondition());
  private final Kind oxygen = new Kind(new ArrayDeque<>(), lock.newCondition());
  private int made;

  private static final class Atom {
    int molecule; // 0 until it's complete
  }

  private record Kind(Deque<Atom> atoms, Condition complete) {}

  @Override
  public int hydrogen() throws InterruptedException {
    return come(hydrogen);
  }

  @Override
  public int oxygen() throws InterruptedException {
    return come(oxygen);
  }

  private int come(Kind kind) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var me = new Atom();
      kind.atoms.addLast(me);
      if (hydrogen.atoms.size() >= 2 && !oxygen.atoms.isEmpty()) {
        made++;
        complete(hydrogen);
        complete(hydrogen);
        complete(oxygen);
      }
      while (me.molecule == 0) {
        awaitMolecule(me, kind);
      }
      return me.molecule;
    } finally {
      lock.unlock();
    }
  }

  private void complete(Kind kind) {
    kind.atoms.removeFirst().molecule = made;
    kind.complete.signal();
  }

  private void awaitMolecule(Atom me, Kind kind) throws InterruptedException {
    try {
      kind.complete.await();
    } catch (InterruptedException interrupted) {
      if (kind.atoms.remove(me)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int waiting() {
    lock.lock();
    try {
      return hydrogen.atoms.size() + oxygen.atoms.size();
    } finally {
      lock.unlock();
    }
  }
}
