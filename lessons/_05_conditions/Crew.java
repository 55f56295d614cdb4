package _05_conditions;

/// Threads that wait for tasks and do them.
///
/// Any number of threads may call the methods at the same time; a task may call [#submit]. Each
/// accepted task is run exactly once, by one of the pool's threads; with one thread, in the order
/// in which they were submitted, otherwise in no particular order. A task that is submitted twice
/// is run twice, even when the two are only equal.
///
/// As many tasks run at the same time as the pool has threads, fewer only when there are fewer
/// tasks. Any number of tasks may wait for their turn. A thread without a task sleeps, and is woken
/// as soon as there is one.
///
/// Whatever a task does, it does no harm to the others. It may throw anything. What it throws may
/// be forgotten, or left to its thread's uncaught exception handler: a task whose failure matters
/// catches it itself. And it may leave its thread interrupted: an interrupt that reaches one of the
/// pool's threads before it has its next task, wherever it comes from, is dropped, even if that
/// task has been submitted already. The pool never interrupts a thread that is running a task.
///
/// What a thread did before it submitted a task happens before the task. What a task did happens
/// before the next one on its thread, and before [#shutdown] returns.
///
/// The class has one constructor, `Workers(int number, ThreadFactory factory)`. It throws an
/// `IllegalArgumentException`, and makes no thread, if the number is not at least 1. Otherwise it
/// doesn't wait. All the pool's threads come from the factory, at most so many at once; another one
/// may be made in place of one that a task has ended. They are started by then, or when there is
/// work for them, and nothing else about them is changed: not their names, and not whether they are
/// daemons.
public interface Crew {
  /// Accepts a task, to be run as soon as a thread is free. Doesn't wait for that, and takes no
  /// notice of an interrupt: a thread that is interrupted stays so.
  ///
  /// @throws NullPointerException if the task is `null`
  /// @throws java.util.concurrent.RejectedExecutionException if the pool has been shut down; then
  ///   the task will not be run
  void submit(Runnable task);

  /// Accepts no more tasks, waits until all that were accepted have been run, however long they
  /// take, and ends the threads. When it returns, the last thread has ended, or does nothing more
  /// than end. May be called again, and by several threads at once: each call waits for the same. A
  /// task must not call it.
  ///
  /// @throws InterruptedException if the thread is interrupted while it waits, or would have to
  ///   wait and has been interrupted before; its interrupt is then cleared, as usual. The pool
  ///   accepts no more tasks, does those that it has accepted, and its threads end by themselves. A
  ///   call that need not wait may respond to an earlier interrupt in the same way, or ignore it
  void shutdown() throws InterruptedException;
}
