package _02_threads;

import java.util.List;
import java.util.concurrent.ExecutionException;

/// Applies a function to every element of a list, several at a time.
///
/// Several calls of [#map] may be under way at once, and have nothing to do with each other.
public interface Mapper {
  /// Calls `work` once with each element and returns what it returned, in the order of the list.
  ///
  /// The elements get their turns in the order of the list. Never more than `atOnce` calls of
  /// `work` are under way at once, and never fewer while elements wait for their turn. So when one
  /// call ends, the next element gets its turn, whatever the other calls are doing.
  ///
  /// When one call of `work` throws, the result is lost, so the rest is given up: every thread that
  /// is inside `work` is interrupted, and no further element gets a turn once the failure was
  /// noticed. The same is done when the thread that called `map` is interrupted.
  ///
  /// Blocks until all results are there, or the rest was given up. In each case all calls of `work`
  /// have ended when `map` returns or throws, also those that take their time about an interrupt.
  /// All threads that worked, except the caller's own, have ended as well, or do so without waiting
  /// for anything more.
  ///
  /// @param list at least no element, and any of them may be null; nobody changes it meanwhile
  /// @param atOnce at least 1; it may be larger than the list
  /// @param work called by several threads at once; it may return null
  /// @return as many results as there are elements; an empty list for an empty list
  /// @throws ExecutionException when a call of `work` threw; its cause is what was thrown, an
  ///   exception or an error. When several threw, it is what was thrown first: never what a call
  ///   threw because it was interrupted
  /// @throws InterruptedException when the calling thread was interrupted while it waited
  /// @throws IllegalArgumentException when `atOnce` is less than 1
  <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException;

  /// What is done with one element. It may wait, and should end soon when it is interrupted.
  @FunctionalInterface
  interface Work<T, R> {
    R on(T element) throws Exception;
  }
}
