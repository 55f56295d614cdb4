package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Who lives, who belongs together, and where a thread is: what old textbooks ask.
final class ThreadGroups {
  private ThreadGroups() {}

  /// Waits until so many threads are left: the first one and this one. Virtual threads are not
  /// counted.
  private static Program activeCount(int left) {
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          new Thread(() -> result.set(5)).start();
          Thread.startVirtualThread(LockSupport::park);
          while (Thread.activeCount() > left) {
            Thread.yield();
          }
          expectEquals(5, result.get());
        });
  }

  static Program activeCountBad() {
    return activeCount(3);
  }

  static Program activeCountGood() {
    return activeCount(2);
  }

  /// Threads of other groups are not counted.
  private static Program enumerate(ThreadGroupMaker maker, List<String> expected) {
    return Program.of(
        () -> {
          var group = maker.make();
          var go = new AtomicBoolean();
          var threads = new ArrayList<Thread>();
          threads.add(new Thread(group, () -> await(go), "member"));
          threads.add(Thread.ofPlatform().group(group).name("made").unstarted(() -> await(go)));
          threads.add(Thread.ofVirtual().name("virtual").unstarted(() -> await(go)));
          threads.forEach(Thread::start);
          var found = new Thread[group.activeCount()];
          expectEquals(found.length, group.enumerate(found));
          expectEquals(expected, List.of(found).stream().map(Thread::getName).toList());
          go.set(true);
          for (var thread : threads) {
            thread.join();
          }
          expectEquals(0, group.activeCount() - expected.size() + 2);
        });
  }

  private interface ThreadGroupMaker {
    ThreadGroup make();
  }

  private static void await(AtomicBoolean go) {
    while (!go.get()) {
      Thread.onSpinWait();
    }
  }

  static Program enumerateBad() {
    return enumerate(() -> Thread.currentThread().getThreadGroup(), List.of("member", "made"));
  }

  static Program enumerateGood() {
    return enumerate(() -> new ThreadGroup("ours"), List.of("member", "made"));
  }

  /// A group hears of the exceptions that its threads do not catch.
  private static Program uncaught(boolean inGroup) {
    return Program.of(
        () -> {
          var seen = Collections.synchronizedList(new ArrayList<String>());
          var group =
              new ThreadGroup("careful") {
                @Override
                public void uncaughtException(Thread thread, Throwable thrown) {
                  seen.add(thread.getName() + ": " + thrown.getMessage());
                }
              };
          var thread =
              new Thread(
                  inGroup ? group : null,
                  () -> {
                    throw new IllegalStateException("no luck");
                  },
                  "unlucky");
          thread.start();
          thread.join();
          expectEquals(List.of("unlucky: no luck"), seen);
        });
  }

  static Program uncaughtBad() {
    return uncaught(false);
  }

  static Program uncaughtGood() {
    return uncaught(true);
  }

  /// A thread that is about to be started does not live yet.
  private static Program starts(boolean first) {
    var told = new AtomicBoolean();
    var thread = new Thread(() -> {});
    return Program.of(
        () -> {
          if (first) {
            thread.start();
          }
          told.set(true);
          if (!first) {
            thread.start();
          }
        },
        () -> expect(!told.get() || thread.getState() != Thread.State.NEW, "not yet started"));
  }

  static Program startsBad() {
    return starts(false);
  }

  static Program startsGood() {
    return starts(true);
  }

  /// A thread that has said all it has to say still lives.
  private static Program ends(boolean joins) {
    var told = new AtomicBoolean();
    return Program.of(
        () -> {
          var thread = new Thread(() -> told.set(true));
          thread.start();
          if (joins) {
            thread.join();
          }
          expect(!told.get() || !thread.isAlive(), "still alive");
        });
  }

  static Program endsBad() {
    return ends(false);
  }

  static Program endsGood() {
    return ends(true);
  }

  /// The place in its own stack where a thread finds who has called it.
  private static Program caller(int at) {
    return Program.of(
        () -> {
          var stack = methodsNow();
          expectEquals("getStackTrace", stack.getFirst());
          expectEquals("methodsNow", stack.get(at));
          expectEquals("run", stack.getLast());
        });
  }

  private static List<String> methodsNow() {
    return List.of(Thread.currentThread().getStackTrace()).stream()
        .map(StackTraceElement::getMethodName)
        .toList();
  }

  static Program callerBad() {
    return caller(0);
  }

  static Program callerGood() {
    return caller(1);
  }
}
