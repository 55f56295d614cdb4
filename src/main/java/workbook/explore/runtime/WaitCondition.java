package workbook.explore.runtime;

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
public record WaitCondition(
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
    /// Another thread initialises a class.
    INITIALISATION,
    SIGNAL,
    PERMIT,
    /// The last permit was used up by waiting for something else.
    NEXT_PERMIT,
    THREAD_END,
    TIME
  }

  /// A wait with no deadline that only its condition ends.
  public static WaitCondition until(Kind kind, Object on, BooleanSupplier ready) {
    return new WaitCondition(kind, on, ready, NEVER, false, false, () -> null);
  }

  public WaitCondition withDeadline(long nanos) {
    return new WaitCondition(kind, on, ready, nanos, interruptible, spurious, holder);
  }

  public WaitCondition orInterrupted() {
    return new WaitCondition(kind, on, ready, deadline, true, spurious, holder);
  }

  /// The same wait, which may also end for no reason if `allowed`.
  public WaitCondition orSpuriously(boolean allowed) {
    return new WaitCondition(kind, on, ready, deadline, interruptible, allowed, holder);
  }

  public WaitCondition heldBy(Supplier<LogicalThread> who) {
    return new WaitCondition(kind, on, ready, deadline, interruptible, spurious, who);
  }

  boolean timed() {
    return deadline != NEVER;
  }
}
