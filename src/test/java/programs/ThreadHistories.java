package programs;

import static programs.Story.of;
import static programs.Story.started;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import workbook.Scenario;

/// What threads, parking and monitors answer to one or two threads whose order is forced.
public final class ThreadHistories {
  private static final int HOUR = 3_600_000;

  private ThreadHistories() {}

  static Scenario parking() {
    return of(
        story -> {
          var me = Thread.currentThread();
          LockSupport.unpark(null);
          LockSupport.unpark(me);
          LockSupport.park();
          LockSupport.parkNanos(0);
          LockSupport.parkNanos(-1);
          LockSupport.parkNanos(1);
          me.interrupt();
          LockSupport.park();
          LockSupport.park(story);
          story.says(Thread.interrupted(), LockSupport.getBlocker(me) == null);
          var over = new AtomicBoolean();
          var parked =
              started(
                  Thread.State.WAITING,
                  () -> {
                    while (!over.get()) {
                      LockSupport.park(story);
                    }
                  });
          story.says(LockSupport.getBlocker(parked) == story);
          over.set(true);
          LockSupport.unpark(parked);
          parked.join();
          story.says(LockSupport.getBlocker(parked) == null);
        });
  }

  static Scenario lifeOfAThread() {
    return of(
        story -> {
          var thread = new Thread(() -> story.says(Thread.currentThread().getState()));
          thread.setDaemon(false);
          story.says(thread.getState(), thread.isAlive(), thread.isDaemon());
          thread.join();
          story.says(() -> thread.join(Duration.ofHours(1)));
          story.says(() -> thread.join(-1));
          story.says(() -> thread.setName(null));
          story.says(() -> thread.setPriority(11));
          story.says(() -> thread.setPriority(0));
          story.says(() -> Thread.sleep(-1));
          thread.start();
          story.says(thread.join(Duration.ofHours(1)));
          story.says(thread.getState(), thread.isAlive());
          story.says(thread::start);
          story.says(() -> thread.setDaemon(true));
          story.says(thread.isDaemon());
        });
  }

  static Scenario lifeOfAVirtualThread() {
    return of(
        story -> {
          var thread = Thread.ofVirtual().unstarted(() -> {});
          story.says(thread.getName(), thread.isDaemon(), thread.isVirtual(), thread.getState());
          story.says(() -> thread.setDaemon(false));
          thread.setPriority(Thread.MAX_PRIORITY);
          story.says(thread.getPriority());
          thread.start();
          thread.join();
          story.says(thread.getState(), thread.isAlive());
          story.says(thread::start);
        });
  }

  static Scenario interrupts() {
    return of(
        story -> {
          var me = Thread.currentThread();
          var late = new Thread(() -> story.says(Thread.interrupted()));
          late.interrupt();
          story.says(late.isInterrupted());
          late.start();
          late.join();
          story.says(late.isInterrupted());
          late.interrupt();
          story.says(late.isInterrupted());
          me.interrupt();
          story.says(() -> late.join());
          story.says(me.isInterrupted());
          story.says(() -> Thread.sleep(0));
          story.says(me.isInterrupted());
          var sleeper =
              started(
                  Thread.State.TIMED_WAITING,
                  () -> {
                    story.says(() -> Thread.sleep(HOUR));
                    story.says(Thread.currentThread().isInterrupted());
                  });
          me.interrupt();
          story.says(() -> sleeper.join());
          story.says(() -> sleeper.join(1));
          sleeper.interrupt();
          sleeper.join();
          var joiner = started(Thread.State.WAITING, () -> story.says(() -> me.join()));
          joiner.interrupt();
          joiner.join();
        });
  }

  static Scenario monitors() {
    return of(
        story -> {
          var monitor = new Object();
          story.says(monitor::notify);
          story.says(monitor::notifyAll);
          story.says(() -> monitor.wait());
          story.says(() -> monitor.wait(-1));
          story.says(Thread.holdsLock(monitor));
          Thread blocked;
          synchronized (monitor) {
            story.says(() -> monitor.wait(1));
            story.says(() -> monitor.wait(0, 1_000_000));
            Thread.currentThread().interrupt();
            story.says(() -> monitor.wait());
            story.says(Thread.interrupted(), Thread.holdsLock(monitor));
            blocked =
                started(
                    Thread.State.BLOCKED,
                    () -> {
                      synchronized (monitor) {
                        story.says(Thread.interrupted());
                      }
                    });
            blocked.interrupt();
          }
          blocked.join();
        });
  }

  static Scenario monitorIsWaitedFor() {
    return of(
        story -> {
          var monitor = new Object();
          var waits =
              started(
                  Thread.State.WAITING,
                  () -> {
                    synchronized (monitor) {
                      synchronized (monitor) {
                        story.says(() -> monitor.wait());
                      }
                      story.says(Thread.holdsLock(monitor));
                    }
                  });
          synchronized (monitor) {
            monitor.notify();
            story.says(waits.isAlive());
          }
          waits.join();
          var timed =
              started(
                  Thread.State.TIMED_WAITING,
                  () -> {
                    synchronized (monitor) {
                      story.says(() -> monitor.wait(HOUR));
                    }
                  });
          timed.interrupt();
          timed.join();
        });
  }
}
