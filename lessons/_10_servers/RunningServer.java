package _10_servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/// A server of EchoServer's tests, at work on a thread of its own, and its clients.
public final class RunningServer implements AutoCloseable {
  private final NetworkServer server;
  private final FutureTask<Void> serving;
  private final Thread thread;
  private final Queue<RudeClient> clients = new ConcurrentLinkedQueue<>();
  private volatile String interruptedAfter = "";

  private RunningServer(NetworkServer server, boolean interruptsFirst) {
    this.server = server;
    serving = new FutureTask<>(() -> serve(interruptsFirst), null);
    thread = Thread.ofPlatform().daemon().name("serve").start(serving);
  }

  public static RunningServer start(NetworkServer server) {
    return new RunningServer(server, false);
  }

  /// One whose thread is interrupted before it calls `serve`.
  public static RunningServer startInterrupted(NetworkServer server) {
    return new RunningServer(server, true);
  }

  private void serve(boolean interruptsFirst) {
    if (interruptsFirst) {
      Thread.currentThread().interrupt();
    }
    server.serve();
    interruptedAfter = Thread.interrupted() ? "yes" : "no";
  }

  public NetworkServer server() {
    return server;
  }

  /// A new client, which is connected.
  public RudeClient client() {
    try {
      var client = RudeClient.connect(server.address());
      clients.add(client);
      return client;
    } catch (IOException refused) {
      return fail("a new client cannot connect: the server does not listen any more");
    }
  }

  /// Interrupts the thread that is in `serve`.
  public void interrupt() {
    thread.interrupt();
  }

  /// Closes the server.
  public void closes() throws InterruptedException {
    assertReturns(started("close", server::close), "close");
  }

  /// Closes the server, and waits until it has ended.
  public void stops() throws InterruptedException {
    closes();
    ends("it was closed");
  }

  /// Closes the server in a thread that is interrupted, and stays so.
  public void closesInterrupted() throws InterruptedException {
    var isInterrupted = new AtomicBoolean();
    var closing =
        started(
            "close",
            () -> {
              Thread.currentThread().interrupt();
              server.close();
              isInterrupted.set(Thread.interrupted());
            });
    assertReturns(closing, "close, called by an interrupted thread,");
    assertTrue(isInterrupted.get(), "whether a thread is still interrupted after close");
  }

  /// Waits until the server has ended.
  public void ends(String because) throws InterruptedException {
    if (!Quiescence.await(() -> serving.isDone() && !thread.isAlive())) {
      fail("serve has not returned, although " + because);
    }
    assertReturns(serving, "serve");
  }

  /// Whether the thread in `serve` was interrupted when that returned.
  ///
  /// @param expected yes or no
  public void assertIsInterrupted(String expected) {
    assertEquals(expected, interruptedAfter, "whether the thread is interrupted after serve");
  }

  /// Whether somebody can listen there. A thread that is still on its way out of `accept` may keep
  /// the port for a moment.
  public static boolean isFree(InetSocketAddress address) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /// Lets a thread of its own make a call.
  public static FutureTask<Void> started(String name, Runnable call) {
    var task = new FutureTask<Void>(call, null);
    Thread.ofPlatform().daemon().name(name).start(task);
    return task;
  }

  public static void assertReturns(FutureTask<Void> call, String what) throws InterruptedException {
    if (!Quiescence.await(call::isDone)) {
      fail(what + " has not returned");
    }
    try {
      call.get();
    } catch (ExecutionException thrown) {
      fail(what + " threw " + thrown.getCause());
    }
  }

  /// Ends what is left of it, even of one that does not end by itself.
  @Override
  public void close() throws IOException {
    thread.interrupt();
    for (var client : clients) {
      client.close();
    }
    clients.clear();
  }
}
