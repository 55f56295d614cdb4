package scenarios.more;

import static scenarios.more.Program.expectEquals;

import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Threads that are still there when the program should have ended.
final class LeftBehind {
  private LeftBehind() {}

  /// A pool that nobody shuts down keeps its threads, and the JVM with them.
  private static Program idle(boolean shutDown) {
    return Program.of(
        () -> {
          var pool = Executors.newFixedThreadPool(2);
          expectEquals(42, pool.submit(() -> 42).get());
          if (shutDown) {
            pool.shutdown();
          }
        });
  }

  static Program idleBad() {
    return idle(false);
  }

  static Program idleGood() {
    return idle(true);
  }

  /// The workers of a cached pool end after a minute without work.
  static Program expiresGood() {
    return Program.of(
        () -> expectEquals(42, Executors.newCachedThreadPool().submit(() -> 42).get()));
  }

  /// The thread of a timer lives on after its last task, unless it is a daemon.
  private static Program idleTimer(boolean daemon) {
    return Program.of(() -> new Timer(daemon));
  }

  static Program idleTimerBad() {
    return idleTimer(false);
  }

  static Program idleTimerGood() {
    return idleTimer(true);
  }

  /// A thread that waits for ever keeps the JVM; a daemon ends with it.
  private static Program left(Thread.Builder builder) {
    return Program.of(() -> builder.start(() -> LockSupport.park(builder)));
  }

  static Program leftBad() {
    return left(Thread.ofPlatform().name("left"));
  }

  static Program leftGood() {
    return left(Thread.ofPlatform().daemon().name("left"));
  }

  static Program leftVirtualGood() {
    return left(Thread.ofVirtual().name("left"));
  }

  /// Nobody waits for the two, and yet their work is lost.
  private static Program daemonsLocked(boolean ordered) {
    var first = new ReentrantLock();
    var second = new ReentrantLock();
    return Program.of(
        () -> {
          Thread.startVirtualThread(() -> lockBoth(first, second));
          Thread.startVirtualThread(
              () -> lockBoth(ordered ? first : second, ordered ? second : first));
        });
  }

  private static void lockBoth(ReentrantLock outer, ReentrantLock inner) {
    outer.lock();
    inner.lock();
    inner.unlock();
    outer.unlock();
  }

  static Program daemonsLockedBad() {
    return daemonsLocked(false);
  }

  static Program daemonsLockedGood() {
    return daemonsLocked(true);
  }
}
