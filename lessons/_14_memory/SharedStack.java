package _14_memory;

import java.util.List;

/// A stack that any number of threads use at the same time, without ever keeping each other
/// waiting.
///
/// Each call is *linearizable*: it takes effect at one moment between its call and its return. The
/// stack is *lock-free*: a call waits for no other call. A thread that's stopped, wherever in a
/// call and however long, keeps no other thread's call from returning. A call tries again only if
/// another one has taken effect meanwhile, or if a weak compare-and-set has failed for no reason;
/// it never gives up. Interrupts are neither noticed nor cleared. Nothing that a call has started
/// is left running.
///
/// What a thread has done before it pushed an item happens-before what another one does after it
/// has got that item.
///
/// The same object may be in the stack several times, and may come back after it was taken.
///
/// The class has a public constructor without parameters, which makes an empty stack. Each stack
/// holds its own items, as many as fit into memory.
public interface SharedStack<T> {
  /// Puts an item on top.
  ///
  /// @throws NullPointerException if it's null; then nothing has changed
  void push(T item);

  /// Takes the item on top.
  ///
  /// @return null if there's none
  T pop();

  /// Takes all items at one moment.
  ///
  /// @return the items, the top one first; the list belongs to the caller, and nobody changes it
  List<T> popAll();

  /// How many items there are.
  int size();
}
