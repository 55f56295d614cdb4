package _08_timeouts;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Writes to a server that does not read, through a channel whose write takes a limit.
public final class LimitedWriter implements CompletionHandler<Integer, CompletableFuture<Integer>> {
  private static final int CHUNK = 10_000;
  private final AsynchronousSocketChannel server;
  private long written;

  public LimitedWriter(AsynchronousSocketChannel server) {
    this.server = server;
  }

  /// Writes chunk after chunk.
  ///
  /// @param most how many bytes, at most
  /// @param limit milliseconds for each chunk
  public long write(long most, int limit) throws ExecutionException, InterruptedException {
    while (written < most) {
      var done = new CompletableFuture<Integer>();
      server.write(ByteBuffer.allocate(CHUNK), limit, TimeUnit.MILLISECONDS, done, this);
      written += done.get();
    }
    return written;
  }

  /// What the kernel had taken, in bytes.
  public long written() {
    return written;
  }

  @Override
  public void completed(Integer bytes, CompletableFuture<Integer> done) {
    done.complete(bytes);
  }

  @Override
  public void failed(Throwable why, CompletableFuture<Integer> done) {
    done.completeExceptionally(why);
  }
}
