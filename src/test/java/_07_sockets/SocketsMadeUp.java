package _07_sockets;

import static book.MadeUp.answering;
import static java.nio.charset.StandardCharsets.UTF_8;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import book.MadeUp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// What lesson 07's runs could have observed, on this network and on stranger ones.
public final class SocketsMadeUp implements MadeUp.OfLesson {

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "client-and-server", clientAndServer(),
        "partial-reads", partialReads(),
        "letters-in-pieces", lettersInPieces(),
        "dialogue", dialogue(),
        "half-close", halfClose(),
        "short-form", shortForm(),
        "backlog-full", backlogFull(),
        "port-and-address", portAndAddress());
  }

  private static List<MadeUp> clientAndServer() {
    return List.of(
        answering(
            "it returns, connected",
            record -> {
              var client = connects("client", "server", record);
              client.writes("ping");
              client.ends();
              record.turn("server", Act.ACCEPTS, "client");
              client.peer().reads("ping");
              client.peer().seesEnd();
            }),
        answering(
            "it waits for accept()",
            record -> connects("client", "server", record).does("gives up: Connect timed out")),
        answering(
            "it fails: nobody accepts",
            record -> connects("client", "server", record).does("is refused")),
        answering(CANNOT_TELL, record -> connects("client", "server", record)));
  }

  private static List<MadeUp> partialReads() {
    return List.of(
        answering(
            "sometimes one, sometimes two",
            record -> {
              pings(record, List.of("ping"), List.of("pi", "ng"), List.of("pin", "g"));
              luck(record, 190, 10, 0);
            }),
        answering(
            "one: TCP keeps a message together",
            record -> {
              pings(record, List.of("ping"), List.of("ping"), List.of("ping"));
              luck(record, 200, 0, 0);
            }),
        answering(
            "two, one for each write",
            record -> {
              pings(record, List.of("pi", "ng"), List.of("pi", "ng"), List.of("pi", "ng"));
              luck(record, 0, 199, 1);
            }),
        answering(CANNOT_TELL, record -> luck(record, 0, 0, 0)));
  }

  @SafeVarargs
  private static void pings(Recorder record, List<String>... reads) {
    for (var pair = 1; pair <= reads.length; pair++) {
      var client = connects("client " + pair, "server " + pair, record);
      reads[pair - 1].forEach(client.peer()::reads);
    }
  }

  private static void luck(Recorder record, int one, int two, int spoiled) {
    record.outcome("whole, one read", ACCEPTABLE, one, "");
    record.outcome("whole, two reads", ACCEPTABLE, two, "");
    record.outcome("not whole", FORBIDDEN, spoiled, "");
  }

  private static List<MadeUp> lettersInPieces() {
    return List.of(
        answering("Ren\uFFFD\uFFFD", record -> letters(record, "Ren\uFFFD\uFFFD", "René", 4)),
        answering("René", record -> letters(record, "René", "René", 5), "buffer=5"),
        answering("René", record -> letters(record, "René", "Ren\uFFFD", 4)),
        answering(
            "nothing: half a letter throws an exception",
            record -> letters(record, "an exception: Input length = 1", "", 4)),
        answering(CANNOT_TELL, record -> connects("client", "server", record)));
  }

  private static void letters(Recorder record, String broken, String mended, int firstRead) {
    var bytes = "René".getBytes(UTF_8);
    connects("client", "server", record).peer().reads(Arrays.copyOf(bytes, firstRead));
    record.fact("text made of each read", broken);
    record.fact("text made of all bytes", mended);
  }

  private static List<MadeUp> dialogue() {
    return List.of(
        answering(
            "each waits for the other",
            record -> {
              bothListen(record, "gives up: Read timed out", "gives up: Read timed out");
              var client = connects("client", "server", record);
              client.writes("message 1\n");
              client.reads("answer to message 1\n");
              record.fact("messages answered", "1");
            },
            "messages=1"),
        answering(
            "both get an empty answer at once",
            record -> {
              var one = connects("listener 1", "listener 2", record);
              one.seesEnd();
              one.peer().seesEnd();
              var client = connects("client", "server", record);
              client.writes("message 1\n");
              client.writes("message 2\n");
              client.reads("answer to message 1\nanswer to message 2\n");
              record.fact("messages answered", "2");
            },
            "messages=2"),
        answering(
            "the kernel notices, and breaks the connection",
            record -> bothListen(record, "fails: Connection reset", "fails: Connection reset")),
        answering(
            CANNOT_TELL,
            record -> {
              var one = connects("listener 1", "listener 2", record);
              one.reads("hello\n");
              one.peer().does("gives up: Read timed out");
            }));
  }

  private static void bothListen(Recorder record, String one, String two) {
    var listener = connects("listener 1", "listener 2", record);
    listener.does(one);
    listener.peer().does(two);
  }

  private static List<MadeUp> halfClose() {
    return List.of(
        answering("shutdownOutput()", record -> sums(record, false, false, true)),
        answering("flush()", record -> sums(record, true, false, false)),
        answering("close()", record -> sums(record, false, true, false)),
        answering(CANNOT_TELL, record -> sums(record, true, true, false)));
  }

  private static void sums(Recorder record, boolean flushed, boolean closed, boolean shut) {
    var flushing = connects("flushing client", "patient server", record);
    if (flushed) {
      flushing.reads("6");
    } else {
      flushing.peer().does("gives up: Read timed out");
    }
    var closing = connects("closing client", "lonely server", record);
    closing.peer().seesEnd();
    if (closed) {
      closing.reads("6");
    } else {
      closing.does("fails: Socket is closed");
    }
    var client = connects("client", "server", record);
    client.peer().seesEnd();
    if (shut) {
      client.reads("6");
    }
  }

  private static List<MadeUp> shortForm() {
    return List.of(
        answering(
            "nothing: it keeps waiting",
            record -> {
              connects("careless client", "patient server", record)
                  .peer()
                  .does("gives up: Read timed out");
              connects("tidy client", "server", record).peer().seesEnd();
              ports(record, "from port 40000", "from port 40000");
            }),
        answering(
            "the end, as after close()",
            record -> {
              connects("careless client", "patient server", record).peer().seesEnd();
              connects("tidy client", "server", record).peer().does("gives up: Read timed out");
              ports(record, "from port 40000", "from port 40001");
            }),
        answering(
            "an exception: the connection broke",
            record ->
                connects("careless client", "patient server", record)
                    .peer()
                    .does("fails: Connection reset")),
        answering(CANNOT_TELL, record -> connects("careless client", "patient server", record)));
  }

  private static void ports(Recorder record, String client, String server) {
    for (var how : List.of("create, bind, connect", "new Socket(address, port)")) {
      record.fact(how, client);
      record.fact(how + ", server side", server);
    }
  }

  private static List<MadeUp> backlogFull() {
    return List.of(
        answering("4", record -> backlog(record, "Linux", "connected", "refused", 4)),
        answering("3", record -> backlog(record, "Linux", "connected", "timed out", 3)),
        answering("0", record -> backlog(record, "Other", "not connected", "refused", 0)),
        answering(CANNOT_TELL, record -> backlog(record, "Linux", "connected", "refused", 4, 3)),
        answering(CANNOT_TELL, record -> backlog(record, "Linux", "connected", "refused", 7)),
        answering(CANNOT_TELL, record -> record.fact("operating system", "Linux")));
  }

  private static void backlog(
      Recorder record, String system, String afterAccept, String alone, int... connected) {
    for (var clients : connected) {
      record.sample("clients connected", "clients", "while nobody accepts", clients);
    }
    record.fact("after one accept()", afterAccept);
    record.fact("where nobody listens", alone);
    record.fact("operating system", system);
  }

  private static List<MadeUp> portAndAddress() {
    return List.of(
        answering(
            "on a free port that the kernel picks",
            record -> {
              record.fact("bind to port 0", "bound to port 40000");
              record.fact("bind to a port in use", "Address already in use");
              record.fact("bind to port 65,536", "port out of range");
              record.fact("connect to 127.0.0.1", "connected");
              record.fact("connect to 127.0.0.2", "refused");
              record.fact("bind to all, connect to 127.0.0.1", "connected");
            }),
        answering(
            "on port 0",
            record -> {
              record.fact("bind to port 0", "bound to port 0");
              record.fact("bind to a port in use", "allowed on this machine");
              record.fact("bind to port 65,536", "allowed on this machine");
              record.fact("connect to 127.0.0.1", "connected");
              record.fact("connect to 127.0.0.2", "connected");
              record.fact("bind to all, connect to 127.0.0.1", "refused");
            }),
        answering(
            "nowhere: 0 is not a port",
            record -> record.fact("bind to port 0", "Permission denied")),
        answering(CANNOT_TELL, record -> record.fact("bind to port 80, reserved", "allowed")));
  }

  private static Side connects(String client, String server, Recorder record) {
    record.turn(client, Act.CONNECTS, server);
    return new Side(client, server, record);
  }

  /// One of two that are connected.
  private record Side(String name, String other, Recorder record) {
    Side peer() {
      return new Side(other, name, record);
    }

    void writes(String text) {
      record.turn(name, Act.WRITES, other, text.getBytes(UTF_8));
    }

    void reads(String text) {
      reads(text.getBytes(UTF_8));
    }

    void reads(byte... bytes) {
      record.turn(name, Act.READS, other, bytes);
    }

    void ends() {
      record.turn(name, Act.ENDS, other);
    }

    void seesEnd() {
      record.turn(name, Act.SEES_END, other);
    }

    void does(String what) {
      record.turn(name, what);
    }
  }
}
