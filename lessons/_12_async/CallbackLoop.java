package _12_async;

import java.time.Duration;

/// An event loop: runs callbacks, one at a time, on the thread that calls [#runUntilIdle].
///
/// A callback is *ready* from the moment it was submitted with [#callSoon], or as soon as it is a
/// timer that is due. The loop works in **rounds**. A round takes, in one step, all callbacks that
/// are ready when it begins, and runs each of them. First come those of [#callSoon], in the order
/// of submission; then the timers of [#callLater] that are due, ordered by the moment they are due;
/// timers due at the same nanosecond in the order of submission. What is submitted after a round
/// has begun, by one of its callbacks or by another thread, runs in a later round. A callback that
/// submits itself again each time, for ever, therefore delays nobody else by more than its turn.
///
/// Each callback runs exactly once, unless it is cancelled. The same `Runnable` submitted twice is
/// two callbacks.
///
/// When nothing is ready but a timer is pending, the loop sleeps. It wakes up as soon as that timer
/// is due (a millisecond later is soon enough: `Object.wait` counts no shorter times), and earlier
/// if a callback is submitted or a timer is cancelled.
///
/// **Failures.** A callback may throw anything: an `Error`, and even a checked exception that it
/// doesn't declare. The loop hands the very object to the failure handler, on the loop's thread,
/// before it runs the next callback; then it goes on. The handler may submit callbacks. If the
/// handler throws something, that is dropped, and the loop goes on as well.
///
/// **Threads.** `callSoon`, `callLater` and `cancel` may be called by any thread at any time, even
/// from inside a callback, and even when nobody runs the loop. They never wait for a callback to
/// return, nor for the failure handler, and they leave the interrupted status as it is. What a
/// thread does before it submits a callback happens-before that callback runs. Loops have nothing
/// to do with each other: a callback may run another loop.
///
/// The class has a public constructor `EventLoop(LongSupplier nanoTime, Consumer<? super Throwable>
/// onFailure)`. It throws a `NullPointerException` if either is `null`.
///
/// - `nanoTime` is the loop's only clock, for any thread to read. Like `System.nanoTime()`, it
///   counts nanoseconds from some moment in the past or in the future: it may be negative, and it
///   may overflow from `Long.MAX_VALUE` to `Long.MIN_VALUE`. Reading it throws nothing. While the
///   loop sleeps, it goes as fast as `System.nanoTime()`. While the callbacks of a round run, it
///   may go on by up to a hundred years.
/// - `onFailure` is the failure handler.
public interface CallbackLoop {
  /// Submits a callback that is ready at once.
  ///
  /// @throws NullPointerException if the callback is `null`; nothing is submitted
  void callSoon(Runnable callback);

  /// Submits a callback as a timer: it is *pending* until the clock shows that the delay has passed
  /// since this call, and *due* from that nanosecond on. Whether a timer is due is looked at when a
  /// round begins.
  ///
  /// @param delay of any length. A negative delay counts as zero: such a timer is due at the moment
  ///   of this call, so it comes after timers that were due before. If the delay is more than a
  ///   hundred years, the loop may shorten it, though not below a hundred years.
  /// @return a handle that can cancel the timer
  /// @throws NullPointerException if either is `null`; nothing is submitted
  TimerHandle callLater(Duration delay, Runnable callback);

  /// Runs rounds until the loop is idle: nothing is ready, and no timer is pending. Returns at once
  /// if it is idle already. May be called again afterwards, by any thread; but one call at a time.
  ///
  /// An interrupt ends the call: it wakes a loop that sleeps, and the loop checks whether its
  /// thread has been interrupted before each round, after any sleep, and before the call returns. A
  /// round that has begun is completed, even if a callback interrupts the thread. Whatever hasn't
  /// run stays submitted, for the next call of this method.
  ///
  /// @throws InterruptedException if the thread is interrupted, even if it was interrupted before
  ///   the call; the interrupted status is cleared
  /// @throws IllegalStateException at once if another call of this method on this loop has not
  ///   returned, whether another thread made it or a callback of this loop is making this one; the
  ///   other call goes on undisturbed. This comes first: if the thread is interrupted, too, it
  ///   stays so
  void runUntilIdle() throws InterruptedException;

  /// A timer that was submitted.
  interface TimerHandle {
    /// Makes sure that the timer's callback never runs, unless it has begun to run. Once it is
    /// cancelled, the timer is no longer pending: a loop that sleeps only because of it returns.
    ///
    /// @return whether the callback will not run because of this call; `false` if it has begun to
    ///   run, has run, or was cancelled before
    boolean cancel();
  }
}
