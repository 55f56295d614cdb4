package _13_websockets.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;

/// Passes on what clients and a server send each other, and counts the bytes. It can also go silent
/// like an unplugged cable: then nothing arrives, not even the end of a connection.
public final class TcpProxy implements AutoCloseable {
  private final InetSocketAddress server;
  private final ServerSocket listening;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  public final LongAdder bytes = new LongAdder();
  public volatile boolean silent;

  public TcpProxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    threads.execute(this::acceptAll);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  private void acceptAll() {
    try {
      while (true) {
        var client = opened(listening.accept());
        var onward = opened(new Socket(server.getAddress(), server.getPort()));
        threads.execute(() -> pass(client, onward));
        threads.execute(() -> pass(onward, client));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // This is how it ends.
    }
  }

  private Socket opened(Socket socket) throws IOException {
    sockets.add(socket);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void pass(Socket from, Socket to) {
    var buffer = new byte[16 * 1024];
    try {
      for (int n; (n = from.getInputStream().read(buffer)) != -1; ) {
        if (!silent) {
          bytes.add(n);
          to.getOutputStream().write(buffer, 0, n);
        }
      }
      if (!silent) {
        to.shutdownOutput();
      }
    } catch (IOException gone) {
      // So has the other side, or it will find out.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
    threads.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
