package _04_locks;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Many readers, few writers
///
/// Reading harms nobody who reads. Is a lock that lets all readers in at once faster?
public final class ReadWriteScaling implements Experiment {
  private static final String SPEED = "reads and writes";
  private static final int ROUND = 100;
  private static final int SHORT = 10;
  private static final int LONG = 3_000;

  @Override
  public String id() {
    return "read-write";
  }

  @Override
  public String title() {
    return "Many readers, few writers";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two threads read a list of 10 numbers under a lock, again and again. Does a read-write \
        lock, which lets both in at once, make them faster than a plain lock?\
        """,
        "yes, about twice as fast",
        "a little",
        "no, about the same or slower");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 4, 2, 64, "threads at most"),
        new Parameter.Count("writes", 1, 0, 100, "% writes"),
        new Parameter.Count("time", 30, 1, 5_000, "ms for each measurement"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Lines("Who gains from more threads?", SPEED, "threads", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    twoReadersMeet(record);
    var torn = false;
    for (var length : List.of(SHORT, LONG)) {
      for (var threads = 1; threads <= with.count("threads"); threads *= 2) {
        var lock = new ReentrantLock();
        var alone = new Numbers(lock, lock, length);
        var pair = new ReentrantReadWriteLock();
        var together = new Numbers(pair.readLock(), pair.writeLock(), length);
        var before = measure("one lock", alone, threads, with, record);
        var after = measure("read-write lock", together, threads, with, record);
        torn |= alone.torn || together.torn;
        if (threads == 2 && length == SHORT) {
          record.answer(inWords(after / before));
        }
      }
    }
    record.claim(
        "No reader sees half a write.", !torn, torn ? "one did" : "all numbers were always equal");
  }

  private static String inWords(double gain) {
    return gain > 1.6
        ? "yes, about twice as fast"
        : gain > 1.1 ? "a little" : "no, about the same or slower";
  }

  /// @return reads and writes of all threads in a second
  private static double measure(
      String how, Numbers numbers, int threads, Parameters with, Recorder record) throws Exception {
    Runnable user = () -> numbers.use(with.count("writes"));
    var all = Stretch.of(with.count("time"), Collections.nCopies(threads, user));
    var name = "%s, %,d numbers".formatted(how, numbers.length());
    record.sample(SPEED, "per s", name, threads, ROUND * all.perSecond());
    return all.perSecond();
  }

  /// Equal numbers, kept equal by two locks that may be the same.
  private static final class Numbers {
    private final Lock reading;
    private final Lock writing;
    private final int[] numbers;
    private volatile boolean torn;

    Numbers(Lock reading, Lock writing, int length) {
      this.reading = reading;
      this.writing = writing;
      this.numbers = new int[length];
    }

    int length() {
      return numbers.length;
    }

    void use(int percentWrites) {
      for (var turn = 0; turn < ROUND; turn++) {
        if (turn < percentWrites) {
          write(turn);
        } else if (!allEqual()) {
          torn = true;
        }
      }
    }

    private void write(int value) {
      writing.lock();
      try {
        Arrays.fill(numbers, value);
      } finally {
        writing.unlock();
      }
    }

    private boolean allEqual() {
      reading.lock();
      try {
        var different = 0;
        for (var number : numbers) {
          different |= number ^ numbers[0];
        }
        return different == 0;
      } finally {
        reading.unlock();
      }
    }
  }

  /// Each reader waits inside for the other. With a plain lock that would be a deadlock.
  private static void twoReadersMeet(Recorder record) throws Exception {
    var lock = new ReentrantReadWriteLock().readLock();
    var bothInside = new CyclicBarrier(2);
    Callable<Integer> reader =
        () -> {
          lock.lock();
          try {
            return bothInside.await(20, TimeUnit.SECONDS);
          } finally {
            lock.unlock();
          }
        };
    try (var readers = Executors.newFixedThreadPool(2)) {
      for (var each : readers.invokeAll(List.of(reader, reader))) {
        each.get();
      }
    }
    record.claim("Two readers are inside at the same time.", true, "they met inside");
  }

  @Override
  public String explanation() {
    return """
    A read-write lock lets readers in together, but every one of them must say "I am in" and "I am
    out", and they all write that into the same word of memory. The processors' caches pass this
    word back and forth just as they pass a plain lock. For ten numbers the counting takes longer
    than the reading: nothing is gained, and often something lost.

    With thousands of numbers the readers spend their time reading, and now they do it side by
    side, as far as there are cores. Raise `--writes` and the gain goes: a writer needs to be alone.

    So measure before you change a plain lock into a read-write lock. Often the better answer is to
    publish an immutable copy: readers of that need no lock at all.
    """;
  }
}
