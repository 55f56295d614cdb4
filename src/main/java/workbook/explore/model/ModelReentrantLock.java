package workbook.explore.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.HashedState;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LockPart;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.OwnDecisionPoints;
import workbook.explore.runtime.SharedVariable;
import workbook.explore.runtime.WaitCondition;
import workbook.explore.runtime.WakeReason;

/// Stands in for `java.util.concurrent.locks.ReentrantLock` and its conditions.
///
/// Who gets a free lock is a decision of the scheduler, so a fair lock behaves like any other.
public class ModelReentrantLock implements Lock, OwnDecisionPoints, HashedState {
  /// Letting go is a step others notice only if somebody asks about the lock without waiting for
  /// it, or has a permit to lose by waiting.
  static final SharedVariable HELD = SharedVariable.named("ReentrantLock held");

  /// Beginning to wait is a step others notice only if somebody asks who waits.
  private static final SharedVariable QUEUED = SharedVariable.named("ReentrantLock queued");

  private final boolean fair;
  private final List<LogicalThread> queue = new ArrayList<>();
  private LogicalThread owner;
  private int holds;

  public ModelReentrantLock() {
    this(false);
  }

  public ModelReentrantLock(boolean fair) {
    this.fair = fair;
  }

  @Override
  public void lock() {
    if (mine()) {
      hold(holds + 1);
      return;
    }
    if (Kernel.isVisible(HELD) || Kernel.isVisible(QUEUED)) {
      Kernel.decisionPoint(this);
    } else {
      Kernel.lockPoint(this, toBeFree());
    }
    enqueue(Kernel.currentThread());
    awaitAndTake();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    if (!lockInTime(WaitCondition.NEVER)) {
      throw new AssertionError("no deadline");
    }
  }

  @Override
  public boolean tryLock() {
    Kernel.makeVisible(HELD);
    Kernel.decisionPoint(this);
    return takeIfFree();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return lockInTime(Kernel.deadline(unit.toNanos(time)));
  }

  private boolean lockInTime(long deadline) throws InterruptedException {
    Kernel.makeVisible(HELD);
    Kernel.decisionPoint(this);
    if (Kernel.looksForInterrupt()) {
      throw Waiting.clearedInterrupt();
    }
    if (takeIfFree()) {
      return true;
    }
    enqueue(Kernel.currentThread());
    var woken = ModelLockSupport.await(toBeFree().withDeadline(deadline).orInterrupted());
    if (woken == WakeReason.READY) {
      take(true);
      return true;
    }
    dequeue();
    if (woken == WakeReason.INTERRUPTED) {
      throw Waiting.clearedInterrupt();
    }
    Kernel.readPlain(this);
    return false;
  }

  private boolean takeIfFree() {
    if (mine()) {
      hold(holds + 1);
      return true;
    }
    if (owner != null) {
      Kernel.readPlain(this);
      return false;
    }
    take(false);
    return true;
  }

  private WaitCondition toBeFree() {
    return WaitCondition.until(WaitCondition.Kind.LOCK, this, () -> owner == null)
        .heldBy(() -> owner);
  }

  /// The thread has to wait for the lock, or has it at once.
  private void enqueue(LogicalThread thread) {
    if (!queue.contains(thread)) {
      noteQueue();
      queue.add(thread);
    }
  }

  private void dequeue() {
    noteQueue();
    queue.remove(Kernel.currentThread());
  }

  private void noteQueue() {
    if (Kernel.isVisible(QUEUED)) {
      Kernel.writePlain(this);
    }
  }

  private void awaitAndTake() {
    ModelLockSupport.await(toBeFree());
    take(true);
  }

  /// @param waits whether the thread would have waited for it
  private void take(boolean waits) {
    Kernel.take(this, waits);
    queue.remove(Kernel.currentThread());
    owner = Kernel.currentThread();
    holds = 1;
  }

  @Override
  public void unlock() {
    if (!mine()) {
      throw new IllegalMonitorStateException("this thread does not hold the lock");
    }
    if (holds > 1) {
      hold(holds - 1);
      return;
    }
    Kernel.decisionPointIfVisible(this, HELD);
    letGo();
  }

  private void letGo() {
    Kernel.release(this);
    owner = null;
    holds = 0;
  }

  private void hold(int times) {
    Kernel.touch(this);
    holds = times;
  }

  private boolean mine() {
    return owner == Kernel.currentThread();
  }

  @Override
  public Condition newCondition() {
    return new ModelCondition();
  }

  public int getHoldCount() {
    return mine() ? holds : 0;
  }

  public boolean isHeldByCurrentThread() {
    return mine();
  }

  public boolean isLocked() {
    Kernel.makeVisible(HELD);
    Kernel.decisionPoint(this);
    Kernel.readPlain(this);
    return owner != null;
  }

  public final boolean hasQueuedThreads() {
    return getQueueLength() > 0;
  }

  public final boolean hasQueuedThread(ModelThread thread) {
    Objects.requireNonNull(thread);
    return getQueuedThreads().contains(thread);
  }

  public final int getQueueLength() {
    return getQueuedThreads().size();
  }

  protected Collection<ModelThread> getQueuedThreads() {
    Kernel.makeVisible(QUEUED);
    Kernel.decisionPoint(this);
    Kernel.readPlain(this);
    return queue.stream().map(thread -> (ModelThread) thread.threadObject()).toList();
  }

  public final boolean isFair() {
    return fair;
  }

  protected ModelThread getOwner() {
    return isLocked() ? (ModelThread) owner.threadObject() : null;
  }

  public boolean hasWaiters(Condition condition) {
    return getWaitQueueLength(condition) > 0;
  }

  public int getWaitQueueLength(Condition condition) {
    Objects.requireNonNull(condition);
    if (!(condition instanceof ModelCondition known) || known.lock() != this) {
      throw new IllegalArgumentException("not a condition of this lock");
    }
    known.mustOwn();
    known.askedInVain = true;
    return known.waiters.size();
  }

  @Override
  public int hashCode() {
    return HashHooks.hash(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public long stateHash() {
    var waiting = Kernel.isVisible(QUEUED) ? 1_000_000L * queue.size() : 0;
    return owner == null ? waiting : waiting + 1000L * holds + owner.id();
  }

  @Override
  public String toString() {
    return "ReentrantLock"
        + (owner == null ? "[Unlocked]" : "[Locked by thread " + owner.name() + "]");
  }

  /// A condition of this lock. Signals go to the thread that has waited longest, as documented.
  private final class ModelCondition implements Condition, LockPart, OwnDecisionPoints {
    private final List<Waiter> waiters = new ArrayList<>();

    /// Whether somebody found no waiters: then it makes a difference that there is one.
    private boolean askedInVain;

    private static final class Waiter {
      final LogicalThread thread = Kernel.currentThread();
      final boolean interruptible;
      boolean signalled;

      Waiter(boolean interruptible) {
        this.interruptible = interruptible;
      }

      boolean mayLeave() {
        return interruptible && thread.interrupted();
      }
    }

    @Override
    public ModelReentrantLock lock() {
      return ModelReentrantLock.this;
    }

    @Override
    public void await() throws InterruptedException {
      await(WaitCondition.NEVER, true);
    }

    @Override
    public void awaitUninterruptibly() {
      try {
        await(WaitCondition.NEVER, false);
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    @Override
    public long awaitNanos(long nanos) throws InterruptedException {
      var deadline = Kernel.deadline(nanos);
      await(deadline, true);
      return deadline - Kernel.time();
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
      return await(Kernel.deadline(unit.toNanos(time)), true);
    }

    @Override
    public boolean awaitUntil(Date date) throws InterruptedException {
      return await(ModelMachine.sinceStart(date.getTime()), true);
    }

    /// Waits without the lock; false when the deadline passed first.
    private boolean await(long deadline, boolean interruptible) throws InterruptedException {
      if (interruptible && Kernel.looksForInterrupt()) {
        throw Waiting.clearedInterrupt();
      }
      mustOwn();
      Kernel.report(this);
      var mayBeSpurious = Kernel.calledOn(this);
      var held = holds;
      var waiter = new Waiter(interruptible);
      waiters.add(waiter);
      if (askedInVain) {
        Kernel.changed();
      }
      letGo();
      var wait =
          WaitCondition.until(WaitCondition.Kind.SIGNAL, this, () -> waiter.signalled)
              .withDeadline(deadline)
              .orSpuriously(mayBeSpurious);
      var woken = ModelLockSupport.await(interruptible ? wait.orInterrupted() : wait);
      waiters.remove(waiter);
      enqueue(waiter.thread);
      awaitAndTake();
      holds = held;
      if (woken == WakeReason.INTERRUPTED) {
        throw Waiting.clearedInterrupt();
      }
      return woken != WakeReason.TIMED_OUT;
    }

    @Override
    public void signal() {
      letInterruptedLeave();
      Kernel.writePlain(this);
      askedInVain |= waiters.isEmpty();
      wake(waiters.isEmpty() ? List.of() : List.of(waiters.removeFirst()));
    }

    @Override
    public void signalAll() {
      letInterruptedLeave();
      Kernel.writePlain(this);
      askedInVain |= waiters.isEmpty();
      wake(List.copyOf(waiters));
      waiters.clear();
    }

    /// An interrupted waiter doesn't need the lock to give up waiting, so a signal may be too late
    /// for it.
    private void letInterruptedLeave() {
      mustOwn();
      if (waiters.stream().anyMatch(Waiter::mayLeave)) {
        Kernel.decisionPoint(this);
      } else {
        Kernel.report(this);
      }
    }

    private void wake(List<Waiter> woken) {
      for (var waiter : woken) {
        waiter.signalled = true;
        enqueue(waiter.thread);
      }
      Kernel.woke(this, () -> woken.stream().map(waiter -> waiter.thread).toList());
    }

    private void mustOwn() {
      if (!mine()) {
        throw new IllegalMonitorStateException("this thread does not hold the lock");
      }
    }
  }
}
