package _11_ipc;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A socket whose address is a file.
final class UnixSocket extends SocketMechanism {
  private static final String NAME = "socket";

  @Override
  public Optional<String> missing() {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.isOpen() ? Optional.empty() : Optional.of("Its channel is closed.");
    } catch (UnsupportedOperationException | IOException refused) {
      return Optional.of("Java finds no UNIX sockets here: " + refused.getMessage() + ".");
    }
  }

  @Override
  ServerSocketChannel listen(Path place) throws IOException {
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      var unfinished = place.resolve(NAME + ".new");
      door.bind(UnixDomainSocketAddress.of(unfinished));
      Files.move(unfinished, place.resolve(NAME)); // whoever finds it, finds it listening
      return door;
    } catch (IOException refused) {
      door.close();
      throw refused;
    }
  }

  @Override
  SocketChannel connect(Path place) throws IOException, InterruptedException {
    var file = place.resolve(NAME);
    Polling.until("listened", Polling.parent(), () -> Files.exists(file));
    return SocketChannel.open(UnixDomainSocketAddress.of(file));
  }

  @Override
  public void remove(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(NAME + ".new"));
    Files.deleteIfExists(place.resolve(NAME));
  }
}
