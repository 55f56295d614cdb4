package _10_servers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The designs compared, in the order of the lesson.
enum Design {
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
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Who talks to whom, in a few words.
  String says() {
    return says;
  }

  Server server() {
    return server;
  }

  /// How many clients are served at the same time, if each of them stays.
  int servedAtOnce(int clients) {
    return this == SINGLE ? Math.min(1, clients) : clients;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Design::id).toList();
  }

  /// @throws IllegalArgumentException when there is none
  static Design of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
