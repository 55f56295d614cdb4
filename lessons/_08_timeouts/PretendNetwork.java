package _08_timeouts;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/// A network in memory, with a clock of its own: time passes only when somebody waits, and then at
/// once. So an hour takes no time, and every run is like the other.
///
/// Its sockets are those of `java.net`, with their rules and limits, but what they lead to is a
/// [Peer]. Whoever would wait forever gets an `AssertionError` that says for what. For one thread.
public final class PretendNetwork extends SocketFactory implements Caller.Time {
  private static final long PATIENCE = Duration.ofHours(1).toNanos();
  private static final int CROWD = 1_000;

  private final List<Peer> peers;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Duration oversleeps = Duration.ZERO;
  private boolean interrupting;
  private boolean real;
  private long openInPauses;
  private int connections;
  private long passed;

  /// @param peers the first attempt to connect meets the first, and so on; the last stays
  public PretendNetwork(Peer... peers) {
    this.peers = List.of(peers);
  }

  /// From now on every pause lasts longer than it should, by so much.
  public PretendNetwork oversleeping(Duration more) {
    oversleeps = more;
    return this;
  }

  /// From now on somebody interrupts every pause.
  public PretendNetwork interrupting() {
    interrupting = true;
    return this;
  }

  /// From now on its sockets are those of this machine. It only counts which of them are closed.
  public PretendNetwork ofThisMachine() {
    real = true;
    return this;
  }

  @Override
  public Socket createSocket() throws SocketException {
    if (sockets.size() == CROWD) {
      throw new AssertionError("asked for 1,000 sockets, and never gave up");
    }
    var socket = real ? new Socket() : new Socket(new PretendSocket(this)) {};
    sockets.add(socket);
    return socket;
  }

  @Override
  public long nanoTime() {
    return passed;
  }

  @Override
  public void pause(Duration howLong) throws InterruptedException {
    if (howLong.isNegative()) {
      throw new AssertionError("a pause of " + told(howLong));
    }
    pauses.add(howLong);
    openInPauses += open();
    if (Thread.interrupted() || interrupting) {
      throw new InterruptedException("interrupted in a pause");
    }
    pass(howLong.plus(oversleeps).toNanos());
  }

  /// Time goes by.
  ///
  /// @param nanos from 0 up
  void pass(long nanos) {
    passed += nanos;
    if (passed > PATIENCE) {
      throw new AssertionError("more than an hour has passed, and there is still no end");
    }
  }

  /// Whom the next attempt meets.
  Peer meet() {
    return peers.get(Math.min(connections++, peers.size() - 1));
  }

  /// A server has heard a line.
  void hear(String line) {
    heard.add(line);
  }

  /// How many attempts to connect there were.
  public int connections() {
    return connections;
  }

  /// The lines that servers have heard, each without its newline.
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /// How long each pause was to be, for example `[0.1 s, 2 s]`.
  public String pauses() {
    return pauses.stream().map(PretendNetwork::told).toList().toString();
  }

  /// How many sockets are not closed.
  public long open() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  /// How many sockets were not closed when a pause began, all pauses together.
  public long openInPauses() {
    return openInPauses;
  }

  /// How much time has passed here.
  public Duration passed() {
    return Duration.ofNanos(passed);
  }

  /// A time in seconds, for example `0.1 s`.
  public static String told(Duration time) {
    var seconds = BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int own) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int own)
      throws IOException {
    throw connected();
  }

  private static AssertionError connected() {
    return new AssertionError("createSocket(host, port) connects without a limit");
  }
}
