package programs;

import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.explore.Linearizability;
import workbook.explore.calls.WouldBlock;

/// Contracts, with what keeps them and what does not.
public final class Contracts {
  private Contracts() {}

  public interface Sum {
    void add(int amount);

    int total();
  }

  public static final class AtomicSum implements Sum {
    private final AtomicInteger total = new AtomicInteger();

    @Override
    public void add(int amount) {
      total.addAndGet(amount);
    }

    @Override
    public int total() {
      return total.get();
    }
  }

  public static final class ReadThenWrite implements Sum {
    private volatile int total;

    @Override
    public void add(int amount) {
      total += amount;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /// One place.
  public interface Box<T> {
    void put(T item) throws InterruptedException;

    T take() throws InterruptedException;
  }

  public static class LockedBox<T> implements Box<T> {
    private T item;

    @Override
    public synchronized void put(T one) throws InterruptedException {
      while (item != null) {
        wait();
      }
      item = one;
      notifyAll();
    }

    @Override
    public synchronized T take() throws InterruptedException {
      while (item == null) {
        wait();
      }
      var taken = item;
      item = null;
      wakePutters();
      return taken;
    }

    void wakePutters() {
      notifyAll();
    }
  }

  public static final class SilentBox<T> extends LockedBox<T> {
    @Override
    void wakePutters() {}
  }

  public static final class PlainBox<T> implements Box<T> {
    private final ArrayDeque<T> items = new ArrayDeque<>();

    @Override
    public void put(T item) {
      if (!items.isEmpty()) {
        throw new WouldBlock();
      }
      items.add(item);
    }

    @Override
    public T take() {
      if (items.isEmpty()) {
        throw new WouldBlock();
      }
      return items.remove();
    }
  }

  public enum Colour {
    RED,
    BLUE
  }

  /// Where each colour is looked at first, and then changed.
  public static final class Votes {
    private final ConcurrentHashMap<String, Integer> votes = new ConcurrentHashMap<>();

    public void vote(Colour colour) {
      votes.put(colour.name(), votes(colour) + 1);
    }

    public int votes(Colour colour) {
      return votes.getOrDefault(colour.name(), 0);
    }
  }

  public static final class AtomicVotes {
    private final ConcurrentHashMap<String, Integer> votes = new ConcurrentHashMap<>();

    public void vote(Colour colour) {
      votes.merge(colour.name(), 1, Integer::sum);
    }

    public int votes(Colour colour) {
      return votes.getOrDefault(colour.name(), 0);
    }
  }

  /// Refuses the second one, if it looks in time.
  public static final class Once {
    private volatile boolean used;

    public void use() {
      if (used) {
        throw new IllegalStateException("used");
      }
      used = true;
    }
  }

  public interface Waits {
    void until(Thread other);
  }

  public static final Linearizability.Maker<Waits> NOTHING = () -> null;

  public static final Linearizability.Maker<BlockingQueue<String>> ONE_PLACE =
      () -> new ArrayBlockingQueue<>(1);

  public static Linearizability.Maker<Sum> bringing(Object object) {
    return () -> object == null ? null : new AtomicSum();
  }
}
