package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workbook.ServerExperiment.Service;

/// The designs compared, in the order of the lesson.
public enum Design {
  SINGLE("one thread for all clients", 1, with(new SingleThreaded())),
  THREAD("a thread for each connection", with(new ThreadPerConnection())),
  POOL("a pool of 16 threads", FixedThreadPool.THREADS, with(new FixedThreadPool())),
  VIRTUAL("a virtual thread for each connection", with(new VirtualThreadPerConnection())),
  SELECTOR("one thread and a selector", with(new SelectorLoop())),
  ASYNC("channels that call back", AsynchronousServer::new),
  PROCESS(
      "a process for each connection, 16 at most",
      ProcessPerConnection.MOST,
      with(new ProcessPerConnection())),
  PREFORK("three processes that share a listening socket", with(new PreforkedWorkers.Sharing())),
  REUSEPORT("three processes with a listening socket each", PreforkedWorkers.ReusePort::open);

  private final String says;
  private final int most;
  private final OpenServer.Opening opening;

  Design(String says, int most, OpenServer.Opening opening) {
    this.says = says;
    this.most = most;
    this.opening = opening;
  }

  Design(String says, OpenServer.Opening opening) {
    this(says, Integer.MAX_VALUE, opening);
  }

  private static OpenServer.Opening with(Server server) {
    return at -> new AcceptingServer(server, new Acceptor(at));
  }

  /// What a learner types, for example `virtual`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Which thread talks to whom, in a few words.
  public String says() {
    return says;
  }

  /// How many clients can be served at the same time, if each of them stays.
  public int servedAtOnce(int clients) {
    return Math.min(most, clients);
  }

  /// Whether other processes than this one serve clients.
  public boolean startsProcesses() {
    return compareTo(PROCESS) >= 0;
  }

  /// Why this machine can't run it, in one sentence; empty if it can.
  public Optional<String> missing() {
    var processes = startsProcesses() ? FileDescriptors.missing() : Optional.<String>empty();
    return this == REUSEPORT ? processes.or(ListeningSocket::cannotSharePort) : processes;
  }

  /// An echo server of this design whose port is open.
  ///
  /// @throws IOException when the port is taken or not allowed
  public Service open(InetSocketAddress at) throws IOException {
    return open(HandlerType.ECHO, at);
  }

  Service open(HandlerType handlers, InetSocketAddress at) throws IOException {
    if (missing().isPresent()) {
      throw new IOException(missing().get());
    }
    return new EchoService(says, handlers, opening.open(at));
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Design::id).toList();
  }

  /// @throws IllegalArgumentException when there is none
  public static Design of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
