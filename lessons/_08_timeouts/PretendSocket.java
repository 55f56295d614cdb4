package _08_timeouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/// What is behind a socket of a [PretendNetwork]: in place of a kernel, a [Peer].
///
/// It keeps its options and its own address in a socket of this machine, which is never connected.
final class PretendSocket extends SocketImpl {
  private final PretendNetwork network;
  private final Socket own = new Socket();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private boolean inputShut;
  private boolean outputShut;
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
    peer = network.meet(to);
    switch (peer.reached()) {
      case CONNECTED, BROKEN -> {
        waitFor(peer.after().toNanos(), limit);
        address = ((InetSocketAddress) to).getAddress();
        port = ((InetSocketAddress) to).getPort();
        if (!own.isBound()) {
          own.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
        begin(0);
      }
      case NEVER -> waitInVain(limit, "connect() waits for ever: it was given no limit");
      case REFUSED -> throw network.failed(new ConnectException("Connection refused"));
      case INTERRUPTED -> throw interrupted();
      case DEFECT -> throw network.failed(new IllegalStateException("a mistake in the program"));
      case NO_SOCKET -> throw new AssertionError("there is no such socket");
    }
  }

  /// The address of its own side of a connection.
  private static InetAddress host() throws SocketException {
    try {
      return InetAddress.getByAddress(InetAddress.getLoopbackAddress().getAddress());
    } catch (UnknownHostException e) {
      throw new SocketException(e);
    }
  }

  private void begin(int number) {
    piece = Math.min(number, peer.pieces().size() - 1);
    bytes = peer.pieces().get(piece).bytes();
    taken = 0;
    due = network.nanoTime() + peer.pieces().get(piece).after().toNanos();
  }

  /// @param limit in milliseconds; 0 for none
  private void waitFor(long nanos, int limit) throws SocketTimeoutException {
    if (limit > 0 && nanos > Duration.ofMillis(limit).toNanos()) {
      waitInVain(limit, "");
    }
    network.pass(nanos);
  }

  private void waitInVain(int limit, String forEver) throws SocketTimeoutException {
    if (limit == 0) {
      throw new AssertionError(forEver);
    }
    network.pass(Duration.ofMillis(limit).toNanos());
    throw network.failed(new SocketTimeoutException("the limit of " + limit + " ms is over"));
  }

  private SocketException interrupted() {
    Thread.currentThread().interrupt();
    return network.failed(new SocketException("Closed by interrupt"));
  }

  private void write(byte[] from, int at, int length) throws IOException {
    checkOpen();
    if (outputShut || peer.reached() == Peer.Reached.BROKEN) {
      throw network.failed(new SocketException("Broken pipe"));
    }
    written.write(from, at, length);
    var line = written.toString(UTF_8);
    if (!asked && line.endsWith("\n")) {
      asked = true;
      network.hear(line.substring(0, line.length() - 1));
      begin(0);
    }
  }

  private int read(byte[] into, int at, int length) throws IOException {
    checkOpen();
    if (inputShut) {
      return -1;
    }
    var got = asked ? peer.pieces().get(piece).got() : Peer.Got.NOTHING;
    if (got == Peer.Got.NOTHING) {
      waitInVain(own.getSoTimeout(), "read() waits for ever: its socket has no limit, or one of 0");
    }
    waitFor(Math.max(0, due - network.nanoTime()), own.getSoTimeout());
    return switch (got) {
      case END -> -1;
      case RESET -> throw network.failed(new SocketException("Connection reset"));
      case INTERRUPT -> throw interrupted();
      case DEFECT -> throw network.failed(new IllegalStateException("a mistake in the program"));
      case BYTES, NOTHING -> take(into, at, length);
    };
  }

  private int take(byte[] into, int at, int length) {
    var count = network.most(Math.min(length, bytes.length - taken));
    System.arraycopy(bytes, taken, into, at, count);
    taken += count;
    if (taken == bytes.length) {
      begin(piece + 1);
    }
    return count;
  }

  private void checkOpen() throws SocketException {
    if (own.isClosed()) {
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

      @Override
      public int available() throws IOException {
        return PretendSocket.this.available();
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
  protected int available() throws IOException {
    checkOpen();
    var ready = asked && !inputShut && due - network.nanoTime() <= 0;
    return ready ? network.most(bytes.length - taken) : 0;
  }

  @Override
  protected void close() throws IOException {
    own.close();
  }

  @Override
  protected void shutdownInput() {
    inputShut = true;
  }

  @Override
  protected void shutdownOutput() {
    outputShut = true; // no peer looks for it
  }

  @Override
  protected void bind(InetAddress host, int port) throws IOException {
    own.bind(new InetSocketAddress(host, port));
  }

  @Override
  protected int getLocalPort() {
    return own.getLocalPort();
  }

  @Override
  protected <T> void setOption(SocketOption<T> name, T value) throws IOException {
    own.setOption(name, value);
  }

  @Override
  protected <T> T getOption(SocketOption<T> name) throws IOException {
    return own.getOption(name);
  }

  @Override
  protected Set<SocketOption<?>> supportedOptions() {
    return own.supportedOptions();
  }

  @Override
  public void setOption(int option, Object value) throws SocketException {
    switch (option) {
      case SO_TIMEOUT -> own.setSoTimeout((int) value);
      case SO_LINGER ->
          own.setSoLinger(value instanceof Integer, value instanceof Integer seconds ? seconds : 0);
      case TCP_NODELAY -> own.setTcpNoDelay((boolean) value);
      case SO_KEEPALIVE -> own.setKeepAlive((boolean) value);
      case SO_OOBINLINE -> own.setOOBInline((boolean) value);
      case SO_REUSEADDR -> own.setReuseAddress((boolean) value);
      case SO_SNDBUF -> own.setSendBufferSize((int) value);
      case SO_RCVBUF -> own.setReceiveBufferSize((int) value);
      case IP_TOS -> own.setTrafficClass((int) value);
      default -> throw new SocketException("there is no option " + option);
    }
  }

  @Override
  public Object getOption(int option) throws SocketException {
    return switch (option) {
      case SO_TIMEOUT -> own.getSoTimeout();
      case SO_LINGER -> own.getSoLinger();
      case TCP_NODELAY -> own.getTcpNoDelay();
      case SO_KEEPALIVE -> own.getKeepAlive();
      case SO_OOBINLINE -> own.getOOBInline();
      case SO_REUSEADDR -> own.getReuseAddress();
      case SO_SNDBUF -> own.getSendBufferSize();
      case SO_RCVBUF -> own.getReceiveBufferSize();
      case IP_TOS -> own.getTrafficClass();
      case SO_BINDADDR -> {
        checkOpen();
        yield address == null ? own.getLocalAddress() : host();
      }
      default -> throw new SocketException("there is no option " + option);
    };
  }

  @Override
  protected boolean supportsUrgentData() {
    return true;
  }

  @Override
  protected void sendUrgentData(int data) throws IOException {
    checkOpen(); // a peer that did not ask for such bytes does not see them
  }

  @Override
  protected void create(boolean stream) {
    // A socket makes itself.
  }

  @Override
  protected void connect(String host, int port) {
    throw neverCalled();
  }

  @Override
  protected void connect(InetAddress address, int port) {
    throw neverCalled();
  }

  @Override
  protected void listen(int backlog) {
    throw neverCalled();
  }

  @Override
  protected void accept(SocketImpl connection) {
    throw neverCalled();
  }

  private static UnsupportedOperationException neverCalled() {
    return new UnsupportedOperationException("no Socket calls this");
  }
}
