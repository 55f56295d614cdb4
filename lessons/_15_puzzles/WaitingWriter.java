package _15_puzzles;

/// A read-write lock made of one monitor. Who goes first when a writer waits and readers come?
public abstract sealed class WaitingWriter {
  int waitingWriters;
  private int readers;
  private boolean writing;

  /// Whether a reader has to wait although nobody writes.
  abstract boolean readersGiveWay();

  /// Blocks until this thread may read.
  public final synchronized void beginReading() throws InterruptedException {
    while (writing || readersGiveWay()) {
      wait();
    }
    readers++;
  }

  public final synchronized void endReading() {
    readers--;
    notifyAll();
  }

  /// Blocks until nobody else reads or writes.
  public final synchronized void beginWriting() throws InterruptedException {
    waitingWriters++;
    try {
      while (writing || readers > 0) {
        wait();
      }
      writing = true;
    } finally {
      waitingWriters--;
      notifyAll(); // readers may have waited for a writer who gave up
    }
  }

  public final synchronized void endWriting() {
    writing = false;
    notifyAll();
  }

  /// A reader comes in whenever nobody writes.
  public static final class ReadersFirst extends WaitingWriter {
    @Override
    boolean readersGiveWay() {
      return false;
    }
  }

  /// A reader lets waiting writers go first.
  public static final class WritersFirst extends WaitingWriter {
    @Override
    boolean readersGiveWay() {
      return waitingWriters > 0;
    }
  }
}
