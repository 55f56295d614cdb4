package _04_locks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// Two locks, and threads that need both. A latch makes the unlucky moment certain.
public final class TwoLocks {
  public final OwnedLock a = new OwnedLock("A");
  public final OwnedLock b = new OwnedLock("B");
  private final CountDownLatch eachHoldsOne;

  /// @param threads how many must hold their first lock before any of them asks for its second; 0
  ///   lets each go straight on
  public TwoLocks(int threads) {
    eachHoldsOne = new CountDownLatch(threads);
  }

  /// Takes one lock, then the other, and releases both. Blocks until it has both, or until it is
  /// interrupted.
  public void takeBoth(OwnedLock first, OwnedLock second) throws InterruptedException {
    first.lockInterruptibly();
    try {
      eachHoldsOne.countDown();
      eachHoldsOne.await();
      second.lockInterruptibly();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  /// A lock that can say who holds it.
  @SuppressWarnings("serial") // never written anywhere
  public static final class OwnedLock extends ReentrantLock {
    public final String name;

    OwnedLock(String name) {
      this.name = name;
    }

    /// The name of the thread that holds it, or `nobody`.
    public String holder() {
      var owner = getOwner();
      return owner == null ? "nobody" : owner.getName();
    }
  }
}
