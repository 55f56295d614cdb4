package _05_conditions;

/// Threads that wait for tasks and do them.
///
/// [#submit] may be called by any number of threads at the same time, and from inside a task. Each
/// accepted task is run exactly once, by one of the pool's threads; with one thread, in the order
/// in which they were submitted. Whatever a task does, it does no harm to the others: it may throw
/// anything, and may leave its thread interrupted.
///
/// As many tasks run at the same time as the pool has threads, fewer only when there are fewer
/// tasks. A thread without a task sleeps.
///
/// The class has one constructor, `Workers(int number, ThreadFactory factory)`. All its threads
/// come from the factory. It throws an `IllegalArgumentException` if the number is not at least 1.
public interface Crew {
  /// Accepts a task, to be run as soon as a thread is free. Does not wait for that.
  ///
  /// @throws NullPointerException if the task is `null`
  /// @throws java.util.concurrent.RejectedExecutionException if the pool has been shut down; then
  ///   the task will not be run
  void submit(Runnable task);

  /// Accepts no more tasks, waits until all that were accepted have been run, and ends the threads.
  /// When it returns, the last thread has ended, or does nothing more than end. May be called
  /// again, and waits for the same. A task must not call it.
  ///
  /// @throws InterruptedException if it is interrupted while it waits; the pool goes on with what
  ///   it has accepted, and ends by itself
  void shutdown() throws InterruptedException;
}
