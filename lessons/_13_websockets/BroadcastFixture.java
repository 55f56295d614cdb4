package _13_websockets;

import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  /// A member that comes first in a hash table, too.
  private static final class FirstMember extends RecordingMember {
    FirstMember(String cue, Reaction reaction) {
      super(cue, reaction);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /// A thread that begins when it is told to.
  private static final class HeldThread extends Thread {
    HeldThread(Runnable task) {
      super(task);
      setDaemon(true);
    }

    @Override
    public void start() {}

    void begin() {
      super.start();
    }
  }

  private final List<HeldThread> heldThreads = new CopyOnWriteArrayList<>();

  /// Its threads take a while to begin.
  protected final ThreadFactory held =
      task -> {
        var thread = new HeldThread(task);
        heldThreads.add(thread);
        return thread;
      };

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

  /// Bob joins while others speak, and hears what is said from then on.
  protected final void joinsWhileOthersSpeak(ChatRoom room) throws InterruptedException {
    var end = new CountDownLatch(1);
    var bob = new RecordingMember("3", end::countDown);
    var other = start("other", () -> room.join(bob));
    room.say("1");
    room.say("2");
    other.join();
    room.say("3");
    end.await();
    room.leave(bob);
    var got = bob.all();
    assertTrue(
        List.of(List.of("1", "2", "3"), List.of("2", "3"), List.of("3")).contains(got),
        () -> "1, 2 and 3 were said, and Bob, who joined before 3, got " + got);
  }

  /// Ann takes no notice of an interrupt. She leaves and joins again, and her first send ends only
  /// then, or at any moment if the line is up from the beginning.
  protected final void joinsAgain(ChatRoom room, CountDownLatch line, RecordingMember.Reaction end)
      throws InterruptedException {
    var ann =
        new RecordingMember(
            "old",
            () -> {
              awaitUninterruptibly(line);
              end.run();
            });
    room.join(ann);
    room.say("old");
    ann.hears(1);
    room.leave(ann);
    assertTrue(room.join(ann), "whether Ann joined, who had left");
    room.say("new");
    ann.hears(1); // waits for ever if she hears nothing before her first send is over
    line.countDown();
    ann.gone.await();
    assertFalse(room.join(ann), "whether she could join a third time, with her first send over");
    room.say("newer");
    ann.hears(1); // waits for ever if she is no longer in the room
  }

  /// While something is said, a member for whom too much waits is removed; and just then Carl comes
  /// and speaks. He must hear the end of what Bob hears.
  protected final void speaksAsOneIsRemoved(ChatRoom room) throws InterruptedException {
    var end = new CountDownLatch(2);
    var bob = new RecordingMember("end", end::countDown);
    var carl = new FirstMember("end", end::countDown);
    room.join(new FirstMember("", () -> {}));
    List.of("1", "2", "3").forEach(room::say); // no more may wait
    room.join(bob);
    Runnable comeAndSpeak =
        () -> {
          room.join(carl);
          room.say("b");
        };
    var other = start("other", comeAndSpeak);
    room.say("a");
    other.join();
    room.say("end");
    heldThreads.forEach(HeldThread::begin);
    end.await();
    assertEquals(List.of("a", "b", "end"), bob.got.stream().sorted().toList(), "Bob, sorted");
    var heard = bob.got.subList(bob.got.size() - carl.got.size(), bob.got.size());
    assertEquals(heard, carl.got, "what Carl got, who came later; and Bob got " + bob.got);
  }

  /// Ann leaves, and that interrupts nobody but her.
  protected final void anotherLeaves(ChatRoom room) throws InterruptedException {
    var line = new CountDownLatch(1);
    var ann = new RecordingMember();
    var bob = new RecordingMember("2", line::await);
    room.join(ann);
    room.join(bob);
    room.say("1");
    ann.hears(1);
    bob.hears(1);
    room.say("2");
    bob.hears(1);
    room.leave(ann);
    line.countDown();
    room.say("3");
    bob.hears(1); // waits for ever if he was removed because his send was interrupted
  }

  /// Whoever was told that a room is closed finds nobody in it.
  protected final void speaksAsItCloses(ChatRoom room, Member ann) throws InterruptedException {
    room.join(ann);
    Runnable speak =
        () -> {
          try {
            room.say("anybody?");
          } catch (IllegalStateException closed) {
            answers.add(room.leave(ann) ? "yes" : "no");
          }
        };
    var other = start("other", speak);
    room.close();
    other.join();
    assertFalse(answers.contains("yes"), "whether Ann left, after a say that found a closed room");
  }

  /// How many threads of the room are not asleep, or sleep only for a time, even though nobody has
  /// spoken for 24 minutes. One that is on its way, or idle in a pool, has ended or fallen asleep
  /// within the first ones.
  protected final long awakeAfterAWhile() throws InterruptedException {
    var awake = 1L;
    for (var minute = 0; minute < 24 && awake > 0; minute++) {
      Thread.sleep(Duration.ofMinutes(1).plusNanos(7)); // no short sleep ends at this moment
      awake =
          threads.stream()
              .map(Thread::getState)
              .filter(state -> state == RUNNABLE || state == TIMED_WAITING)
              .count();
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
