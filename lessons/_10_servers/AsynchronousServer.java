package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.util.concurrent.TimeUnit;

/// Channels that call back.
///
/// No thread waits for a client, and none asks who has spoken. A few threads of the JDK, one for
/// each core, call us when a client has come, when bytes were read and when bytes were written.
final class AsynchronousServer implements OpenServer {
  final Connections connections = new Connections();
  private final AsynchronousChannelGroup group;
  private final AsynchronousServerSocketChannel socket;
  private final InetSocketAddress address;

  AsynchronousServer(InetSocketAddress at) throws IOException {
    var cores = Runtime.getRuntime().availableProcessors();
    group = AsynchronousChannelGroup.withFixedThreadPool(cores, Thread.ofPlatform().factory());
    try {
      socket = AsynchronousServerSocketChannel.open(group).bind(at, ListeningSocket.BACKLOG);
      address = (InetSocketAddress) socket.getLocalAddress();
    } catch (IOException | RuntimeException refused) {
      close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve(HandlerType handlers) {
    new AsynchronousAcceptor(socket, handlers, this).accept();
    try {
      group.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    try {
      group.shutdownNow(); // closes all channels
    } catch (IOException gone) {
      // Then there is nothing left to close.
    }
  }
}
