package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;
import workbook.explore.FinalStates;

/// Calls by one thread on the classes that have hand-written models, most of them drawn at random,
/// and what each answered. Run as it is, this is the JDK's answer; run by the explorer, the
/// model's.
public final class RandomHistories {
  private static final int ROUNDS = 200;

  /// Something that answers or throws.
  interface Call {
    Object make() throws Exception;
  }

  /// A call that only throws.
  interface Act {
    void make() throws Exception;
  }

  private final List<Object> answers = new ArrayList<>();

  private RandomHistories() {}

  private void call(Call call) {
    Object answer;
    try {
      answer = call.make();
    } catch (Exception e) {
      answer = e.getClass().getSimpleName();
    }
    answers.add(answer);
  }

  private void act(Act act) {
    call(
        () -> {
          act.make();
          return "done";
        });
  }

  /// What calls of one thread on a lock and its condition answer, in random order.
  public static String lock() {
    var history = new RandomHistories();
    for (var seed = 0; seed < ROUNDS; seed++) {
      history.lock(new Random(seed));
    }
    return history.answers.toString();
  }

  private void lock(Random random) {
    var lock = new ReentrantLock(random.nextBoolean());
    var condition = lock.newCondition();
    for (var i = 0; i < 20; i++) {
      switch (chosen(random, 18)) {
        case 0 -> act(lock::lock);
        case 1 -> act(lock::unlock);
        case 2 -> call(lock::tryLock);
        case 3 -> call(() -> lock.tryLock(0, TimeUnit.SECONDS));
        case 4 -> act(lock::lockInterruptibly);
        case 5 -> call(lock::getHoldCount);
        case 6 -> call(lock::isHeldByCurrentThread);
        case 7 -> call(lock::isLocked);
        case 8 -> call(lock::isFair);
        case 9 -> act(condition::signal);
        case 10 -> act(condition::signalAll);
        case 11 -> call(() -> condition.awaitNanos(0) <= 0);
        case 12 -> call(() -> condition.await(0, TimeUnit.SECONDS));
        case 13 -> call(() -> lock.getWaitQueueLength(condition));
        case 14 -> call(() -> lock.hasWaiters(condition));
        case 15 -> act(Thread.currentThread()::interrupt);
        case 16 -> call(Thread::interrupted);
        default -> call(Thread.currentThread()::isInterrupted);
      }
    }
    while (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
    Thread.interrupted();
  }

  /// Which call comes next; it is told too, so that a difference can be found.
  private int chosen(Random random, int count) {
    var next = random.nextInt(count);
    answers.add(next);
    return next;
  }

  /// What calls of one thread on a monitor answer, in random order.
  public static String monitor() {
    var history = new RandomHistories();
    for (var seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      history.monitor(random, new Object(), 0);
      Thread.interrupted();
    }
    return history.answers.toString();
  }

  private void monitor(Random random, Object lock, int depth) {
    for (var i = 0; i < 6; i++) {
      switch (chosen(random, 9)) {
        case 0, 1 -> {
          if (depth == 3) {
            continue;
          }
          synchronized (lock) {
            monitor(random, lock, depth + 1);
          }
        }
        case 2 -> act(lock::notify);
        case 3 -> act(lock::notifyAll);
        case 4 -> act(() -> lock.wait(0, 1));
        case 5 -> act(() -> lock.wait(-1));
        case 6 -> act(Thread.currentThread()::interrupt);
        case 7 -> call(Thread::interrupted);
        default -> call(() -> Thread.holdsLock(lock));
      }
    }
  }

  /// What locals and scoped values answer, here and in a thread started here.
  public static String locals() {
    var history = new RandomHistories();
    var plain = ThreadLocal.withInitial(() -> 1);
    var passed = new InheritableThreadLocal<Integer>();
    var scoped = ScopedValue.<Integer>newInstance();
    history.call(plain::get);
    plain.set(2);
    history.call(plain::get);
    plain.remove();
    history.call(plain::get);
    history.call(passed::get);
    passed.set(3);
    history.call(scoped::get);
    history.call(scoped::isBound);
    history.call(() -> scoped.orElse(4));
    history.call(() -> scoped.orElse(null));
    history.call(() -> scoped.orElseThrow(IllegalStateException::new));
    ScopedValue.where(scoped, 5)
        .run(
            () -> {
              plain.set(6);
              history.call(scoped::get);
              history.call(() -> ScopedValue.where(scoped, null).call(scoped::isBound));
              history.call(() -> ScopedValue.where(scoped, 7).get(scoped));
              history.inAThread(
                  () -> {
                    history.call(plain::get);
                    history.call(passed::get);
                    history.call(scoped::isBound);
                  });
            });
    history.call(scoped::isBound);
    return history.answers.toString();
  }

  private void inAThread(Runnable task) {
    act(
        () -> {
          var thread = new Thread(task);
          thread.start();
          thread.join();
        });
  }

  private static Scenario told(Call history) {
    return new Scenario() {
      @Override
      public List<Body> bodies() {
        return List.of(() -> FinalStates.add((String) history.make()));
      }
    };
  }

  static Scenario lockExplored() {
    return told(RandomHistories::lock);
  }

  static Scenario monitorExplored() {
    return told(RandomHistories::monitor);
  }

  static Scenario localsExplored() {
    return told(RandomHistories::locals);
  }
}
