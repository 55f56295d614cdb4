package _10_servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/// A client of EchoServer's tests, which can be rude. No wait of it is endless: see [Quiescence].
/// For one thread.
public final class RudeClient implements AutoCloseable {
  private static final String STANDSTILL = "nothing more";
  private static final int CONNECT_MS = 60_000;
  private static final int KERNEL = 1 << 16;
  private static final int BUFFER = 1 << 12; // there are hundreds of clients
  private static final int CHUNK = 1 << 14;
  private static final int PERIOD = 251;
  private static final int SHOWN = 60;

  private final SocketChannel channel;
  private final boolean acknowledgesAtOnce;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
  private long written;
  private String ended = "";

  private RudeClient(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    acknowledgesAtOnce = channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
  }

  /// @throws IOException if nobody listens there
  public static RudeClient connect(InetSocketAddress server) throws IOException {
    var channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL); // its kernel keeps little
      channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL);
      channel.socket().connect(server, CONNECT_MS);
      return new RudeClient(channel);
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  public RudeClient says(String text) throws InterruptedException {
    return says(text.getBytes(UTF_8));
  }

  /// Writes a little, for which there is room.
  public RudeClient says(byte[] bytes) throws InterruptedException {
    var all = ByteBuffer.wrap(bytes);
    Quiescence.await(() -> write(all)); // if nobody takes it, or all of it, no echo will come
    return this;
  }

  /// Writes as much as can be written now.
  ///
  /// @return whether that was all, or the connection has ended
  private boolean write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining() && channel.write(bytes) > 0) {}
    } catch (IOException gone) {
      return true; // what comes back will tell how
    }
    return !bytes.hasRemaining();
  }

  /// Writes an endless sequence of bytes and reads nothing, until nobody takes more.
  ///
  /// @param most how many bytes to write at most
  public void saysWithoutReading(long most) throws InterruptedException {
    var goesOn = true;
    while (goesOn && written < most) {
      var chunk = sequence(written, (int) Math.min(CHUNK, most - written));
      goesOn = Quiescence.comesSoon(() -> write(chunk)) && !chunk.hasRemaining();
      written += chunk.position();
    }
  }

  private static ByteBuffer sequence(long from, int length) {
    var bytes = ByteBuffer.allocate(length);
    for (var at = from; bytes.hasRemaining(); at++) {
      bytes.put((byte) (at % PERIOD));
    }
    return bytes.flip();
  }

  /// Reads back all that was said of the endless sequence.
  public void hearsTheSequence(String when) throws InterruptedException {
    for (var heard = 0L; heard < written; ) {
      if (!hasMore()) {
        fail(when + ": only a part comes back, then " + ending());
      }
      var expected = sequence(heard, buffer.remaining());
      heard += buffer.remaining();
      if (!expected.equals(buffer)) {
        fail(when + ": other bytes come back than were said");
      }
      buffer.position(buffer.limit());
    }
  }

  public RudeClient hears(String text) throws InterruptedException {
    return hears(text.getBytes(UTF_8), "what comes back");
  }

  public RudeClient hears(String text, String when) throws InterruptedException {
    return hears(text.getBytes(UTF_8), when);
  }

  public RudeClient hears(byte[] expected, String when) throws InterruptedException {
    var got = ByteBuffer.allocate(expected.length);
    while (got.hasRemaining() && hasMore()) {
      var more = Math.min(got.remaining(), buffer.remaining());
      got.put(buffer.slice().limit(more));
      buffer.position(buffer.position() + more);
    }
    var bytes = new byte[got.flip().remaining()];
    got.get(bytes);
    var rest = bytes.length < expected.length ? ", then " + ending() : "";
    assertEquals(shown(expected), shown(bytes) + rest, when);
    return this;
  }

  /// How it ended when more was expected: which kind of end it is may be a matter of luck.
  private String ending() {
    return ended.equals(STANDSTILL) ? ended : "the end";
  }

  /// Whether there is something to read, now or later. If not, `ended` says why.
  private boolean hasMore() throws InterruptedException {
    if (!buffer.hasRemaining() && ended.isEmpty() && !Quiescence.await(this::read)) {
      ended = STANDSTILL;
    }
    return buffer.hasRemaining();
  }

  /// Reads what is there.
  ///
  /// @return whether there was something, or an end
  private boolean read() {
    try {
      var length = channel.read(buffer.clear());
      if (length == -1) {
        ended = "the end of the stream";
      } else if (acknowledgesAtOnce) {
        channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true); // it isn't for ever
      }
    } catch (IOException reset) {
      ended = "a reset";
    }
    buffer.flip();
    return buffer.hasRemaining() || !ended.isEmpty();
  }

  /// Nothing more comes, but the end of the stream.
  public void hearsTheEnd(String when) throws InterruptedException {
    assertEquals("the end of the stream", hasMore() ? "more bytes" : ended, when);
  }

  /// Nothing more comes but an end, whatever its kind.
  public void hearsNoMore(String when) throws InterruptedException {
    if (hasMore() || ended.equals(STANDSTILL)) {
      assertEquals("an end", hasMore() ? "more bytes" : ended, when);
    }
  }

  /// Skips what still comes, until the connection ends in some way or other.
  public void isShownOut(String when) throws InterruptedException {
    while (hasMore()) {
      buffer.position(buffer.limit());
    }
    if (ended.equals(STANDSTILL)) {
      fail(when + " is still connected");
    }
  }

  public RudeClient endsItsOutput() throws IOException {
    channel.shutdownOutput();
    return this;
  }

  /// Ends the connection without a farewell: the server's next read or write fails.
  public void resets() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Bytes in quotes: letters of ASCII as such, others by their number, and not too many.
  private static String shown(byte[] bytes) {
    var text = new StringBuilder("\"");
    for (var at = 0; at < Math.min(SHOWN, bytes.length); at++) {
      var one = (char) (bytes[at] & 0xff);
      switch (one) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(one >= ' ' && one <= '~' ? one : "<%02X>".formatted((int) one));
      }
    }
    return text + (bytes.length > SHOWN ? "\"… (%,d bytes)".formatted(bytes.length) : "\"");
  }
}
