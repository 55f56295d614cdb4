package _11_ipc;

import static java.net.StandardSocketOptions.TCP_NODELAY;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/// A socket whose address is a port. The other process could be on another machine.
final class TcpSocket extends SocketMechanism {
  private static InetSocketAddress onThisMachine(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  ServerSocketChannel listen(Path place) throws IOException {
    var door = ServerSocketChannel.open();
    try {
      door.bind(onThisMachine(0));
      PortFile.write(place, door.socket().getLocalPort());
      return door;
    } catch (IOException refused) {
      door.close();
      throw refused;
    }
  }

  @Override
  SocketChannel connect(Path place) throws IOException, InterruptedException {
    return SocketChannel.open(onThisMachine(PortFile.await(place)));
  }

  /// A small message goes at once, even if the one before has not been acknowledged yet.
  @Override
  Endpoint over(SocketChannel channel) throws IOException {
    channel.setOption(TCP_NODELAY, true);
    return super.over(channel);
  }

  @Override
  public void remove(Path place) throws IOException {
    PortFile.remove(place);
  }
}
