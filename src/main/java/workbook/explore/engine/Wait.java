package workbook.explore.engine;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What a thread waits for, and how else the waiting may end.
///
/// The scheduler evaluates `ready` at every decision, so a model never wakes anybody by hand: it
/// changes its state, and whoever waits for that state can run.
///
/// @param kind what sort of waiting this is; decides how a stuck program is explained
/// @param on the object waited for
/// @param ready whether the waiting may end; reads only the state of models
/// @param deadline virtual nanoseconds at which the waiting ends by itself; [#NEVER] for none
/// @param interruptible whether an interrupt ends it
/// @param spurious whether it may end for no reason
/// @param holder who keeps it from ending, where one thread does; null where nobody in particular
public record Wait(
    Kind kind,
    Object on,
    BooleanSupplier ready,
    long deadline,
    boolean interruptible,
    boolean spurious,
    Supplier<LogicalThread> holder) {

  /// No deadline.
  public static final long NEVER = Long.MAX_VALUE;

  /// What a thread may wait for.
  public enum Kind {
    LOCK,
    SIGNAL,
    PERMIT,
    THREAD_END,
    TIME
  }

  /// A wait with no deadline that only its condition ends.
  public static Wait until(Kind kind, Object on, BooleanSupplier ready) {
    return new Wait(kind, on, ready, NEVER, false, false, () -> null);
  }

  public Wait withDeadline(long nanos) {
    return new Wait(kind, on, ready, nanos, interruptible, spurious, holder);
  }

  public Wait orInterrupted() {
    return new Wait(kind, on, ready, deadline, true, spurious, holder);
  }

  /// The same wait, which may also end for no reason if `allowed`.
  public Wait orSpuriously(boolean allowed) {
    return new Wait(kind, on, ready, deadline, interruptible, allowed, holder);
  }

  public Wait heldBy(Supplier<LogicalThread> who) {
    return new Wait(kind, on, ready, deadline, interruptible, spurious, who);
  }

  boolean timed() {
    return deadline != NEVER;
  }
}
