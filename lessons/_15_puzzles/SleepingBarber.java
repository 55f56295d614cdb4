package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// A barber sleeps while nobody waits, and a customer wakes him. Does the barber ever sleep on?
public abstract sealed class SleepingBarber implements Scenario {
  abstract void awaitCustomer() throws InterruptedException;

  abstract void comeIn();

  @Override
  public List<Body> bodies() {
    return List.of(this::awaitCustomer, this::comeIn);
  }

  /// The customer may come in after the barber has looked, and before he sleeps.
  public static final class Broken extends SleepingBarber {
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    void awaitCustomer() throws InterruptedException {
      if (waiting.get() == 0) {
        synchronized (waiting) {
          waiting.wait();
        }
      }
    }

    @Override
    void comeIn() {
      waiting.incrementAndGet();
      synchronized (waiting) {
        waiting.notifyAll();
      }
    }
  }

  /// A semaphore remembers: a permit given before the wait is there when the wait begins.
  public static final class Mended extends SleepingBarber {
    private final Semaphore waiting = new Semaphore(0);

    @Override
    void awaitCustomer() throws InterruptedException {
      waiting.acquire();
    }

    @Override
    void comeIn() {
      waiting.release();
    }
  }
}
