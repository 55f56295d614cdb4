package _08_timeouts;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/// A network in memory, with a clock of its own: time passes only when somebody waits, and then at
/// once. So a day takes no time, and every run is like the other.
///
/// Its sockets are those of `java.net`, with their rules and limits, but what they lead to is a
/// [Peer]. Whoever would wait for ever gets an `AssertionError` that says for what. For one thread.
public final class PretendNetwork extends SocketFactory implements Caller.Time {
  private static final long PATIENCE = Duration.ofDays(3).toNanos();
  private static final int CROWD = 1_000;

  private final List<Peer> peers;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Duration oversleeps = Duration.ZERO;
  private final List<SocketAddress> called = new ArrayList<>();
  private boolean interrupting;
  private boolean byteByByte;
  private boolean real;
  private long openInPauses;
  private int attempts;
  private Exception failure;
  private long beginning;
  private long passed;

  /// @param peers the first attempt meets the first, and so on; the last stays
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

  /// From now on a read gets one byte at most.
  public PretendNetwork byteByByte() {
    byteByByte = true;
    return this;
  }

  /// Its clock shows this time as long as nothing was waited for.
  public PretendNetwork beginningAt(long nanoTime) {
    beginning = nanoTime;
    return this;
  }

  /// From now on its sockets are those of this machine. It only counts which of them are closed.
  public PretendNetwork ofThisMachine() {
    real = true;
    return this;
  }

  @Override
  public Socket createSocket() throws IOException {
    if (Math.max(sockets.size(), attempts) == CROWD) {
      throw new AssertionError("asked for more than 1,000 sockets, and never gave up");
    }
    if (!real && peer().reached() == Peer.Reached.NO_SOCKET) {
      attempts++;
      throw failed(new IOException("Too many open files"));
    }
    var socket = real ? new Socket() : new Socket(new PretendSocket(this)) {};
    sockets.add(socket);
    return socket;
  }

  @Override
  public long nanoTime() {
    return beginning + passed;
  }

  @Override
  public void pause(Duration howLong) throws InterruptedException {
    if (howLong.isNegative()) {
      throw new AssertionError("a pause of " + told(howLong));
    }
    pauses.add(howLong);
    failure = null;
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
      throw new AssertionError("more than three days have passed, and there is still no end");
    }
  }

  private Peer peer() {
    return peers.get(Math.min(attempts, peers.size() - 1));
  }

  /// Whom the next attempt meets.
  Peer meet(SocketAddress server) {
    var peer = peer();
    called.add(server);
    attempts++;
    return peer;
  }

  /// How many bytes a read gets of those that it may get.
  int most(int bytes) {
    return byteByByte ? Math.min(bytes, 1) : bytes;
  }

  /// Notes what is about to be thrown.
  <E extends Exception> E failed(E thrown) {
    failure = thrown;
    return thrown;
  }

  /// A server has heard a line.
  void hear(String line) {
    heard.add(line);
  }

  /// How many attempts there were.
  public int attempts() {
    return attempts;
  }

  /// The servers of all attempts to connect.
  public List<SocketAddress> called() {
    return List.copyOf(called);
  }

  /// The last exception that this network has thrown, if there was no pause after it.
  public Optional<Exception> failure() {
    return Optional.ofNullable(failure);
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
