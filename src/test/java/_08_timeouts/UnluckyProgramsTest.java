package _08_timeouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The programs of lesson 08 when things go wrong that their experiments never see.
@Tag("fast")
class UnluckyProgramsTest {
  /// Its process has no descriptor left. It closes after a few tries, for servers that go on
  /// trying.
  private static final class FullServerSocket extends ServerSocket {
    private static final int TRIES = 5;
    private int tries;

    FullServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      if (++tries == TRIES) {
        close();
      }
      throw new SocketException("Too many open files");
    }
  }

  @Test
  void aServerThatCannotAcceptDoesNotTryAgainAndAgain() throws IOException {
    try (var listening = new FullServerSocket()) {
      endsAtOnce(new SlowServer(listening, new CountDownLatch(0)), listening);
    }
  }

  @Test
  void norDoesTheOneWithIdleClients() throws IOException {
    var said = new ArrayList<String>();
    try (var listening = new FullServerSocket()) {
      endsAtOnce(new IdleClients(listening, 0, said::add), listening);
    }
    assertEquals(List.of(), said, "nobody was there to time out");
  }

  private static void endsAtOnce(Callable<Void> server, FullServerSocket listening) {
    assertThrows(SocketException.class, server::call);
    assertEquals(1, listening.tries);
  }

  @Test
  void aByteOfZeroIsNotTakenForNone() throws IOException {
    try (var server = ServerSocketChannel.open();
        var selector = Selector.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (var client = SocketChannel.open(server.getLocalAddress());
          var served = server.accept()) {
        assertEquals(0, NothingToRead.nonBlocking(client));
        served.write(ByteBuffer.allocate(2));
        var key = client.register(selector, SelectionKey.OP_READ);
        selector.select();
        assertEquals(1, NothingToRead.nonBlocking(client));
        key.cancel(); // only an unregistered channel can block
        selector.selectNow();
        client.configureBlocking(true);
        assertEquals(0, NothingToRead.channel(client, 1));
        served.shutdownOutput();
        assertEquals(-1, NothingToRead.channel(client, 1));
      }
    }
  }
}
