package programs;

import java.util.concurrent.atomic.AtomicInteger;
import workbook.explore.calls.ConcurrentCalls;

/// Counters, called by several threads at once.
public final class Called {
  private Called() {}

  interface Counting {
    int add(int amount);

    int total();
  }

  private static class Plain implements Counting {
    int total;

    @Override
    public int add(int amount) {
      if (amount < 0) {
        throw new IllegalArgumentException("less than 0");
      }
      total += amount;
      return total;
    }

    @Override
    public int total() {
      return total;
    }
  }

  private static class Locked extends Plain {
    @Override
    public synchronized int add(int amount) {
      return super.add(amount);
    }

    @Override
    public synchronized int total() {
      return super.total();
    }
  }

  private static final class LooksWithoutLock extends Locked {
    @Override
    public int total() {
      return total;
    }
  }

  private static final class Zero extends Locked {
    @Override
    public int total() {
      return 0;
    }
  }

  /// A thread that has looked once never looks again. Whatever it's told, some order explains.
  private static final class LooksOnce extends Locked {
    private final ThreadLocal<Integer> seen = new ThreadLocal<>();

    @Override
    public int total() {
      if (seen.get() == null) {
        seen.set(super.total());
      }
      return seen.get();
    }
  }

  private static final class InTwoSteps implements Counting {
    private final AtomicInteger total = new AtomicInteger();

    @Override
    public int add(int amount) {
      if (amount < 0) {
        throw new IllegalArgumentException("less than 0");
      }
      total.addAndGet(amount);
      return total.get();
    }

    @Override
    public int total() {
      return total.get();
    }
  }

  public static void locked() throws InterruptedException {
    called(new Locked());
  }

  public static void looksWithoutLock() throws InterruptedException {
    called(new LooksWithoutLock());
  }

  public static void looksOnce() throws InterruptedException {
    ConcurrentCalls.<Counting>of(LooksOnce::new, Plain::new)
        .call("add(2)", one -> one.add(2))
        .call("total()", Counting::total)
        .check(12);
  }

  public static void zero() throws InterruptedException {
    called(new Zero());
  }

  public static void inTwoSteps() throws InterruptedException {
    called(new InTwoSteps());
  }

  private static void called(Counting counter) throws InterruptedException {
    ConcurrentCalls.<Counting>of(() -> counter, Plain::new)
        .first("add(130)", one -> one.add(130))
        .call("add(2)", one -> one.add(2))
        .call("add(-1)", one -> one.add(-1))
        .call("total()", Counting::total)
        .last("total()", Counting::total)
        .check(12);
  }
}
