package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// The first reader locks the room for all readers, and the last one unlocks it. Does that work?
public abstract sealed class ReadersWriters implements Scenario {
  private final Body lock;
  private final Body unlock;
  private int readers;

  ReadersWriters(ReentrantLock room) {
    lock = room::lock;
    unlock = room::unlock;
  }

  ReadersWriters(Semaphore room) {
    lock = room::acquire;
    unlock = room::release;
  }

  private synchronized void comeToRead() throws Exception {
    if (++readers == 1) {
      lock.run();
    }
  }

  private synchronized void leave() throws Exception {
    if (--readers == 0) {
      unlock.run();
    }
  }

  @Override
  public List<Body> bodies() {
    Body reader = () -> all(this::comeToRead, this::leave);
    return List.of(reader, reader, () -> all(lock, unlock));
  }

  private static void all(Body begin, Body end) throws Exception {
    begin.run();
    end.run();
  }

  /// A lock has an owner: only the thread that locked it may unlock it.
  public static final class Broken extends ReadersWriters {
    public Broken() {
      super(new ReentrantLock());
    }
  }

  /// A semaphore has no owner: anybody may give the permit back.
  public static final class Mended extends ReadersWriters {
    public Mended() {
      super(new Semaphore(1));
    }
  }
}
