package _05_conditions;

import static _05_conditions.TestThreads.start;
import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.exercise.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Budget;
import workbook.explore.Explore;
import workbook.explore.Explorer;
import workbook.explore.Verdict;
import workbook.explore.calls.AnyValue;

/// The graded tests of Workers.
///
/// All but one are explored: within the bound, threads are stopped at any step and wake for no
/// reason. Time is the explorer's own, so ten years pass as soon as nobody has anything else to do.
class WorkersTest extends WorkersFixture {
  private static final Duration MOMENT = Duration.ofMillis(1); // until all others wait
  private static final Duration TEN_YEARS = Duration.ofDays(3_650);
  private static final int HUNDRED = 100;
  private static final int SEVENTY_THOUSAND = 70_000;

  /// Of a hundred threads there are too many schedules. A bound that is too small shows in each.
  private static final Budget FEW_SCHEDULES =
      new Budget(0, 5, 1_000_000, 0, 1, Duration.ofMinutes(1), true);

  private String worker;

  @Explore
  @DisplayName("one worker does its tasks one after the other, and submit waits for none of them")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void oneWorkerDoesItsTasks() throws InterruptedException {
    daemons = AnyValue.of(false, true);
    var said = new ArrayList<String>(); // the contract says who sees what, so there is no lock
    var begun = new CountDownLatch(1);
    var allSubmitted = new CountDownLatch(1);
    var workers = new Workers(1, this::newThread);
    workers.submit(
        () -> {
          workers.submit(() -> said.add("from inside"));
          begun.countDown();
          awaitQuietly(allSubmitted);
          worker = currentThread();
          said.add("first");
        });
    begun.await();
    Runnable again = () -> said.add("again");
    workers.submit(again);
    Thread.currentThread().interrupt();
    workers.submit(again);
    assertTrue(Thread.interrupted(), "whether submit left its thread interrupted");
    allSubmitted.countDown();
    workers.shutdown();
    assertEquals(List.of("first", "from inside", "again", "again"), said, "what one worker did");
    var expected = (daemons ? "daemon" : "no daemon") + ", worker 1 of 1, made by the factory";
    assertEquals(expected, worker, "the thread that did it");
  }

  @Explore
  @DisplayName("no threads, a null task and a task after shutdown are refused")
  @Graded(points = 1, read = "the contract, Crew.java")
  void refusesWhatItCannotDo() throws InterruptedException {
    int none = AnyValue.of(0, -1, Integer.MIN_VALUE);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Workers(none, this::newThread),
        () -> "a pool of %d threads".formatted(none));
    assertEquals(0, threads.size(), "threads made for a pool that was refused");
    new Workers(1, this::newThread).shutdown(); // another pool, and it has nothing to do
    var workers = new Workers(1, this::newThread);
    assertThrows(NullPointerException.class, () -> workers.submit(null), "submit(null)");
    workers.submit(() -> done.add("task"));
    workers.shutdown();
    assertRefusesLateTasks(workers, "submit after shutdown");
    workers.shutdown();
    assertEquals(List.of("task"), done, "what was done");
  }

  @Explore(preemptions = 1)
  @DisplayName("two workers, three tasks: each is done once")
  @Graded(points = 1, read = "lesson 05, \"If, or while\"")
  void everyTaskIsDoneOnce() throws InterruptedException {
    var workers = new Workers(2, this::newThread);
    for (var task : List.of("a", "b", "c")) {
      workers.submit(() -> done.add(task));
    }
    Thread.sleep(MOMENT); // nothing but the tasks wakes the workers
    workers.shutdown();
    assertEquals(List.of("a", "b", "c"), done.stream().sorted().toList(), "what was done");
  }

  @Explore(preemptions = 1)
  @DisplayName("two workers work at the same time, and wake up for it")
  @Graded(points = 1, read = "lesson 05, \"Wake one, or wake all\"")
  void twoWorkAtTheSameTime() throws InterruptedException {
    var idle = AnyValue.of(Duration.ZERO, MOMENT);
    int earlier = AnyValue.of(0, 1);
    var bothAtWork = new CountDownLatch(2);
    var workers = new Workers(2, this::newThread);
    for (var task = 0; task < earlier; task++) {
      workers.submit(() -> done.add("earlier"));
    }
    Thread.sleep(idle);
    for (var task : List.of("a", "b")) {
      workers.submit(
          () -> {
            meet(bothAtWork); // one worker alone would wait here for ever
            done.add(task);
          });
    }
    bothAtWork.await();
    workers.shutdown();
    assertEquals(earlier + 2, done.size(), "tasks done; two of them wait for each other");
  }

  @Explore(preemptions = 1)
  @DisplayName("shutdown waits until the last task is done and every worker has ended")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void shutdownWaits() throws InterruptedException {
    var twice = AnyValue.of(false, true);
    var workers = new Workers(2, this::newThread);
    workers.submit(
        () -> {
          try {
            Thread.sleep(TEN_YEARS);
            done.add("work");
          } catch (InterruptedException e) {
            done.add("a task was interrupted");
          }
        });
    var another = start("another", twice ? () -> shutDown(workers) : () -> {});
    shutDown(workers);
    another.join();
  }

  private void shutDown(Crew workers) throws InterruptedException {
    workers.shutdown();
    assertEquals(List.of("work"), done, "what was done when shutdown returned");
    joinThreads();
  }

  @Explore
  @DisplayName("a task that throws, or leaves its thread interrupted, does no harm to the others")
  @Graded(points = 1, read = "Workers.md, hint 4")
  void noHarmToTheOthers() throws InterruptedException {
    var thrown =
        AnyValue.of(
            null,
            new IllegalStateException("a broken task"),
            new StackOverflowError("a very broken task"),
            new Throwable("neither an exception nor an error"),
            new InterruptedException("a task that gave up waiting"));
    var later = AnyValue.of(Duration.ZERO, MOMENT);
    var workers = new Workers(1, this::newThread);
    for (var task : List.of("first", "second")) {
      workers.submit(
          () -> {
            done.add(task);
            if (thrown != null) {
              throwInSecret(thrown);
            }
            Thread.currentThread().interrupt();
          });
    }
    Thread.sleep(later);
    workers.submit(() -> done.add("after them" + interruptHeard()));
    workers.shutdown();
    var all = List.of("first", "second", "after them");
    var what = thrown == null ? "interrupted their thread" : "thrown " + thrown;
    assertEquals(all, done, () -> "what was done after two tasks had " + what);
  }

  @SuppressWarnings("unchecked") // the compiler does not see what is thrown
  private static <T extends Throwable> void throwInSecret(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Explore
  @DisplayName("a task that arrives while the pool shuts down is refused or done, not forgotten")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void noTaskIsForgotten() throws InterruptedException {
    var fromInside = AnyValue.of(false, true);
    var workers = new Workers(1, this::newThread);
    var accepted = new AtomicInteger();
    Runnable customer =
        () -> {
          try {
            workers.submit(() -> done.add("late"));
            accepted.incrementAndGet();
          } catch (RejectedExecutionException closed) {
            done.add("refused");
          }
        };
    if (fromInside) {
      workers.submit(customer);
    }
    var other = new Thread(fromInside ? null : customer, "customer");
    other.start();
    workers.shutdown();
    other.join();
    workers.shutdown();
    assertEquals(1, done.size(), accepted + " accepted at the last moment; then we heard " + done);
  }

  /// No preemptions and no early time-outs here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("workers without a task sleep, and wake up at once when there is one")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void idleWorkersSleep() throws InterruptedException {
    var workers = new Workers(2, this::newThread);
    workers.submit(() -> done.add("at first"));
    sleepAnHour();
    var idle = List.copyOf(threads);
    idle.forEach(Thread::interrupt); // that means nothing to them
    sleepAnHour();
    var late = new AtomicLong(-System.nanoTime());
    var end = new CountDownLatch(1);
    workers.submit(
        () -> {
          late.addAndGet(System.nanoTime());
          done.add("at last" + interruptHeard());
          end.countDown();
        });
    idle.forEach(Thread::interrupt); // nor does this, once they have been woken
    end.await();
    workers.shutdown();
    assertEquals(List.of("at first", "at last"), done, "what was done in two hours");
    assertEquals(0, late.get(), "nanoseconds until a thread without a task took one");
  }

  private void sleepAnHour() throws InterruptedException {
    Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
    for (var thread : threads) {
      if (thread.getState() == RUNNABLE) {
        fail(thread.getName() + " had nothing to do for an hour, and looked again and again");
      }
    }
  }

  @Explore
  @DisplayName("an interrupt ends the waiting for the end, and the work goes on")
  @Graded(points = 1, read = "the contract, Crew.java: shutdown")
  void anInterruptEndsTheWaiting() throws InterruptedException {
    var another = AnyValue.of("nobody", "later", "at the same time");
    var mayEnd = new CountDownLatch(1);
    var workers = new Workers(1, this::newThread);
    workers.submit(
        () -> {
          awaitQuietly(mayEnd);
          done.add("first" + interruptHeard());
        });
    workers.submit(() -> done.add("second"));
    var boss =
        start(
            "boss",
            () -> {
              assertThrows(
                  InterruptedException.class, workers::shutdown, "an interrupted shutdown");
              assertEquals("", interruptHeard(), "whoever called shutdown, after it has thrown");
            });
    var patient = start("patient", () -> shutsDown(another.equals("at the same time"), workers));
    boss.interrupt();
    boss.join();
    assertRefusesLateTasks(workers, "submit after a shutdown that was interrupted");
    mayEnd.countDown();
    shutsDown(another.equals("later"), workers);
    patient.join();
    joinThreads();
    assertBothDone("what was done after shutdown was interrupted");
  }

  private void shutsDown(boolean really, Crew workers) throws InterruptedException {
    if (really) {
      workers.shutdown();
      assertBothDone("what was done when a shutdown that nobody interrupted returned");
    }
  }

  private void assertBothDone(String what) {
    assertEquals(List.of("first", "second"), done, what);
  }

  @Test
  @DisplayName("a hundred workers work at once, and seventy thousand tasks wait for one")
  @Graded(points = 1, read = "the contract, Crew.java: any number")
  void anyNumber() throws InterruptedException {
    var verdict = Explorer.explore(WorkersTest::aHundredMeet, FEW_SCHEDULES);
    if (!(verdict instanceof Verdict.Holds)) {
      verdict.orThrow();
    }
    seventyThousandWait();
  }

  private static void aHundredMeet() throws InterruptedException {
    var test = new WorkersTest();
    var all = new CountDownLatch(HUNDRED + 1);
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    var workers = new Workers(HUNDRED, test::newThread);
    for (var task = 0; task < 2 * HUNDRED; task++) {
      workers.submit(
          () -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            meet(all);
            atWork.decrementAndGet();
          });
    }
    meet(all);
    workers.shutdown();
    assertEquals(HUNDRED, most.get(), "tasks at work at once, in a pool of 100 threads");
  }

  /// The one worker is let in when all have been accepted, and it has been told to end: so there is
  /// nothing that one machine does sooner than another.
  private void seventyThousandWait() throws InterruptedException {
    var mayBegin = new CountDownLatch(1);
    var inOrder = new AtomicInteger();
    try {
      var workers = new Workers(1, work -> newOnlyThread(mayBegin, work));
      for (var task = 0; task < SEVENTY_THOUSAND; task++) {
        var number = task;
        workers.submit(() -> inOrder.compareAndSet(number, number + 1));
      }
      assertEquals(1, threads.size(), "threads that the factory made");
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, workers::shutdown, "an interrupted shutdown");
      assertRefusesLateTasks(workers, "submit after a shutdown that was interrupted");
    } finally {
      Thread.interrupted();
      mayBegin.countDown();
    }
    joinThreads();
    assertEquals(SEVENTY_THOUSAND, inOrder.get(), "tasks done one after the other");
  }

  private Thread newOnlyThread(CountDownLatch mayBegin, Runnable work) {
    if (!threads.isEmpty()) {
      throw new AssertionError("The factory was asked for a second thread; the pool has one.");
    }
    return newThread(
        () -> {
          awaitQuietly(mayBegin);
          work.run();
        });
  }
}
