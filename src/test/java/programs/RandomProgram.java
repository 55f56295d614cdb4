package programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;
import workbook.explore.ChosenProgram;
import workbook.explore.FinalStates;

/// A few threads that do a few random things to a few shared variables. [ChosenProgram] says which
/// program this is: its number. How it ends is told to [FinalStates].
public final class RandomProgram implements Scenario {
  private static final int KINDS = 13;

  private final long seed = Long.parseLong(ChosenProgram.name());
  private final Random random = new Random(seed);
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final Object monitor = new Object();
  private final AtomicInteger atomic = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
  private final int[][] seen;
  private volatile int x;
  private volatile int y;
  private volatile Thread parked;
  private int guarded;
  private int racy;
  private boolean told;

  public RandomProgram() {
    seen = new int[2 + random.nextInt(2)][];
  }

  @Override
  public List<Body> bodies() {
    var bodies = new ArrayList<Body>();
    for (var thread = 0; thread < seen.length; thread++) {
      var mine = new int[1 + random.nextInt(seen.length == 2 ? 4 : 3)];
      var kinds = new int[mine.length];
      for (var i = 0; i < kinds.length; i++) {
        kinds[i] = random.nextInt(KINDS);
      }
      seen[thread] = mine;
      bodies.add(() -> step(kinds, mine, 0));
    }
    return bodies;
  }

  /// Recursion, not a loop: giving way in loops is a rule of thumb, which reduction may not keep.
  private void step(int[] kinds, int[] mine, int i) throws InterruptedException {
    if (i == kinds.length) {
      return;
    }
    mine[i] = act(kinds[i], i + 1);
    step(kinds, mine, i + 1);
  }

  private int act(int kind, int value) throws InterruptedException {
    switch (kind) {
      case 0 -> x = value;
      case 1 -> {
        return 10 * x + y;
      }
      case 2 -> y = x + 1;
      case 3 -> {
        lock.lock();
        guarded = 2 * guarded + value;
        lock.unlock();
      }
      case 4 -> {
        lock.lock();
        other.lock();
        guarded++;
        other.unlock();
        lock.unlock();
      }
      case 5 -> {
        if (!other.tryLock()) {
          return -1;
        }
        x++;
        other.unlock();
      }
      case 6 -> {
        return atomic.getAndAdd(value);
      }
      case 7 -> racy = racy + value;
      case 8 -> {
        synchronized (monitor) {
          told = true;
          monitor.notify();
        }
      }
      case 9 -> {
        synchronized (monitor) {
          if (!told) {
            monitor.wait();
          }
          return ++guarded;
        }
      }
      case 10 -> {
        return map.merge("k", value, Integer::sum);
      }
      case 11 -> {
        if (!other.tryLock(1, TimeUnit.MILLISECONDS)) {
          return -2;
        }
        lock.lock();
        guarded += 3;
        lock.unlock();
        other.unlock();
      }
      default -> {
        if (value % 2 == 0) {
          LockSupport.unpark(parked);
        } else {
          parked = Thread.currentThread();
          LockSupport.parkNanos(1000);
          return x;
        }
      }
    }
    return 0;
  }

  @Override
  public void check() {
    FinalStates.add(
        Arrays.deepToString(seen) + x + y + " " + guarded + " " + racy + told + atomic + map);
  }
}
