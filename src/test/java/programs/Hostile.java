package programs;

import java.io.FileInputStream;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import workbook.Scenario;
import workbook.explore.RealWait;

/// Programs that the explorer must answer for in one sentence, whatever they do.
public final class Hostile {
  private Hostile() {}

  private static Scenario of(Scenario.Body... bodies) {
    return () -> List.of(bodies);
  }

  static Scenario readsAFile() {
    return of(() -> new FileInputStream("/etc/hostname").close());
  }

  static Scenario opensASocket() {
    return of(() -> new Socket("localhost", 9).close());
  }

  static Scenario startsAProcess() {
    return of(() -> new ProcessBuilder("true").start());
  }

  static Scenario exits() {
    return of(() -> System.exit(3));
  }

  static Scenario halts() {
    return of(() -> Runtime.getRuntime().halt(3));
  }

  static Scenario usesParallelStreams() {
    return of(() -> List.of(1, 2).parallelStream().forEach(i -> {}));
  }

  static Scenario catchesEverything() {
    return of(
        () -> {
          while (true) {
            try {
              System.exit(3);
            } catch (Throwable swallowed) {
              // goes on and on
            }
          }
        });
  }

  /// Waits for real, in a class that is not rewritten.
  static Scenario blocksInsideTheJdk() {
    return of(() -> RealWait.forEver());
  }

  static Scenario neverTerminates() {
    return of(
        () -> {
          while (true) {
            Thread.onSpinWait();
          }
        });
  }

  /// A pool that is closed while its task waits: close() waits a day, and another day.
  static Scenario waitsInTimeAgainAndAgain() {
    return of(
        () -> {
          try (var pool = Executors.newSingleThreadExecutor()) {
            pool.execute(LockSupport::park);
          }
        });
  }

  static Scenario bothLoopWithoutTouchingAnything() {
    return of(Hostile::loop, Hostile::loop);
  }

  private static void loop() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  static Scenario loopsWithoutTouchingAnything() {
    return of(
        () -> {
          for (var i = 0L; i >= 0; i = i + 1 & Integer.MAX_VALUE) {
            // nothing
          }
        });
  }

  static Scenario throwsInItsConstructor() {
    throw new IllegalStateException("no scenario today");
  }

  static Scenario overflowsTheStack() {
    return of(() -> deeper(0));
  }

  private static int deeper(int depth) {
    return 1 + deeper(depth + 1);
  }

  static Scenario failsInAStaticInitialiser() {
    return of(() -> System.identityHashCode(Unready.VALUE));
  }

  static final class Unready {
    static final Object VALUE = List.of().getFirst();
  }

  /// A map that passes on to the JDK's, which computes under a lock.
  private static final class Counts extends ConcurrentHashMap<String, Integer> {
    private static final long serialVersionUID = 1;

    @Override
    public Integer computeIfAbsent(String key, Function<? super String, ? extends Integer> make) {
      return super.computeIfAbsent(key, make);
    }
  }

  static Scenario waitsInACallback() {
    var lock = new ReentrantLock();
    var map = new Counts();
    return of(
        () -> {
          lock.lock();
          map.put("a", 1);
          lock.unlock();
        },
        () ->
            map.computeIfAbsent(
                "b",
                key -> {
                  lock.lock();
                  lock.unlock();
                  return 1;
                }));
  }

  static Scenario unlocksWhatItDoesNotHold() {
    return of(() -> new ReentrantLock().unlock());
  }

  static Scenario notifiesWithoutTheMonitor() {
    return of(() -> new Object().notify());
  }

  static Scenario startsTwice() {
    return of(
        () -> {
          var thread = new Thread(() -> {});
          thread.start();
          thread.start();
        });
  }

  static Scenario failsInAThreadNobodyJoins() {
    return of(
        () ->
            new Thread(
                    () -> {
                      throw new IllegalStateException("unseen");
                    })
                .start());
  }

  static Scenario prints() {
    return of(() -> System.out.println("thousands of lines"));
  }

  static Scenario readsTheKeyboard() {
    return of(() -> System.in.read());
  }

  static Scenario readsAFileInWords() {
    return of(() -> new Scanner((Path) null).nextInt());
  }

  static Scenario makesByReflection() {
    return of(() -> Unready.class.getDeclaredConstructor().newInstance());
  }

  static Scenario sleepsByReflection() {
    return of(() -> Thread.class.getMethod("sleep", long.class).invoke(null, 60_000L));
  }

  static Scenario setsAFieldByReflection() {
    var object = new int[1];
    return of(() -> Unready.class.getDeclaredField("VALUE").set(null, object));
  }

  static Scenario looksAtTheClock() {
    return of(() -> Calendar.getInstance());
  }

  static Scenario writesAFile() {
    return of(() -> new PrintWriter("nowhere.txt").close());
  }

  static Scenario asksWhereAnotherThreadIs() {
    return of(
        () -> {
          var thread = Thread.ofVirtual().start(LockSupport::park);
          if (thread.getStackTrace().length == 0) {
            throw new AssertionError("nowhere");
          }
        });
  }

  static Scenario asksWhereAllThreadsAre() {
    return of(() -> Thread.getAllStackTraces().size());
  }

  private static native void elsewhere();

  static Scenario callsNativeCode() {
    return of(Hostile::elsewhere);
  }

  static Scenario hasNoBodies() {
    return of();
  }
}
