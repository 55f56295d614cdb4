package _14_memory;

/// A value that is computed when it's first asked for, and only once.
///
/// Any number of threads may call any of the methods at the same time. Each call is *linearizable*:
/// it takes effect at one moment between its call and its return. A call waits for nothing but the
/// computation of this very value; an interrupt doesn't end that wait. An interrupted thread is
/// still interrupted when its call returns or throws, and it gets what others get. Nothing that a
/// call has started is left running.
///
/// The class has a public constructor that takes the computation, a `Supplier`. It throws a
/// `NullPointerException` if there's none, and computes nothing. The computation throws nothing but
/// unchecked exceptions and errors; it's also allowed to ask for *other* lazy values.
public interface LazyValue<T> {
  /// The value.
  ///
  /// If nobody has asked before, the computation is run now, in the calling thread. A thread that
  /// asks meanwhile sleeps until the computation is over. Every call returns the same object. If
  /// that's null, null is the value, and isn't computed again.
  ///
  /// If the computation throws something, this call throws that very object, and so does every
  /// other call, whether it waits now or comes later. The computation isn't run again.
  ///
  /// Whatever the computation has written happens-before the return of every call.
  ///
  /// @throws IllegalStateException if the computation, in its own thread, asks for the very value
  ///   that it's computing, directly or through other values that ask for this one. Only that inner
  ///   call fails. The computation may catch the exception; what it then returns or throws is the
  ///   outcome, as always
  T get();

  /// Whether the computation is over, with a value or with an exception. Never waits, not even
  /// while the computation runs. If it's true, no call of [#get] that begins now waits.
  boolean isDone();
}
