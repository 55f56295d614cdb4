package _10_servers;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A process for each connection.
///
/// The server accepts, hands the connection to a process, and closes its own copy. A process costs
/// much, so there are only so many at once; meanwhile, whoever comes next waits.
final class ProcessPerConnection implements Server {
  static final int MOST = 16;

  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    var room = new Semaphore(MOST);
    var workers = new Workers(ConnectionProcess.class, handlers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        acceptor) { // closed first: it ends the processes
      acceptor.whenClosed(workers::end);
      while (true) {
        room.acquireUninterruptibly();
        var client = acceptor.accept();
        threads.execute(
            () -> {
              try {
                serve(client, workers, acceptor);
              } finally {
                room.release();
              }
            });
      }
    }
  }

  private static void serve(SocketChannel client, Workers workers, Acceptor acceptor) {
    try {
      var worker = workers.start(client);
      acceptor.connections.close(client); // the worker has it
      if (workers.awaitEnd(worker) == Workers.STOPPED) {
        acceptor.close();
      }
    } catch (IOException gone) {
      acceptor.connections.close(client);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
