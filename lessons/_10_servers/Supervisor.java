package _10_servers;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Keeps a worker process running for each listening socket. One that is killed is replaced.
final class Supervisor {
  private static final int KILLED = 128; // an exit code above says that the process was

  private final Acceptor acceptor;
  private final Workers workers;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Supervisor(Acceptor acceptor, HandlerType handlers) {
    this.acceptor = acceptor;
    this.workers = new Workers(AcceptingProcess.class, handlers);
  }

  /// Blocks until the acceptor is closed and the workers have ended, then throws an exception as
  /// [Server#serve] does.
  void supervise(List<ServerSocketChannel> sockets) throws IOException {
    acceptor.whenClosed(
        () -> {
          workers.end();
          end.completeExceptionally(new ClosedChannelException());
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        acceptor) { // closed first: it ends the workers
      sockets.forEach(socket -> threads.execute(() -> keepRunning(socket)));
      end.get();
    } catch (ExecutionException ended) {
      throw (IOException) ended.getCause();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  private void keepRunning(ServerSocketChannel socket) {
    try {
      var code = workers.awaitEnd(workers.start(socket));
      while (code > KILLED) {
        code = workers.awaitEnd(workers.start(socket));
      }
      if (code != Workers.STOPPED) {
        throw new IOException("A worker failed: its exit code is " + code);
      }
    } catch (IOException | InterruptedException failed) {
      end.completeExceptionally(failed);
    } finally {
      acceptor.close();
    }
  }
}
