package _12_async;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// An event loop: callbacks and coroutines that run one after another, never at the same time, so
/// what only they touch needs no lock. While the loop runs, only they may call its methods;
/// [#callSoonThreadsafe] is for everybody else.
public final class Loop implements AutoCloseable {

  private final Reactor reactor;
  private final LoopExecutor executor = new LoopExecutor(this);
  private final Set<Task<?>> tasks = new LinkedHashSet<>(); // started, not ended
  private final Set<Task<?>> unheard = new LinkedHashSet<>(); // failed, and nobody has asked
  private final Turn turn = new Turn();
  private Thread thread;
  private Task<?> current;
  private volatile boolean stopping;
  private boolean closing;
  Duration cleanUp = Duration.ofSeconds(1); // how long coroutines may take for it
  private volatile boolean closed;

  /// @param report is told, in a sentence, of whatever goes wrong in a callback
  public Loop(Consumer<String> report) {
    try {
      reactor = new Reactor(report);
    } catch (IOException tooManyFiles) {
      throw new UncheckedIOException(tooManyFiles);
    }
  }

  /// Calls this in the next round, after all that was handed in before.
  public Handle callSoon(String name, Runnable callback) {
    return callSoon(new Handle(name, callback));
  }

  Handle callSoon(Handle handle) {
    checkTurn();
    reactor.ready.add(handle);
    return handle;
  }

  /// The same, for any thread: it wakes the loop.
  ///
  /// @throws IllegalStateException when the loop is closed
  public Handle callSoonThreadsafe(String name, Runnable callback) {
    checkOpen();
    var handle = new Handle(name, callback);
    reactor.ready.add(handle);
    reactor.selector.wakeup(); // when the loop is just about to sleep, it doesn't
    return handle;
  }

  /// Calls this once the delay is over.
  public Handle callLater(Duration delay, String name, Runnable callback) {
    checkTurn();
    var handle = new Handle(name, callback);
    reactor.timers.add(delay, handle);
    return handle;
  }

  /// A future that is done once the delay is over.
  public LoopFuture<Void> sleep(Duration delay) {
    return new Sleep(this, delay);
  }

  /// A future that is done once the channel is ready for an operation of [SelectionKey]. One
  /// coroutine may wait to read or to accept, and another one to write or to connect.
  public LoopFuture<Void> ready(SelectableChannel channel, int operation) throws IOException {
    checkTurn();
    var future = new LoopFuture<Void>(this);
    Readiness.await(channel, operation, reactor.selector, future);
    return future;
  }

  /// Closes a channel. Whoever waits for it gets a [java.nio.channels.ClosedChannelException].
  public void close(SelectableChannel channel) throws IOException {
    Readiness.close(channel, reactor.selector);
  }

  /// Starts a coroutine: it runs from the next round on.
  ///
  /// @param body code that may await
  public <T> Task<T> createTask(String name, Callable<T> body) {
    var task = new Task<>(this, name, body);
    tasks.add(task);
    return task;
  }

  /// Has another thread call what would block the loop.
  public <T> LoopFuture<T> runInExecutor(Callable<T> blocking) {
    checkTurn();
    return executor.call(blocking);
  }

  /// A callback that takes longer is reported; 100 ms unless told otherwise.
  public void slowCallback(Duration limit) {
    reactor.slowCallback = limit;
  }

  /// Runs until this coroutine has ended. Blocks.
  ///
  /// @throws Exception what the coroutine failed with
  public <T> T run(String name, Callable<T> main) throws Exception {
    return runUntilComplete(createTask(name, main));
  }

  /// Runs until the future is done. Blocks.
  ///
  /// @throws Exception what the future failed with
  /// @throws IllegalStateException when the loop is stopped before
  public <T> T runUntilComplete(LoopFuture<T> future) throws Exception {
    future.whenDone("stop", this::stop);
    runForever();
    if (!future.isDone()) {
      throw new IllegalStateException("The loop was stopped before the future was done.");
    }
    return future.result();
  }

  /// Runs until it is stopped. Blocks: the loop has a thread of its own, a virtual one, because it
  /// hands the turn to those of the coroutines.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; by then the loop has
  ///   stopped: the callback that ran was interrupted, too
  public void runForever() throws InterruptedException {
    checkTurn();
    if (thread != null) {
      throw new IllegalStateException("The loop runs already.");
    }
    thread = Thread.ofVirtual().name("event loop").unstarted(this::runRounds);
    turn.leaveTo(thread);
    try {
      thread.join();
    } catch (InterruptedException cancelled) {
      while (thread.isAlive()) {
        stopping = true;
        turn.interrupt();
        LockSupport.parkNanos(1_000_000);
      }
      throw cancelled;
    } finally {
      turn.end();
      thread = null;
    }
  }

  private void runRounds() {
    try {
      do {
        reactor.runOnce(!stopping);
      } while (!stopping && !Thread.currentThread().isInterrupted());
    } catch (IOException broken) {
      reactor.report.accept("the loop failed: " + broken);
    } finally {
      stopping = false;
    }
  }

  /// Ends the run after this round. What is left waits for the next run.
  public void stop() {
    checkTurn();
    stopping = true;
  }

  /// Cancels the coroutines that are left and lets them clean up, for a second at most. Then closes
  /// every channel that was ever awaited, and the threads of the executor.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    checkTurn();
    if (thread != null) {
      throw new IllegalStateException("Stop the loop before you close it.");
    }
    var interrupted = Thread.interrupted(); // first close, then say so
    closing = true;
    List.copyOf(tasks).forEach(Task::cancel);
    var end = System.nanoTime() + cleanUp.toNanos();
    callLater(cleanUp, "stop", this::stop);
    for (var hear = true; !tasks.isEmpty() && hear; hear = System.nanoTime() - end < 0) {
      try {
        runForever(); // once at least, so that all of them hear that they are cancelled
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    closed = true;
    tasks.forEach(task -> reactor.report.accept(task.name + " was cancelled, but did not end"));
    unheard.forEach(
        task -> reactor.report.accept(task.name + " failed unheard: " + task.failure()));
    executor.close();
    reactor.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// The coroutine that has the turn.
  Task<?> currentTask() {
    checkTurn();
    if (current == null) {
      throw new IllegalStateException("Only a coroutine can await: start one with createTask.");
    }
    return current;
  }

  void checkTurn() {
    checkOpen();
    if (turn.isElsewhere()) {
      throw new IllegalStateException("The loop runs in another thread: use callSoonThreadsafe.");
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The loop is closed.");
    }
  }

  /// Lets a coroutine run until it awaits or ends.
  void resume(Task<?> task, Thread stack) {
    current = task;
    turn.passTo(stack);
    current = null;
  }

  /// Called by the coroutine that has the turn: blocks until it has it again.
  void suspend() {
    turn.passTo(thread);
  }

  /// Called by the coroutine that has the turn, and needs it no more.
  void ended(Task<?> task, boolean failed) {
    tasks.remove(task);
    if (failed) {
      unheard.add(task);
    }
    stopping |= closing && tasks.isEmpty();
    turn.leaveTo(thread);
  }

  void heard(Task<?> task) {
    unheard.remove(task);
  }
}
