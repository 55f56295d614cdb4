package _04_locks.lab;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Work of so many steps under a lock.
///
/// @param length how many steps a section has
record ChainWorker(Lock lock, Chain chain, int length) implements Runnable {
  ChainWorker(int length) {
    this(new ReentrantLock(), new Chain(), length);
  }

  @Override
  public void run() {
    lock.lock();
    try {
      chain.goOn(length);
    } finally {
      lock.unlock();
    }
  }
}
