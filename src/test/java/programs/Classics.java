package programs;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import workbook.explore.Program;

/// The programs by which papers on partial-order reduction compare their searches: of each it is
/// known how many of its schedules differ.
public final class Classics {
  private Classics() {}

  /// One of them, by its name in the papers, with so many threads.
  public static Program of(String name, int n) {
    return () -> {
      switch (name) {
        case "incr" -> incr(n);
        case "readers" -> readers(n);
        case "lastzero" -> lastZero(n);
        case "independent" -> independent(n);
        case "indexer" -> indexer(n);
        case "filesystem" -> fileSystem(n);
        default -> sections(n);
      }
    };
  }

  /// Threads that each add 1 to the same counter: n! schedules differ.
  private static void incr(int n) throws InterruptedException {
    var count = new AtomicInteger();
    together(n, _ -> count.incrementAndGet());
    if (count.get() != n) {
      throw new AssertionError(count);
    }
  }

  /// One thread writes what n others read: 2ⁿ.
  private static void readers(int n) throws InterruptedException {
    var x = new AtomicInteger();
    together(
        n + 1,
        id -> {
          if (id == 0) {
            x.set(1);
          } else {
            x.get();
          }
        });
  }

  /// One thread looks for the last zero. Of the others, each puts one more than its neighbour has:
  /// 2ⁿ⁻² times n plus 3.
  private static void lastZero(int n) throws InterruptedException {
    var x = new AtomicIntegerArray(n + 1);
    together(
        n + 1,
        id -> {
          if (id > 0) {
            x.set(id, x.get(id - 1) + 1);
            return;
          }
          var i = n;
          while (x.get(i) != 0) {
            i--;
          }
        });
  }

  /// Threads that have nothing in common: 1.
  private static void independent(int n) throws InterruptedException {
    together(
        n,
        _ -> {
          var own = new AtomicInteger();
          for (var i = 0; i < 4; i++) {
            own.incrementAndGet();
          }
        });
  }

  /// Threads that put four words each into a hash table; from 12 threads on they may meet (Flanagan
  /// and Godefroid, POPL 2005): 8 for 12.
  private static void indexer(int n) throws InterruptedException {
    var table = new AtomicIntegerArray(128);
    together(
        n,
        id -> {
          for (var m = 1; m <= 4; m++) {
            var word = m * 11 + id;
            var at = word * 7 % 128;
            while (!table.compareAndSet(at, 0, word)) {
              at = (at + 1) % 128;
            }
          }
        });
  }

  /// Threads that each take a block of a disk for a file; from 14 threads on they may meet (in the
  /// same paper): 2 for 14.
  private static void fileSystem(int n) throws InterruptedException {
    var fileLocks = locks(32);
    var blockLocks = locks(26);
    var blockOf = new int[32];
    var busy = new boolean[26];
    together(
        n,
        id -> {
          fileLocks[id].lock();
          var block = id * 2 % 26;
          while (blockOf[id] == 0) {
            blockLocks[block].lock();
            if (!busy[block]) {
              busy[block] = true;
              blockOf[id] = block + 1;
            }
            blockLocks[block].unlock();
            block = (block + 1) % 26;
          }
          fileLocks[id].unlock();
        });
  }

  /// Threads that each go three times into a section under one lock: (3n)! / 6ⁿ.
  private static void sections(int n) throws InterruptedException {
    var lock = new ReentrantLock();
    var entered = new int[1];
    together(
        n,
        _ -> {
          for (var i = 0; i < 3; i++) {
            lock.lock();
            entered[0]++;
            lock.unlock();
          }
        });
  }

  /// Not from a paper: the last look of a thread and its waiting for the other are one step, but
  /// only the waiting must come last.
  public static void looksThenJoins() throws InterruptedException {
    var total = new AtomicInteger();
    var highest = new AtomicInteger();
    var other = new Thread(() -> highest.set(total.addAndGet(4)));
    other.start();
    highest.get();
    var before = total.get();
    var after = highest.get();
    other.join();
    if (before > after) {
      throw new AssertionError(before + " and then " + after);
    }
  }

  private static ReentrantLock[] locks(int count) {
    var locks = new ReentrantLock[count];
    for (var i = 0; i < count; i++) {
      locks[i] = new ReentrantLock();
    }
    return locks;
  }

  private static void together(int n, IntConsumer body) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < n; i++) {
      var id = i;
      threads.add(new Thread(() -> body.accept(id)));
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
  }
}
