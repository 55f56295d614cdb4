package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import workbook.ServerExperiment.Service;

/// The designs compared, in the order of the lesson.
public enum Design {
  SINGLE("one thread for all clients", new SingleThreaded()),
  THREAD("a thread for each connection", new ThreadPerConnection()),
  VIRTUAL("a virtual thread for each connection", new VirtualThreadPerConnection()),
  SELECTOR("one thread and a selector", new SelectorLoop());

  private final String says;
  private final Server server;

  Design(String says, Server server) {
    this.says = says;
    this.server = server;
  }

  /// What a learner types, for example `virtual`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Which thread talks to whom, in a few words.
  public String says() {
    return says;
  }

  Server server() {
    return server;
  }

  /// How many clients can be served at the same time, if each of them stays.
  public int servedAtOnce(int clients) {
    return this == SINGLE ? Math.min(1, clients) : clients;
  }

  /// An echo server of this design whose port is open.
  ///
  /// @throws IOException when the port cannot be had
  public Service open(InetSocketAddress at) throws IOException {
    return EchoService.open(this, at);
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Design::id).toList();
  }

  /// @throws IllegalArgumentException when there is none
  public static Design of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
