package _10_servers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ShutdownChannelGroupException;

/// What is to be done when a client has come: begin to talk to it, and wait for the next.
record AsynchronousAcceptor(
    AsynchronousServerSocketChannel socket, HandlerType handlers, AsynchronousServer server)
    implements CompletionHandler<AsynchronousSocketChannel, Void> {
  void accept() {
    try {
      socket.accept(null, this);
    } catch (ShutdownChannelGroupException stopped) {
      // Meanwhile, or before it began to serve.
    }
  }

  @Override
  public void completed(AsynchronousSocketChannel client, Void nothing) {
    server.connections.add(client);
    var buffer = ByteBuffer.allocate(BlockingConnection.CHUNK);
    new AsynchronousConnection(client, handlers.create(), buffer, server).begin();
    accept();
  }

  @Override
  public void failed(Throwable noRoomOrClosed, Void nothing) {
    if (socket.isOpen()) {
      Connections.pause(); // for example too many open files: until somebody has left
      accept();
    }
  }
}
