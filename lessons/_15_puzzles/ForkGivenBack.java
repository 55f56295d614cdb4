package _15_puzzles;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Two guests share a knife and a fork, and the host asks one of them to give way. Does it help?
public abstract sealed class ForkGivenBack implements Scenario {
  private final ReentrantLock knife = new ReentrantLock();
  private final ReentrantLock fork = new ReentrantLock();
  private final CompletableFuture<Thread> polite = new CompletableFuture<>();

  abstract void takeSecond(ReentrantLock tool) throws InterruptedException;

  private void eatPolitely() {
    polite.complete(Thread.currentThread());
    knife.lock();
    try {
      takeSecond(fork);
      fork.unlock();
    } catch (InterruptedException asked) {
      // gives the knife back, and does without
    } finally {
      knife.unlock();
    }
  }

  private void eatGreedily() {
    fork.lock();
    knife.lock();
    knife.unlock();
    fork.unlock();
  }

  @Override
  public List<Body> bodies() {
    Body host = () -> polite.get().interrupt();
    return List.of(this::eatPolitely, this::eatGreedily, host);
  }

  /// `lock` waits on, interrupted or not.
  public static final class Broken extends ForkGivenBack {
    @Override
    void takeSecond(ReentrantLock tool) {
      tool.lock();
    }
  }

  /// An interrupt ends the wait, and the first tool goes back.
  public static final class Mended extends ForkGivenBack {
    @Override
    void takeSecond(ReentrantLock tool) throws InterruptedException {
      tool.lockInterruptibly();
    }
  }
}
