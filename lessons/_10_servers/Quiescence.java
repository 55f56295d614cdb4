package _10_servers;

import static java.util.stream.Collectors.toMap;

import _01_processes.Standstill;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for what a server does, and gives up when nothing more is to be expected: all threads of
/// this process sleep, or one of them computes and computes. No clock decides that, so a slow
/// machine changes nothing.
public final class Quiescence {
  private static final Duration OFTEN = Duration.ofNanos(100_000);
  private static final Duration SOMETIMES = Duration.ofMillis(5);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration A_WHILE = Duration.ofSeconds(8);

  /// So many times each thread is seen asleep until a server is taken to be at rest.
  private static final int ROUNDS = 20;

  /// What a thread computes, of the processor's time, until it is taken to do so without end: a
  /// thousand times what any answer needs.
  private static final Duration ENDLESS = Duration.ofSeconds(1);

  private Quiescence() {}

  /// Blocks until the condition holds, or until nobody is left who could make it hold. Where
  /// nothing tells who sleeps, it gives up after a while.
  ///
  /// @return whether it holds
  public static boolean await(BooleanSupplier what) throws InterruptedException {
    var tells = Standstill.TELLS_WHO_SLEEPS;
    return comesWithin(tells ? MOMENT : A_WHILE, what)
        || tells && comesOrIsLate(what, () -> comesBeforeStandstill(what));
  }

  /// Blocks until the condition holds, or until the server has done all that it has to do now. It
  /// is less patient than [#await] with servers that sleep for a while and then look.
  ///
  /// @return whether it holds
  static boolean comesSoon(BooleanSupplier what) throws InterruptedException {
    return comesWithin(SOMETIMES, what)
        || comesOrIsLate(what, () -> comesBeforeSleep(what, new Computing()));
  }

  /// Blocks until the server has done all that it has to do now.
  ///
  /// @return whether its threads sleep; else one of them computes without end
  public static boolean comes() throws InterruptedException {
    var computing = new Computing();
    comesOrIsLate(computing::isEndless, () -> comesBeforeSleep(computing::isEndless, computing));
    return !computing.isEndless();
  }

  private static boolean comesWithin(Duration time, BooleanSupplier what)
      throws InterruptedException {
    var begin = System.nanoTime();
    do {
      if (what.getAsBoolean()) {
        return true;
      }
      TimeUnit.NANOSECONDS.sleep(OFTEN.toNanos());
    } while (System.nanoTime() - begin < time.toNanos());
    return false;
  }

  private static boolean comesBeforeStandstill(BooleanSupplier what) throws InterruptedException {
    return Standstill.ofThreadsComesAfter(what, new Computing()::isEndless);
  }

  private static boolean comesBeforeSleep(BooleanSupplier what, Computing computing)
      throws InterruptedException {
    return Standstill.comesBeforeSleep(what, ROUNDS, SOMETIMES, computing::isEndless);
  }

  /// Waits for something until all threads are asleep.
  @FunctionalInterface
  private interface Watch {
    boolean hasCome() throws InterruptedException;
  }

  /// When all threads are asleep, perhaps what somebody has said is still on its way. So it lets
  /// the kernel deliver a byte, and looks once more if that took longer than a moment.
  private static boolean comesOrIsLate(BooleanSupplier what, Watch watch)
      throws InterruptedException {
    long begin;
    do {
      if (watch.hasCome()) {
        return true;
      }
      begin = System.nanoTime();
      deliverByte();
      if (what.getAsBoolean()) {
        return true;
      }
    } while (System.nanoTime() - begin >= MOMENT.toNanos());
    return false;
  }

  /// Blocks until the kernel has delivered a byte from this thread to itself.
  private static void deliverByte() {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var from = new Socket(listening.getInetAddress(), listening.getLocalPort());
        var to = listening.accept()) {
      from.getOutputStream().write(1);
      to.getInputStream().read();
    } catch (IOException noDescriptors) {
      // Then this tells nothing about the kernel.
    }
  }

  /// Looks how long each thread has computed since this object was made.
  private static final class Computing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> before =
        Arrays.stream(THREADS.getAllThreadIds())
            .boxed()
            .collect(toMap(id -> id, THREADS::getThreadCpuTime));

    boolean isEndless() {
      return Arrays.stream(THREADS.getAllThreadIds())
          .filter(id -> id != Thread.currentThread().threadId())
          .anyMatch(this::computesWithoutEnd);
    }

    private boolean computesWithoutEnd(long id) {
      var since = Math.max(0, before.getOrDefault(id, 0L));
      return THREADS.getThreadCpuTime(id) - since > ENDLESS.toNanos();
    }
  }
}
