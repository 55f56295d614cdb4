package _13_websockets;

import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Program;
import workbook.explore.Verdict;

/// What the graded tests of Broadcast share: the room's threads, what nobody ever opens.
abstract class BroadcastFixture {
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<String> died = new CopyOnWriteArrayList<>();
  protected final List<String> answers = new CopyOnWriteArrayList<>();

  /// What nobody ever opens: who waits here ends only when it is interrupted.
  protected final CountDownLatch never = new CountDownLatch(1);

  /// Whether a test leaves its room open, or a member stuck: then the threads must be daemons, or
  /// it would not end.
  protected boolean leavesThreads;

  /// Keeps an eye on the threads it makes, and on those that die of an exception.
  protected final ThreadFactory factory =
      task -> {
        var thread =
            Thread.ofPlatform()
                .daemon(leavesThreads)
                .name("room " + (threads.size() + 1))
                .uncaughtExceptionHandler((room, thrown) -> died.add(room.getName()))
                .unstarted(task);
        threads.add(thread);
        return thread;
      };

  /// A thread that takes longer to begin than any test.
  protected static Thread lateThread(Runnable task) {
    return new Thread(task) {
      @Override
      public void start() {}
    };
  }

  /// Explores a program that may have too many schedules, without preemptions: so a thread that has
  /// something to do does it while the others wait.
  protected static void holdsInSchedules(int most, Program program) {
    var budget = new Budget(0, most, 1_000_000, 0, 1, Duration.ofMinutes(1), true);
    var verdict = Explorer.explore(program, budget);
    if (!(verdict instanceof Verdict.Holds)) {
      verdict.orThrow();
    }
  }

  /// Members whose first `send` ends only when it is interrupted.
  protected final List<RecordingMember> stuckMembers(int number) {
    return Stream.generate(() -> new RecordingMember("hello", never::await)).limit(number).toList();
  }

  /// Throws anything, also what `removed` and `send` don't declare.
  protected static RecordingMember.Reaction fails(Throwable any) {
    return () -> BroadcastFixture.<RuntimeException>sneak(any);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void sneak(Throwable any) throws X {
    throw (X) any;
  }

  /// How many threads of the room are not asleep, even though nobody has spoken for a day. One that
  /// is on its way falls asleep within the first hours.
  protected final long awakeAfterADay() throws InterruptedException {
    var awake = 1L;
    for (var hour = 0; hour < 24 && awake > 0; hour++) {
      Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
      awake = threads.stream().filter(thread -> thread.getState() == RUNNABLE).count();
    }
    return awake;
  }

  protected final void everyThreadEnds() throws InterruptedException {
    for (var thread : threads) {
      thread.join(); // never returns if the thread never ends
    }
    assertEquals(List.of(), died, "threads that died of what a member threw");
  }

  /// To be called when all threads have ended.
  protected final void assertCalledByTheRoom(RecordingMember member) {
    assertTrue(member.removals.get() <= 1, () -> member.removals + " calls of removed");
    assertEquals(
        List.of(),
        member.callersExcept(threads),
        "threads that called a member, but not the factory's");
  }

  protected static Thread start(String name, Runnable body) {
    return Thread.ofPlatform().name(name).start(body);
  }

  protected static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException notNow) {
        // goes on waiting
      }
    }
  }
}
