package _12_async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;

/// A function that can stop in the middle: it hands a value out, and goes on when it is sent one.
/// Its virtual thread keeps its place and its local variables. For one caller at a time.
public final class Coroutine<I, O> implements AutoCloseable {
  /// Begins with the first value that is sent; what it returns is the last value handed out.
  public interface Body<I, O> {
    O run(I first, Coroutine<I, O> self) throws Exception;
  }

  private final SynchronousQueue<I> sent = new SynchronousQueue<>();
  private final SynchronousQueue<Future<O>> yielded = new SynchronousQueue<>();
  private final Thread thread;
  private volatile boolean ended;

  public Coroutine(Body<I, O> body) {
    thread = Thread.startVirtualThread(() -> toItsEnd(body));
  }

  /// Lets the body run to its next yield, and blocks until then. Throws what the body throws, as
  /// the cause; [IllegalStateException] when it has ended. An interrupt leaves only [#close].
  public O send(I value) throws InterruptedException, ExecutionException {
    if (ended) {
      throw new IllegalStateException("this coroutine has ended");
    }
    sent.put(value);
    return yielded.take().get();
  }

  /// Called by the body: hands a value out, and blocks until the next one is sent.
  public I yield(O value) throws InterruptedException {
    yielded.put(CompletableFuture.completedFuture(value));
    return sent.take();
  }

  private void toItsEnd(Body<I, O> body) {
    var last = new FutureTask<>(() -> body.run(sent.take(), this));
    last.run(); // keeps whatever the body throws
    try {
      if (!ended) {
        ended = true;
        yielded.put(last);
      }
    } catch (InterruptedException closed) { // nobody waits for it any more
    }
  }

  /// Interrupts the body where it waits.
  @Override
  public void close() {
    ended = true;
    thread.interrupt();
  }
}
