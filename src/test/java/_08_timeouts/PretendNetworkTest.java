package _08_timeouts;

import static _08_timeouts.Peer.ends;
import static _08_timeouts.Peer.hears;
import static _08_timeouts.Peer.refuses;
import static _08_timeouts.Peer.resets;
import static _08_timeouts.Peer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  void everyGetterOfASocket() throws Exception {
    for (var stage : Stage.values()) {
      try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          var real = new Socket();
          var pretended = new PretendNetwork(hears()).createSocket()) {
        stage.of.on(real, listening.getLocalSocketAddress());
        stage.of.on(pretended, listening.getLocalSocketAddress());
        assertEquals(gotten(real), gotten(pretended), stage + ": what its getters return");
      }
    }
  }

  @Test
  void everyOptionOfASocket() throws Exception {
    try (var real = new Socket();
        var pretended = new PretendNetwork(hears()).createSocket()) {
      assertEquals(withOptions(real), withOptions(pretended));
      assertEquals(real.supportedOptions(), pretended.supportedOptions());
    }
  }

  /// What was done with a socket.
  private enum Stage {
    NOTHING((_, _) -> {}),
    BOUND((socket, _) -> socket.bind(null)),
    CONNECTED(Socket::connect),
    BOUND_AND_CONNECTED(
        (socket, server) -> {
          socket.bind(null);
          socket.connect(server);
        }),
    IN_SHUT(
        (socket, server) -> {
          socket.connect(server);
          var in = socket.getInputStream();
          socket.shutdownInput();
          assertEquals(-1, in.read(), "a read after shutdownInput()");
        }),
    OUT_SHUT(
        (socket, server) -> {
          socket.connect(server);
          var out = socket.getOutputStream();
          socket.shutdownOutput();
          assertThrows(SocketException.class, () -> out.write(1), "after shutdownOutput()");
        }),
    USED(
        (socket, server) -> {
          socket.connect(server);
          socket.setPerformancePreferences(1, 2, 3);
          socket.sendUrgentData(1);
          socket.getOutputStream().write(1);
          assertEquals(0, socket.getInputStream().available());
        }),
    CLOSED(
        (socket, server) -> {
          socket.connect(server);
          socket.close();
        });

    private final Use of;

    Stage(Use of) {
      this.of = of;
    }
  }

  private interface Use {
    void on(Socket socket, SocketAddress server) throws IOException;
  }

  /// What all methods without parameters return or throw; of what differs from socket to socket,
  /// only what it is.
  private static Map<String, String> gotten(Socket socket) throws IllegalAccessException {
    var all = new TreeMap<String, String>();
    for (var method : Socket.class.getMethods()) {
      var isGetter = method.getParameterCount() == 0 && method.getReturnType() != void.class;
      if (isGetter && method.getDeclaringClass() == Socket.class) {
        try {
          var value = method.invoke(socket);
          all.put(method.getName(), alike(method.getName(), String.valueOf(value)));
        } catch (InvocationTargetException e) {
          all.put(method.getName(), e.getCause().toString());
        }
      }
    }
    return all;
  }

  private static String alike(String method, String value) {
    return switch (method) {
      case "getLocalPort", "getLocalSocketAddress", "toString" ->
          value.replaceAll("(?<=:|localport=|^)[1-9]\\d*$|(?<=localport=)[1-9]\\d*", "a port");
      case "getInputStream", "getOutputStream" -> value.replaceAll("@.*", "");
      case "getSendBufferSize", "getReceiveBufferSize" -> value.isEmpty() ? value : "a size";
      default -> value;
    };
  }

  private static List<Object> withOptions(Socket socket) throws IOException {
    socket.setSoTimeout(7);
    socket.setSoLinger(true, 7);
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    socket.setOOBInline(true);
    socket.setReuseAddress(true);
    socket.setTrafficClass(16);
    socket.setSendBufferSize(20_000);
    socket.setReceiveBufferSize(20_000);
    var seen = new ArrayList<Object>();
    seen.add(socket.getSoTimeout());
    seen.add(socket.getSoLinger());
    seen.add(socket.getTcpNoDelay());
    seen.add(socket.getKeepAlive());
    seen.add(socket.getOOBInline());
    seen.add(socket.getReuseAddress());
    seen.add(socket.getTrafficClass());
    seen.add(socket.getSendBufferSize());
    seen.add(socket.getReceiveBufferSize());
    socket.setSoLinger(false, 0);
    seen.add(socket.getSoLinger());
    seen.add(socket.setOption(StandardSocketOptions.SO_LINGER, 9) == socket);
    seen.add(socket.getOption(StandardSocketOptions.SO_LINGER));
    return seen;
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
