package _08_timeouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What is behind a socket of a [PretendNetwork]: in place of a kernel, a [Peer].
final class PretendSocket extends SocketImpl {
  private final PretendNetwork network;
  private final Map<Integer, Object> options = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private boolean closed;
  private boolean asked;

  private Peer peer;
  private int piece;
  private byte[] bytes;
  private int taken;
  private long due;

  PretendSocket(PretendNetwork network) {
    this.network = network;
  }

  @Override
  protected void connect(SocketAddress to, int limit) throws IOException {
    peer = network.meet();
    switch (peer.reached()) {
      case AT_ONCE -> begin(0);
      case NEVER -> waitInVain(limit, "connect() waits forever: it was given no limit");
      case REFUSED -> throw new ConnectException("Connection refused");
      case DEFECT -> throw new IllegalStateException("a mistake in the program");
    }
  }

  private void begin(int number) {
    piece = Math.min(number, peer.pieces().size() - 1);
    bytes = peer.pieces().get(piece).text().getBytes(UTF_8);
    taken = 0;
    due = network.nanoTime() + peer.pieces().get(piece).after().toNanos();
  }

  /// @param limit in milliseconds; 0 for none
  private void waitInVain(int limit, String forEver) throws SocketTimeoutException {
    if (limit == 0) {
      throw new AssertionError(forEver);
    }
    network.pass(Duration.ofMillis(limit).toNanos());
    throw new SocketTimeoutException("the limit of " + limit + " ms is over");
  }

  private void write(byte[] from, int at, int length) throws IOException {
    checkOpen();
    written.write(from, at, length);
    if (!asked && written.toString(UTF_8).endsWith("\n")) {
      asked = true;
      network.hear(written.toString(UTF_8).stripTrailing());
      begin(0);
    }
  }

  private int read(byte[] into, int at, int length) throws IOException {
    checkOpen();
    var limit = (int) options.getOrDefault(SocketOptions.SO_TIMEOUT, 0);
    var got = asked ? peer.pieces().get(piece).got() : Peer.Got.NOTHING;
    var wait = Math.max(0, due - network.nanoTime());
    if (got == Peer.Got.NOTHING || limit > 0 && wait > Duration.ofMillis(limit).toNanos()) {
      waitInVain(limit, "read() waits forever: its socket has no limit, or one of 0");
    }
    network.pass(wait);
    return switch (got) {
      case END -> -1;
      case RESET -> throw new SocketException("Connection reset");
      case INTERRUPT -> {
        Thread.currentThread().interrupt();
        throw new SocketException("Closed by interrupt");
      }
      default -> take(into, at, length);
    };
  }

  private int take(byte[] into, int at, int length) {
    var count = Math.min(length, bytes.length - taken);
    System.arraycopy(bytes, taken, into, at, count);
    taken += count;
    if (taken == bytes.length) {
      begin(piece + 1);
    }
    return count;
  }

  private void checkOpen() throws SocketException {
    if (closed) {
      throw new SocketException("Socket closed");
    }
  }

  @Override
  protected InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        return length == 0 ? 0 : PretendSocket.this.read(into, at, length);
      }
    };
  }

  @Override
  protected OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] from, int at, int length) throws IOException {
        PretendSocket.this.write(from, at, length);
      }
    };
  }

  @Override
  protected int available() {
    return asked && due <= network.nanoTime() ? bytes.length - taken : 0;
  }

  @Override
  protected void close() {
    closed = true;
  }

  @Override
  protected void shutdownOutput() {
    // No peer looks for the end of a question.
  }

  @Override
  public void setOption(int option, Object value) {
    options.put(option, value);
  }

  @Override
  public Object getOption(int option) {
    return options.getOrDefault(option, option == SocketOptions.SO_TIMEOUT ? 0 : false);
  }

  @Override
  protected void create(boolean stream) {
    // There is nothing to create.
  }

  @Override
  protected void connect(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void connect(InetAddress address, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void bind(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void listen(int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void accept(SocketImpl connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void sendUrgentData(int data) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected FileDescriptor getFileDescriptor() {
    return null;
  }
}
