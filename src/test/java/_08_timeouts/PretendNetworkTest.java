package _08_timeouts;

import static _08_timeouts.Peer.ends;
import static _08_timeouts.Peer.hears;
import static _08_timeouts.Peer.refuses;
import static _08_timeouts.Peer.resets;
import static _08_timeouts.Peer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a client sees on a [PretendNetwork] is what it sees on that of this machine.
@Tag("fast")
class PretendNetworkTest {
  /// Milliseconds. Reached only when something is wrong.
  private static final int GENEROUS = 120_000;

  @Test
  void refused() throws IOException {
    try (var silent = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertEquals(talk(silent.getLocalSocketAddress(), new Socket()), pretended(refuses()));
    }
  }

  @Test
  void anEnd() throws Exception {
    assertEquals(real(Socket::shutdownOutput), pretended(hears(ends())));
  }

  @Test
  void aReset() throws Exception {
    var seen =
        real(
            connection -> {
              connection.setSoLinger(true, 0);
              connection.close();
            });
    assertEquals(seen, pretended(hears(resets())));
  }

  @Test
  void aByteThenSilence() throws Exception {
    var seen = real(connection -> connection.getOutputStream().write('8'));
    assertEquals(seen, pretended(hears(says("8"))));
  }

  @Test
  void itCountsTheSocketsOfThisMachineThatAreNotClosed() throws IOException {
    var network = new PretendNetwork().ofThisMachine();
    try (var listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
        var open = network.createSocket()) {
      var closed = network.createSocket();
      open.connect(listening.getLocalSocketAddress(), GENEROUS);
      closed.connect(listening.getLocalSocketAddress(), GENEROUS);
      closed.close();
      assertEquals(1, network.open());
      open.shutdownOutput(); // the peer cannot tell it from a closed one
      assertEquals(1, network.open());
    }
    assertEquals(0, network.open());
  }

  private static List<String> pretended(Peer peer) throws IOException {
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    return talk(anywhere, new PretendNetwork(peer).createSocket());
  }

  /// @param manners what a server does when it has heard the question
  private static List<String> real(Manners manners) throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(GENEROUS);
      var serving =
          new FutureTask<>(
              () -> {
                var connection = listening.accept();
                connection.setSoTimeout(GENEROUS);
                connection.getInputStream().readNBytes("question\n".length());
                manners.of(connection);
                return connection;
              });
      Thread.startVirtualThread(serving);
      var seen = talk(listening.getLocalSocketAddress(), new Socket());
      serving.get(GENEROUS, TimeUnit.MILLISECONDS).close();
      return seen;
    }
  }

  /// Whatever comes of the first read, those that follow need not wait for anything but a limit.
  private static List<String> talk(SocketAddress server, Socket socket) throws IOException {
    var seen = new ArrayList<String>();
    try (socket) {
      note(seen, () -> connect(socket, server));
      note(seen, () -> connect(socket, server));
      note(seen, () -> write(socket));
      note(seen, () -> read(socket, GENEROUS));
      note(seen, () -> read(socket, 1));
      note(seen, () -> read(socket, 1));
    }
    note(seen, () -> read(socket, 1));
    note(seen, () -> connect(socket, server));
    return seen;
  }

  private static String connect(Socket socket, SocketAddress server) throws IOException {
    socket.connect(server, GENEROUS);
    return "connected";
  }

  private static String write(Socket socket) throws IOException {
    socket.getOutputStream().write("question\n".getBytes(StandardCharsets.UTF_8));
    return "written";
  }

  private static String read(Socket socket, int limit) throws IOException {
    socket.setSoTimeout(limit);
    return "read " + socket.getInputStream().read();
  }

  private static void note(List<String> seen, Step step) {
    try {
      seen.add(step.take());
    } catch (IOException failure) {
      seen.add(failure.getClass().getSimpleName());
    }
  }

  private interface Step {
    String take() throws IOException;
  }

  private interface Manners {
    void of(Socket connection) throws IOException;
  }
}
