package _08_timeouts;

import static _08_timeouts.Peer.deaf;
import static _08_timeouts.Peer.defect;
import static _08_timeouts.Peer.drips;
import static _08_timeouts.Peer.ends;
import static _08_timeouts.Peer.hears;
import static _08_timeouts.Peer.interrupts;
import static _08_timeouts.Peer.nothing;
import static _08_timeouts.Peer.refuses;
import static _08_timeouts.Peer.resets;
import static _08_timeouts.Peer.says;
import static _08_timeouts.PretendNetwork.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import _08_timeouts.Caller.BackOff;
import _08_timeouts.Caller.Limits;
import _08_timeouts.Caller.Question;
import _08_timeouts.Caller.Time;
import _08_timeouts.exercise.PatientClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;

/// The graded tests of PatientClient. A pizzeria is called.
///
/// Time is the [PretendNetwork]'s own: minutes pass at once. Where sockets of this machine are
/// used, a right answer waits for nothing.
class PatientClientTest {
  private static final Question PRICE = new Question("price margherita", true);
  private static final Question ORDER = new Question("order margherita", false);
  private static final InetSocketAddress PIZZERIA =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);

  /// Where the total is not the subject, it is never reached.
  private static final Limits LIMITS = new Limits(ofSeconds(20), ofSeconds(30), ofMinutes(30));

  /// For real sockets: no machine is so slow that it needs it.
  private static final Limits AMPLE = new Limits(ofHours(1), ofHours(1), ofHours(1));

  private static final BackOff BACK_OFF = new BackOff(5, ofMillis(100), ofMillis(250));

  /// How much the whole milliseconds of a socket may add or take away.
  private static final Duration ROUNDING = ofMillis(1);

  @AfterEach
  void anInterruptIsNoneOfTheNextTest() {
    Thread.interrupted();
  }

  @Test
  @DisplayName("one question, one answer, whatever it says")
  @Graded(points = 1, read = "the contract, Caller.java")
  void oneAnswer() throws Exception {
    try (var pizzeria = new Pizzeria("8 €\n")) {
      var client = new PatientClient(AMPLE, BACK_OFF, pizzeria.clients, Time.REAL);
      var answer = client.ask(pizzeria.address(), PRICE);
      assertEquals("8 €", answer, "the answer to \"price margherita\"");
      assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "what the pizzeria has heard");
    }
    var network = new PretendNetwork(hears(says("sold out\n")), hears(says("ordered\n")));
    assertAnswer("sold out", network, ORDER, "the answer to \"order margherita\"");
    assertEquals(1, network.connections(), "connections after the answer \"sold out\"");
    assertAnswer("", new PretendNetwork(hears(says("\n"))), PRICE, "an empty answer");
    var story = new PretendNetwork(hears(says("x".repeat(10_000) + "\n")));
    assertEquals(10_000, ask(story, PRICE).length(), "letters of a long answer");
  }

  @Test
  @DisplayName("connect() waits as long as it may, not forever")
  @Graded(points = 1, read = "lesson 08, \"No room in the queue\"")
  void connecting() throws Exception {
    var network = new PretendNetwork(deaf(), hears(says("8 €\n")));
    assertAnswer("8 €", network, PRICE, "the answer at the second attempt");
    assertPassed(ofMillis(20_100), network, "20 s for connect(), 0.1 s of pause");
  }

  @Test
  @DisplayName("read() waits as long as it may for the next bytes, not forever")
  @Graded(points = 1, read = "lesson 08, \"Nobody accepts\"")
  void reading() throws Exception {
    var silent = new PretendNetwork(hears());
    assertNoAnswer(silent, ORDER, "the pizzeria says nothing");
    assertPassed(ofSeconds(30), silent, "the pizzeria says nothing, and read() may wait for 30 s");
    var half = new PretendNetwork(hears(says(ofSeconds(10), "8")));
    assertNoAnswer(half, ORDER, "the pizzeria says \"8\" after 10 s, and then nothing");
    assertPassed(ofSeconds(40), half, "10 s until \"8\", then 30 s for read()");
    var slow = new PretendNetwork(hears(says(ofSeconds(20), "8"), says(ofSeconds(20), " €\n")));
    assertAnswer("8 €", slow, ORDER, "an answer in two pieces, 20 s for each");
  }

  @Test
  @DisplayName("an end or a reset before the newline is no answer: it is asked again")
  @Graded(points = 1, read = "lesson 08, \"Four ways to hear no\"")
  void halfAnAnswer() throws Exception {
    var network =
        new PretendNetwork(
            hears(ends()), hears(says("8"), ends()), hears(resets()), hears(says("8 €\n")));
    assertAnswer("8 €", network, PRICE, "the answer after nothing, \"8\", and a reset");
    assertEquals(4, network.connections(), "connections until there was an answer");
    assertNoAnswer(new PretendNetwork(hears(ends())), ORDER, "the connection ends at once");
    var half = new PretendNetwork(hears(says("8"), ends()));
    assertNoAnswer(half, PRICE, "each time the connection ends after \"8\"");
    assertEquals(5, half.connections(), "connections that ended after \"8\"; 5 attempts allowed");
  }

  @Test
  @DisplayName("what must not be heard twice is asked again only if it was not heard at all")
  @Graded(points = 1, read = "lesson 08, \"Two questions, one connection\"")
  void repeatedIfItMayBe() throws Exception {
    var closed = new PretendNetwork(refuses(), deaf(), hears(says("ordered\n")));
    assertAnswer("ordered", closed, ORDER, "refused, and nobody there, and then an answer");
    for (var no : List.of(ends(), resets(), nothing(), says("or"))) {
      var network = new PretendNetwork(hears(no, ends()), hears(says("ordered\n")));
      try {
        ask(network, ORDER);
      } catch (IOException expected) {
        // How often was it heard?
      }
      assertEquals(
          List.of("order margherita"),
          network.heard(),
          "what was ordered, when the first connection broke");
    }
    var defective = new PretendNetwork(defect(), hears(says("8 €\n")));
    try {
      fail("a RuntimeException from connect(), and ask returned " + shown(ask(defective, PRICE)));
    } catch (IllegalStateException expected) {
      assertEquals(1, defective.connections(), "attempts, though the first met a defect");
    }
  }

  @Test
  @DisplayName("pauses double up to the longest; the last failure is followed by none")
  @Graded(points = 1, read = "the contract, Caller.java: BackOff")
  void backingOff() throws Exception {
    var five = new PretendNetwork(refuses());
    assertNoAnswer(five, PRICE, "all 5 attempts are refused");
    assertEquals(5, five.connections(), "attempts, each refused");
    assertEquals("[0.1 s, 0.2 s, 0.25 s, 0.25 s]", five.pauses(), "pauses between 5 attempts");
    var one = new PretendNetwork(refuses());
    assertNoAnswer(client(one, LIMITS, new BackOff(1, ofMillis(1), ofMillis(1))), "1 attempt");
    assertEquals("1 attempts, pauses []", one.connections() + " attempts, pauses " + one.pauses());
    var many = new PretendNetwork(refuses());
    assertNoAnswer(client(many, LIMITS, new BackOff(100, ofMillis(1), ofMillis(3))), "100");
    var pauses = Stream.concat(Stream.of(1, 2), Collections.nCopies(97, 3).stream());
    assertEquals(
        pauses.map(pause -> told(ofMillis(pause))).toList().toString(),
        many.pauses(),
        "pauses between 100 attempts, the first of 1 ms, the longest of 3 ms");
  }

  @Test
  @DisplayName("all attempts and pauses together have one limit")
  @Graded(points = 1, read = "lesson 08, \"A byte now and then\"")
  void inAll() throws Exception {
    var cut = new PretendNetwork(deaf());
    assertNoAnswer(within(ofSeconds(30), cut), "nobody is there, 30 s in all");
    assertPassed(
        ofSeconds(30), cut, "20 s for connect(), 0.1 s of pause, and what was left of 30 s");
    var vain = new PretendNetwork(deaf());
    assertNoAnswer(within(ofMillis(40_250), vain), "nobody is there, 40.25 s in all");
    assertEquals("[0.1 s]", vain.pauses(), "pauses: after 40.1 s the next, 0.2 s, leaves nothing");
    var silent = new PretendNetwork(hears());
    assertNoAnswer(within(ofSeconds(25), silent), "silence, 25 s in all");
    assertPassed(ofSeconds(25), silent, "read() may wait for 30 s, but there are 25 s in all");
    var little = new PretendNetwork(deaf());
    var nearly = ofMillis(20_100).plusNanos(500_000);
    assertNoAnswer(within(nearly, little), "half a millisecond is left after the pause");
    assertPassed(nearly, little, "half a millisecond was left after the pause");
    var late = new PretendNetwork(refuses(), deaf()).oversleeping(ofSeconds(10));
    assertNoAnswer(within(ofSeconds(5), late), "a pause of 0.1 s lasts 10.1 s, and 5 s were given");
    assertPassed(ofMillis(10_100), late, "after the pause there was no time left");

    var again = new PretendNetwork(hears(says("8 €\n")));
    var client = within(ofMinutes(1), again);
    assertEquals("8 €", client.ask(PIZZERIA, PRICE), "the answer to the first question");
    again.pause(ofMinutes(2));
    assertEquals("8 €", client.ask(PIZZERIA, PRICE), "the same question, two minutes later");
  }

  @Test
  @DisplayName("an answer that comes in drips has the same limit in total")
  @Graded(points = 1, read = "lesson 08, \"A byte now and then\"")
  void dripping() throws Exception {
    var drip = new PretendNetwork(drips(ofSeconds(10)));
    assertNoAnswer(within(ofSeconds(105), drip), "a byte every 10 s, 105 s in all");
    assertPassed(ofSeconds(105), drip, "a byte every 10 s, 105 s in all");
    var nearly = ofSeconds(20).plusNanos(500_000);
    var little = new PretendNetwork(hears(says(ofSeconds(20), "8")));
    assertNoAnswer(within(nearly, little), "half a millisecond is left after the first byte");
    assertPassed(nearly, little, "half a millisecond was left after the first byte");
  }

  @Test
  @DisplayName("an interrupted thread does not try again, and a timeout is no interrupt")
  @Graded(points = 1, read = "lesson 08, \"Interrupt a read\"")
  void interrupted() throws Exception {
    var pausing = new PretendNetwork(refuses(), hears(says("8 €\n"))).interrupting();
    assertCalledOff(pausing, "refused, and interrupted in the pause");
    var reading = new PretendNetwork(hears(interrupts()), hears(says("8 €\n")));
    assertCalledOff(reading, "interrupted while it read");
    var silent = new PretendNetwork(hears());
    assertNoAnswer(silent, ORDER, "the pizzeria says nothing");
    assertFalse(Thread.interrupted(), "nobody interrupted the thread, and now it says so");
  }

  @Test
  @DisplayName("every socket is closed, whatever happens, and before a pause")
  @Graded(points = 1, read = "lesson 07, \"Closed on every way out?\"")
  void closed() throws Exception {
    assertClosed("an answer", hears(says("8 €\n")));
    assertClosed("an answer at the second attempt", hears(ends()), hears(says("8 €\n")));
    assertClosed("half an answer", hears(says("8"), ends()));
    assertClosed("a reset", hears(resets()));
    assertClosed("silence", hears());
    assertClosed("nobody there", deaf());
    assertClosed("an interrupt", hears(interrupts()));
    assertClosed("a RuntimeException", defect());
    try (var pizzeria = new Pizzeria("8", "8 €\n")) {
      Time watching =
          new Time() {
            @Override
            public long nanoTime() {
              return 0;
            }

            @Override
            public void pause(Duration howLong) {
              assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "heard at first");
            }
          };
      var client = new PatientClient(AMPLE, BACK_OFF, pizzeria.clients, watching);
      assertEquals("8 €", client.ask(pizzeria.address(), PRICE), "the answer after half of one");
      assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "heard at last");
    }
  }

  private static Caller client(PretendNetwork network, Limits limits, BackOff backOff) {
    return new PatientClient(limits, backOff, network, network);
  }

  private static Caller within(Duration total, PretendNetwork network) {
    return client(network, new Limits(LIMITS.connect(), LIMITS.read(), total), BACK_OFF);
  }

  private static String ask(PretendNetwork network, Question question)
      throws IOException, InterruptedException {
    return client(network, LIMITS, BACK_OFF).ask(PIZZERIA, question);
  }

  private static void assertAnswer(
      String expected, PretendNetwork network, Question question, String when)
      throws InterruptedException {
    try {
      assertEquals(expected, ask(network, question), when);
    } catch (IOException failure) {
      fail(when + ": expected \"" + expected + "\", but ask threw " + failure);
    }
  }

  private static void assertNoAnswer(PretendNetwork network, Question question, String when)
      throws InterruptedException {
    assertNoAnswer(client(network, LIMITS, BACK_OFF), question, when);
  }

  private static void assertNoAnswer(Caller client, String when) throws InterruptedException {
    assertNoAnswer(client, PRICE, when);
  }

  private static void assertNoAnswer(Caller client, Question question, String when)
      throws InterruptedException {
    try {
      var answer = client.ask(PIZZERIA, question);
      fail(when + ": expected an IOException, but ask returned " + shown(answer));
    } catch (IOException expected) {
      // There was no answer, and the client says so.
    }
  }

  private static void assertCalledOff(PretendNetwork network, String when) throws IOException {
    try {
      var answer = ask(network, PRICE);
      fail(when + ": expected an InterruptedException, but ask returned " + shown(answer));
    } catch (InterruptedException expected) {
      assertEquals(1, network.connections(), "attempts; the first was " + when);
    } finally {
      Thread.interrupted();
    }
  }

  private static void assertPassed(Duration expected, PretendNetwork network, String when) {
    if (network.passed().minus(expected).abs().compareTo(ROUNDING) > 0) {
      assertEquals(told(expected), told(network.passed()), "the time that ask took: " + when);
    }
  }

  private static void assertClosed(String after, Peer... peers) {
    var network = new PretendNetwork(peers);
    try {
      ask(network, PRICE);
    } catch (Exception whatever) {
      Thread.interrupted();
    }
    assertEquals(0, network.open(), "sockets still open when ask was over, after " + after);
    assertEquals(0, network.openInPauses(), "sockets open when a pause began, after " + after);
  }

  private static String shown(String answer) {
    return answer == null ? "null" : "\"" + answer + "\"";
  }

  /// A server on this machine. It answers each connection at once, ends its side, and keeps what it
  /// hears.
  private static final class Pizzeria implements AutoCloseable {
    private final PretendNetwork clients = new PretendNetwork().ofThisMachine();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final ServerSocket listening;
    private final Thread thread;

    private Pizzeria(String... answers) throws IOException {
      listening = new ServerSocket(0, answers.length, InetAddress.getLoopbackAddress());
      thread = Thread.ofPlatform().name("pizzeria").start(() -> answer(answers));
    }

    private void answer(String... answers) {
      try {
        for (var answer : answers) {
          var connection = listening.accept();
          connections.add(connection);
          connection.getOutputStream().write(answer.getBytes(UTF_8));
          connection.shutdownOutput();
        }
      } catch (SocketException closed) {
        // The test is over.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private InetSocketAddress address() {
      return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /// What came on the oldest connection, which must have been closed by its client.
    private String heardByTheEnd() {
      assertEquals(0, clients.open(), "sockets that ask had done with and did not close");
      try (var connection = connections.remove()) {
        return new String(connection.getInputStream().readAllBytes(), UTF_8); // the end is coming
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws Exception {
      listening.close();
      thread.join();
      for (var connection : connections) {
        connection.close();
      }
    }
  }
}
