package _05_conditions;

import java.util.concurrent.TimeUnit;

/// A queue with a fixed number of places, between threads that put items in and threads that take
/// them out. The first item in is the first one out.
///
/// Any number of threads may call any of the methods at the same time. The queue is linearizable:
/// each item gets in, and out, at one moment between the call and the return of the method that
/// moves it. Only for [#size], and where [#offer] or [#poll] gives up, the calls of other threads
/// that haven't returned yet may each count or not.
///
/// [#put], [#take], [#offer] and [#poll] may wait. A thread that waits sleeps: it uses no
/// processor, however long it takes. As soon as it can go on, it is woken; when several can't all
/// go on, any of them may be the one.
///
/// All four respond to an interrupt. A thread that is interrupted while it waits, or that would
/// have to wait and has been interrupted before, gets an `InterruptedException`. It has then
/// neither put nor taken anything, the other threads go on as if it had never waited, and its
/// interrupt is cleared, as usual. If the interrupt comes just as it can go on, it may instead do
/// its work and stay interrupted. A call that need not wait may respond to an earlier interrupt in
/// the same way, or leave it alone and do its work.
///
/// An item is anything but `null`, and may be in the queue more than once.
///
/// The class has one constructor, `BoundedBuffer(int places)`. It throws an
/// `IllegalArgumentException` if there is not at least one place. It may take the memory for all
/// places at once.
///
/// @param <T> the items
public interface Buffer<T> {
  /// Adds an item at the end. Waits while all places are taken.
  ///
  /// @throws NullPointerException at once, if the item is `null`; then nothing has changed
  void put(T item) throws InterruptedException;

  /// Removes the first item. Waits while there is none.
  T take() throws InterruptedException;

  /// Adds an item at the end. Waits while all places are taken, but gives up when the time is over,
  /// however often it has been woken. A millisecond more or less doesn't matter.
  ///
  /// @param time how long it waits at most; if 0 or less, it doesn't wait. `Long.MAX_VALUE` is a
  ///   long time in any unit
  /// @return whether the item was added
  /// @throws NullPointerException at once, if the item is `null`; then nothing has changed
  boolean offer(T item, long time, TimeUnit unit) throws InterruptedException;

  /// Removes the first item. Waits while there is none, but gives up when the time is over, however
  /// often it has been woken. A millisecond more or less doesn't matter.
  ///
  /// @param time how long it waits at most; if 0 or less, it doesn't wait. `Long.MAX_VALUE` is a
  ///   long time in any unit
  /// @return the item; `null`, if it gave up
  T poll(long time, TimeUnit unit) throws InterruptedException;

  /// How many items there are now, from 0 to the number of places. Doesn't wait.
  int size();
}
