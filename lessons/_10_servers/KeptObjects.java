package _10_servers;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// What a server keeps in memory of clients that have left: it is to be nothing.
public final class KeptObjects {
  /// So many clients leave in each way.
  private static final int CLIENTS = 40;

  /// Each time, so many clients leave something of the same class. What the JVM or a pool makes now
  /// and then isn't that regular.
  private static final int TIMES = 3;

  /// A line of the JVM's list: a number, how many objects, how many bytes, their class.
  private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +(\\S+)");

  private KeptObjects() {}

  private interface Farewell {
    void say(RudeClient client) throws Exception;
  }

  private static final List<Farewell> FAREWELLS =
      List.of(
          RudeClient::resets,
          RudeClient::close,
          client -> client.says("quit\n").hears("quit\n").hearsTheEnd("what follows quit"),
          client -> client.endsItsOutput().hearsTheEnd("what a client gets that ends its output"));

  /// Lets clients come and go, and looks whether the memory has more and more objects of a class.
  public static void assertNone(InetSocketAddress server) throws Exception {
    comeAndGo(server); // the first ones may find the server unprepared
    var before = objects();
    var growing = before.keySet();
    for (var time = 0; time < TIMES && !growing.isEmpty(); time++) {
      comeAndGo(server);
      var now = objects();
      var grown = grown(before, now);
      growing = time == 0 ? grown : common(growing, grown);
      before = now;
    }
    if (!growing.isEmpty()) {
      fail(
          "%d clients have come and gone, and the memory has something left of each"
              .formatted(CLIENTS));
    }
  }

  private static void comeAndGo(InetSocketAddress server) throws Exception {
    for (var number = 0; number < CLIENTS; number++) {
      for (var farewell : FAREWELLS) {
        try (var client = RudeClient.connect(server)) {
          farewell.say(client.says("hello\n").hears("hello\n"));
        }
      }
    }
    Quiescence.comes(); // and the server has noticed
  }

  private static Set<String> grown(Map<String, Long> before, Map<String, Long> now) {
    var grown = new HashMap<>(now);
    grown
        .entrySet()
        .removeIf(one -> one.getValue() < before.getOrDefault(one.getKey(), 0L) + CLIENTS);
    return grown.keySet();
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    var common = new TreeSet<>(some);
    common.retainAll(others);
    return common;
  }

  /// How many objects of each class are in memory, without garbage.
  private static Map<String, Long> objects() throws IOException {
    try {
      var list =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return LINE.matcher((String) list)
          .results()
          .collect(toMap(one -> one.group(2), one -> Long.parseLong(one.group(1)), Long::sum));
    } catch (JMException unknown) {
      throw new IOException(unknown);
    }
  }
}
