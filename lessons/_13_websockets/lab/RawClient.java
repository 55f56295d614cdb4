package _13_websockets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import _13_websockets.Handshake;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A web socket client that sends whatever bytes it is given, and reads only when it is told to.
public final class RawClient implements AutoCloseable {
  private static final int LIMIT_MS = 120_000; // reached only when something is wrong
  private static final int SMALL = 4 * 1024; // what the kernel keeps of what it doesn't read
  static final String KEY = "dGhlIHNhbXBsZSBub25jZQ=="; // the example of RFC 6455

  private final Socket socket = new Socket();

  final String request;
  final String answer; // up to the empty line

  /// Connects. Blocks until the server has answered.
  public RawClient(InetSocketAddress server) throws IOException {
    request = Handshake.request(server.getHostString() + ":" + server.getPort(), KEY);
    try {
      socket.setReceiveBufferSize(SMALL);
      socket.connect(server, LIMIT_MS);
      socket.setSoTimeout(LIMIT_MS);
      send(request.getBytes(UTF_8));
      answer = readHead();
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  private String readHead() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in().readByte());
    }
    return head.toString();
  }

  public void send(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// Blocks until a whole frame has arrived; it may have 65,535 bytes at most.
  public ServerFrame read() throws IOException {
    var first = in().readNBytes(2);
    if (first.length < 2) {
      throw new IOException("the server has ended the connection");
    }
    if (first[1] != 126) {
      return new ServerFrame(first, in().readNBytes(first[1]));
    }
    var more = in().readNBytes(2);
    var length = (more[0] & 0xFF) << 8 | more[1] & 0xFF;
    return new ServerFrame(
        new byte[] {first[0], first[1], more[0], more[1]}, in().readNBytes(length));
  }

  /// Reads so many texts, or fewer if something else comes; returns how many.
  int readTexts(int most) throws IOException {
    var got = 0;
    for (; got < most && read().opcode() == Handshake.TEXT; got++) {}
    return got;
  }

  private DataInputStream in() throws IOException {
    return new DataInputStream(socket.getInputStream());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
