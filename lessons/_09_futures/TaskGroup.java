package _09_futures;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Tasks that are done together: all results, or the first failure.
///
/// [#gather] may be called by several threads at the same time, and from inside a task. The calls
/// have nothing to do with each other.
///
/// The class has one constructor, `Gather(ThreadFactory factory)`. Each task runs once, in a thread
/// of its own that the factory makes, and no task waits for another one to end. The factory is
/// asked for these threads only; it returns a new thread each time, which does nothing but run what
/// it was made for, or throws. The calling thread runs no task. A task may throw anything, and may
/// leave its thread interrupted; no thread dies of an exception. What a task has done
/// happens-before [#gather] returns or throws.
///
/// A call has one outcome: the results, the first failure, the end of the limit or an interrupt of
/// the caller, whichever comes first. The calling thread sleeps until then, and notices at once. If
/// a second event happens before the caller has noticed the first, either may become the outcome;
/// but of two failures it's always the first. A task counts as ended at some moment after it has
/// returned or thrown, and before its thread ends.
///
/// Unless the outcome is the results, all tasks that haven't ended are cancelled at once, before
/// [#gather] waits for any of them: their threads are interrupted, each once. A task that hasn't
/// begun may then be left out, or begin interrupted. What a cancelled task returns or throws is
/// dropped.
///
/// Whatever the outcome, [#gather] first waits until every thread that it has started has ended, or
/// does nothing more than end. It waits, asleep, as long as that takes, even if a task ignores its
/// interrupt or the caller is interrupted again and again. Such a late interrupt changes nothing
/// about the outcome and isn't lost: the caller's interrupt flag is set when [#gather] returns or
/// throws. After a late interrupt, and only then, cancelled threads may be interrupted once more.
public interface TaskGroup {
  /// Runs all tasks, and waits for them.
  ///
  /// Before it makes a thread, [#gather] checks, in this order, the arguments, the caller's
  /// interrupt flag, whether there are any tasks, and the limit. The first check that settles the
  /// outcome wins. If the factory throws, or a thread can't be started, that is an outcome, too:
  /// the tasks that have been started are cancelled, and [#gather] throws the very same object.
  ///
  /// @param tasks what to run; may contain the same task twice, which then runs twice. The list is
  ///   not changed, and is read only before the first task is started
  /// @param limit how long the tasks may run, counted from the call. A limit of zero or less has
  ///   already run out if there are tasks; one too long to be counted in nanoseconds never does
  /// @return what the tasks returned, in the order of the tasks; may contain `null`. Later calls
  ///   don't change it. Empty if there are no tasks, whatever the limit
  /// @throws NullPointerException if the list, one of the tasks or the limit is `null`; the
  ///   interrupt flag stays as it is
  /// @throws ExecutionException if a task throws. The cause is the very object that the first
  ///   failing task threw, of whatever class, with nothing added to it
  /// @throws TimeoutException if the limit runs out
  /// @throws InterruptedException if the caller is interrupted, before the call or while it waits;
  ///   this clears the interrupt flag
  <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException;
}
