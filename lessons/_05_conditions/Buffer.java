package _05_conditions;

import java.util.concurrent.TimeUnit;

/// A queue with a fixed number of places, between threads that put items in and threads that take
/// them out. The first item in is the first one out.
///
/// Every method may be called by any number of threads at the same time. A thread that waits
/// sleeps: it uses no processor, however long it takes. A thread that can go on is woken, and none
/// is left waiting for what is already there.
///
/// A thread that is interrupted while it waits stops waiting with an `InterruptedException`, and
/// has then neither put nor taken anything. A call that need not wait may notice an earlier
/// interrupt in the same way, or leave it alone.
///
/// The class has one constructor, `BoundedBuffer(int places)`. It throws an
/// `IllegalArgumentException` if there is not at least one place.
///
/// @param <T> what an item is; never `null`
public interface Buffer<T> {
  /// Adds an item at the end. Waits while all places are taken.
  ///
  /// @throws NullPointerException if the item is `null`; then nothing has changed
  void put(T item) throws InterruptedException;

  /// Removes the first item. Waits while there is none.
  T take() throws InterruptedException;

  /// Adds an item at the end. Waits while all places are taken, but not longer than the time it is
  /// given, however often it is woken. With a time of 0 or less it does not wait at all.
  ///
  /// @return whether the item was added
  /// @throws NullPointerException if the item is `null`; then nothing has changed
  boolean offer(T item, long time, TimeUnit unit) throws InterruptedException;

  /// Removes the first item. Waits while there is none, but not longer than the time it is given,
  /// however often it is woken. With a time of 0 or less it does not wait at all.
  ///
  /// @return the item, or `null` if there was none in time
  T poll(long time, TimeUnit unit) throws InterruptedException;

  /// How many items there are now, from 0 to the number of places.
  int size();
}
