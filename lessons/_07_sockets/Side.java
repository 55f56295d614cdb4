package _07_sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// One side of a connection, which records what it does.
///
/// @param name who has this side, for example `client`
/// @param peer who has the other
record Side(String name, String peer, Socket socket, Recorder record) implements AutoCloseable {
  /// Reached only when something is wrong: no wait of this lesson is without a limit.
  static final Duration LIMIT = Duration.ofSeconds(10);

  /// A server socket that only this machine reaches, on a port that the kernel picks.
  static ServerSocket listen() throws IOException {
    var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setSoTimeout((int) LIMIT.toMillis());
    return listening;
  }

  /// Blocks until the kernel of the other side has answered.
  static Side connect(String name, String peer, ServerSocket to, Recorder record)
      throws IOException {
    record.turn(name, Act.CONNECTS, peer);
    var socket = new Socket(to.getInetAddress(), to.getLocalPort());
    return new Side(name, peer, socket, record).withLimit(LIMIT);
  }

  /// Blocks until there is a connection to take.
  static Side accept(String name, String peer, ServerSocket from, Recorder record)
      throws IOException {
    var socket = from.accept();
    record.turn(name, Act.ACCEPTS, peer);
    return new Side(name, peer, socket, record).withLimit(LIMIT);
  }

  /// From now on a read that waits longer than this ends in a [SocketTimeoutException].
  Side withLimit(Duration limit) throws IOException {
    socket.setSoTimeout((int) limit.toMillis());
    return this;
  }

  /// One call of write.
  void write(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    record.turn(name, Act.WRITES, peer, bytes);
    socket.getOutputStream().write(bytes);
  }

  /// One call of read. Blocks until there is at least one byte, or the end, or the limit is
  /// reached.
  ///
  /// @param most how many bytes it takes at most, from 1
  /// @return what it got; empty when the bytes have ended
  /// @throws SocketTimeoutException when the limit is reached; the socket stays open
  String read(int most) throws IOException {
    var buffer = new byte[most];
    try {
      var got = socket.getInputStream().read(buffer);
      if (got == -1) {
        record.turn(name, Act.SEES_END, peer);
        return "";
      }
      record.turn(name, Act.READS, peer, Arrays.copyOf(buffer, got));
      return new String(buffer, 0, got, StandardCharsets.UTF_8);
    } catch (SocketTimeoutException silence) {
      record.turn(name, "gives up reading");
      throw silence;
    }
  }

  /// Says that nothing more will be written. Reading goes on.
  void end() throws IOException {
    record.turn(name, Act.ENDS, peer);
    socket.shutdownOutput();
  }

  /// Writes and reads no more. The peer sees the end, as after [#end].
  @Override
  public void close() throws IOException {
    if (!socket.isClosed() && !socket.isOutputShutdown()) {
      record.turn(name, Act.ENDS, peer);
    }
    socket.close();
  }
}
