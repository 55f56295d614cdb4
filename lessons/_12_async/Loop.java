package _12_async;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// An event loop: it calls one callback after another, and sleeps while there is none. Callbacks
/// and coroutines never run at the same time, so what only they touch needs no lock. While the loop
/// runs, only they may call its methods; [#callSoonThreadsafe] is for everybody else.
public final class Loop implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Queue<Handle> ready = new ConcurrentLinkedQueue<>(); // other threads add, too
  private final Timers timers = new Timers();
  private final Selector selector;
  private final Turn turn = new Turn();
  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final Set<Task<?>> unheard = new LinkedHashSet<>();
  private final LoopExecutor executor = new LoopExecutor(this);
  private final Consumer<String> report;
  private Duration slowCallback = Duration.ofMillis(100);
  private Thread thread;
  private Task<?> current;
  private boolean closing;
  private volatile boolean stopping;
  private volatile boolean closed;

  /// @param report is told, in a sentence, of whatever goes wrong in a callback
  public Loop(Consumer<String> report) {
    this.report = report;
    try {
      selector = Selector.open();
    } catch (IOException tooManyFiles) {
      throw new UncheckedIOException(tooManyFiles);
    }
  }

  /// A callback that takes longer is reported.
  public void slowCallback(Duration limit) {
    slowCallback = limit;
  }

  /// Calls this in the next round, after all that was handed in before.
  public Handle callSoon(String name, Runnable callback) {
    checkTurn();
    return add(name, callback);
  }

  /// The same for any thread, at any time: it wakes the loop.
  ///
  /// @throws IllegalStateException when the loop is closed
  public Handle callSoonThreadsafe(String name, Runnable callback) {
    checkOpen();
    var handle = add(name, callback);
    selector.wakeup(); // when the loop is about to fall asleep, it doesn't
    return handle;
  }

  private Handle add(String name, Runnable callback) {
    var handle = new Handle(name, callback, 0, 0);
    ready.add(handle);
    return handle;
  }

  /// Calls this once the delay is over.
  public Handle callLater(Duration delay, String name, Runnable callback) {
    checkTurn();
    return timers.add(delay, name, callback);
  }

  /// A future that is done once the delay is over.
  public LoopFuture<Void> sleep(Duration delay) {
    return new Sleep(this, delay);
  }

  /// A future that is done once the channel is ready for an operation of [SelectionKey]. One
  /// coroutine may wait to read, or to accept, and one to write, or to connect.
  public LoopFuture<Void> ready(SelectableChannel channel, int operation) throws IOException {
    checkTurn();
    return Readiness.of(this, selector, channel, operation);
  }

  /// Closes a channel. Whoever waits for it gets a [java.nio.channels.ClosedChannelException].
  public void close(SelectableChannel channel) throws IOException {
    Readiness.close(selector, channel);
  }

  /// Starts a coroutine: the loop lets it run from the next round on.
  public <T> Task<T> createTask(String name, Callable<T> body) {
    checkTurn();
    var task = new Task<>(this, name, body);
    tasks.add(task);
    return task;
  }

  /// Has another thread call what would block the loop.
  public <T> LoopFuture<T> runInExecutor(Callable<T> blocking) {
    checkTurn();
    return executor.call(blocking);
  }

  /// Runs a coroutine, and everything that it starts, until it has ended. Blocks.
  ///
  /// @throws Exception what the coroutine failed with
  public <T> T run(String name, Callable<T> main) throws Exception {
    return runUntilComplete(createTask(name, main));
  }

  /// Runs until the future is done. Blocks.
  ///
  /// @throws Exception what the future failed with
  /// @throws IllegalStateException when the loop was stopped before
  public <T> T runUntilComplete(LoopFuture<T> future) throws Exception {
    future.whenDone("stop", this::stop);
    runForever();
    if (!future.isDone()) {
      throw new IllegalStateException("The loop was stopped before the future was done.");
    }
    return future.result();
  }

  /// Runs until it is stopped. Blocks; the callbacks run on a thread of the loop. When the calling
  /// thread is interrupted, the loop stops, and the callback that runs is interrupted, too.
  public void runForever() throws InterruptedException {
    checkTurn();
    if (thread != null) {
      throw new IllegalStateException("The loop runs already.");
    }
    thread = Thread.ofVirtual().name("event loop").unstarted(this::runRounds);
    turn.set(thread);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException cancelled) {
      stopping = true;
      while (thread.isAlive()) {
        turn.interrupt();
        LockSupport.parkNanos(1_000_000);
      }
      throw cancelled;
    } finally {
      turn.set(null);
      thread = null;
    }
  }

  private void runRounds() {
    try {
      do {
        runOnce();
      } while (!stopping && !Thread.currentThread().isInterrupted());
    } catch (IOException | RuntimeException broken) {
      report.accept("The loop failed: " + broken);
    } finally {
      stopping = false;
    }
  }

  /// The heart: asks for events, then calls what is ready. What is handed in meanwhile waits for
  /// the next round, so a callback that re-arms itself keeps nobody from being served.
  private void runOnce() throws IOException {
    var wait = ready.isEmpty() && !stopping ? timers.millisToNext() : 0;
    if (wait > 0) {
      selector.select(Readiness::happened, wait);
    } else {
      selector.selectNow(Readiness::happened);
    }
    timers.takeDue(ready::add);
    for (var n = ready.size(); n > 0; n--) {
      call(ready.poll());
    }
  }

  private void call(Handle handle) {
    var began = System.nanoTime();
    try {
      handle.call();
    } catch (Throwable failure) {
      report.accept("%s failed: %s".formatted(handle.name, failure));
    }
    var took = System.nanoTime() - began;
    if (took > slowCallback.toNanos()) {
      report.accept("%s blocked the loop for %,d ms.".formatted(handle.name, took / 1_000_000));
    }
  }

  /// Ends the running at the end of this round; what is left waits for the next run.
  public void stop() {
    checkTurn();
    stopping = true;
  }

  /// Cancels the coroutines that are left and lets them clean up, for a second at most; then closes
  /// all channels that the loop has watched.
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
    var end = System.nanoTime() + CLOSING.toNanos();
    callLater(CLOSING, "stop", this::stop);
    closing = true;
    List.copyOf(tasks).forEach(Task::cancel);
    while (!tasks.isEmpty() && System.nanoTime() - end < 0) {
      try {
        runForever();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    closed = true;
    tasks.forEach(task -> report.accept(task.name + " was cancelled, and did not end."));
    unheard.forEach(
        task -> report.accept("%s failed, nobody heard: %s".formatted(task.name, task.outcome())));
    executor.close();
    closeChannels();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeChannels() {
    try {
      for (var key : Set.copyOf(selector.keys())) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The coroutine that has the turn.
  ///
  /// @throws IllegalStateException when none has: a callback must not await
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
      throw new IllegalStateException(
          "The loop is running in another thread: use callSoonThreadsafe.");
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The loop is closed.");
    }
  }

  /// Lets a coroutine run until it awaits, or ends.
  void passTurnTo(Task<?> task, Thread stack) {
    current = task;
    turn.passTo(stack);
    current = null;
  }

  /// Called by the coroutine that has the turn. Blocks until it has the turn again.
  void passTurnBack() {
    turn.passTo(thread);
  }

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
