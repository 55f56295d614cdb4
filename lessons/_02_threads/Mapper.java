package _02_threads;

import java.util.List;
import java.util.concurrent.ExecutionException;

/// Applies a function to every element of a list, several at a time.
///
/// Several calls of [#map] may be under way at once, even one inside the work of another. They have
/// nothing to do with each other. The class has a public constructor without parameters.
public interface Mapper {
  /// Calls `work` once with each element and returns what it returned, in the order of the list.
  ///
  /// The elements get their turns in the order of the list. Never more than `atOnce` calls of
  /// `work` are under way at once, and never fewer while elements wait for their turn, however many
  /// processors there are. So when one call ends, the next element gets its turn, whatever the
  /// other calls are doing.
  ///
  /// When a call of `work` throws, the rest is given up: the elements that still wait get no turn,
  /// and every thread that is inside `work` is interrupted. A call that is just beginning may
  /// begin, but it is interrupted, too. The same is done when the thread that called `map` is
  /// interrupted.
  ///
  /// Blocks until all results are there, or the rest was given up. In each case all calls of `work`
  /// have ended when `map` returns or throws, however long they take after an interrupt, and
  /// however often the caller is interrupted meanwhile. All threads that were started for them have
  /// ended as well, or do so without waiting for anything more.
  ///
  /// @param list may be empty; its elements may be null, or equal; nobody changes it meanwhile
  /// @param atOnce at least 1; it may be larger than the list, up to `Integer.MAX_VALUE`
  /// @param work called by several threads at once; it may return null, throw anything, and ignore
  ///   an interrupt
  /// @return as many results as there are elements; it may be unmodifiable
  /// @throws ExecutionException when a call of `work` threw; its cause is what was thrown, whatever
  ///   that was. When several threw, it is what one of them threw, but never what a call threw
  ///   because it was interrupted
  /// @throws InterruptedException when the calling thread was interrupted while it waited. An
  ///   interrupt that comes too late for that stays in the thread's interrupt status
  /// @throws IllegalArgumentException when `atOnce` is less than 1, before any call of `work`
  <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException;

  /// What is done with one element. It may wait, and should end soon when it is interrupted. It
  /// interrupts no thread itself, except to restore an interrupt that it caught.
  @FunctionalInterface
  interface Work<T, R> {
    R on(T element) throws Exception;
  }
}
