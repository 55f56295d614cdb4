package _12_async.lab;

import _12_async.ThreeClients;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Three clients, each with a pipe, that say one byte in the order 3, 1, 2. Each speaks when the
/// one before was heard, or has waited long enough.
final class PipeClients implements AutoCloseable {
  private static final List<Integer> ORDER = List.of(3, 1, 2);

  private final List<Pipe> pipes = new ArrayList<>();
  private final Semaphore oneMore = new Semaphore(0);
  private final int patience;
  private final Consumer<String> heard;

  PipeClients(int patience, Consumer<String> heard) throws IOException {
    this.patience = patience;
    this.heard = heard;
    while (pipes.size() < ORDER.size()) {
      pipes.add(Pipe.open());
    }
  }

  /// A way to listen.
  interface Listening {
    void to(ThreeClients clients) throws IOException;
  }

  private void heard(int client) {
    heard.accept(Integer.toString(client));
    oneMore.release();
  }

  /// Speaks to a listener in a thread of its own. Blocks until all were heard.
  void speakTo(Listening listener) throws Exception {
    var sources = pipes.stream().map(Pipe::source).toList();
    var listening =
        new FutureTask<Void>(
            () -> {
              listener.to(new ThreeClients(sources, this::heard));
              return null;
            });
    var thread = Thread.ofPlatform().name("listener").start(listening);
    try {
      for (var client : ORDER) {
        pipes.get(client - 1).sink().write(ByteBuffer.allocate(1));
        var _ = oneMore.tryAcquire(patience, TimeUnit.MILLISECONDS); // or the next speaks anyway
      }
      listening.get(2, TimeUnit.MINUTES); // longer only when something is wrong
    } finally {
      thread.interrupt(); // ends a read of a pipe, and a select
      thread.join();
    }
  }

  @Override
  public void close() throws IOException {
    for (var pipe : pipes) {
      pipe.sink().close();
      pipe.source().close();
    }
  }
}
