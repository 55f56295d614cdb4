package _08_timeouts.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Two channels that are connected, both on this machine.
record ChannelPair(SocketChannel client, SocketChannel server) implements AutoCloseable {
  static ChannelPair connected() throws IOException {
    try (var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var client = SocketChannel.open(listening.getLocalAddress());
      return new ChannelPair(client, listening.accept());
    }
  }

  /// The server sends a byte.
  void sendDot() throws IOException {
    server.write(ByteBuffer.wrap(new byte[] {'.'}));
  }

  /// Closes both, the client first.
  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
