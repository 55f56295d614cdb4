package _10_servers;

import static _10_servers.RunningServer.assertReturns;
import static _10_servers.RunningServer.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _10_servers.exercise.EchoServer;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;

/// The graded tests of EchoServer. They talk to it over real sockets, and no verdict depends on
/// time: a wait ends with what it waits for, or when all threads are asleep.
class EchoServerTest {
  private static final String READ_ECHO = "the contract, NetworkServer.java: Echo";
  private static final String READ_COMMANDS = "the contract, NetworkServer.java: Commands";
  private static final String READ_CLIENTS = "the contract, NetworkServer.java: Clients";
  private static final String READ_END =
      "the contract, NetworkServer.java: The end of a connection";
  private static final String READ_STOPPING = "the contract, NetworkServer.java: Stopping";

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /// More than two kernels keep of a connection, in bytes.
  private static final long ENDLESS = 64 << 20;

  /// So many descriptors more or less may be the JVM's own.
  private static final int SOME = 50;

  private final ConcurrentLinkedQueue<AutoCloseable> opened = new ConcurrentLinkedQueue<>();

  /// Whatever went wrong, it is no business of the next test.
  @AfterEach
  void closeAll() throws InterruptedException {
    Thread.interrupted();
    var closing =
        Thread.ofPlatform().daemon().name("workbook: closes all").start(this::closeEverything);
    RudeClient.await(() -> !closing.isAlive()); // a server's close() may not return
  }

  private void closeEverything() {
    for (var one : opened) {
      try {
        one.close();
      } catch (Exception itsOwn) {
        // The others are closed all the same.
      }
    }
  }

  @Test
  @DisplayName("what a client says comes back at once, with a newline or without")
  @Graded(points = 1, read = READ_ECHO)
  void echoesAtOnce() throws Exception {
    var server = running(ANY_PORT);
    var client = server.client();
    client.says("Hello").hears("Hello", "what comes back of \"Hello\", without a newline");
    for (var chunk :
        List.of("a", "b\n", "\n", "c\n\nd\n", "e\r\nf", " ", "\r\n", "\t", "the end")) {
      client.says(chunk).hears(chunk);
    }
    server.client().says("Goodbye").hears("Goodbye");
    server.stops();
  }

  @Test
  @DisplayName("bytes come back as they are, whether they are text or not")
  @Graded(points = 1, read = READ_ECHO)
  void bytesNotText() throws Exception {
    var server = running(ANY_PORT);
    var client = server.client();
    for (var one : "ß日😀".getBytes(UTF_8)) {
      var piece = new byte[] {one};
      client.says(piece).hears(piece, "what comes back of a byte that is a part of a letter");
    }
    for (var number : List.of(0x00, 0xff, 0x80, 0x1a, 0x04)) {
      var piece = new byte[] {number.byteValue()};
      client.says(piece).hears(piece, "what comes back of byte " + number);
    }
    var all = new byte[512];
    for (var at = 0; at < all.length; at++) {
      all[at] = (byte) (at < 256 ? at : 511 - at);
    }
    client.says(all).hears(all, "what comes back of every byte there is, up and down");
    client.says("Grüße, 日本!\r\n").hears("Grüße, 日本!\r\n");
    server.stops();
  }

  @Test
  @DisplayName("a line quit, in whatever pieces, ends this connection; nothing similar does")
  @Graded(points = 1, read = READ_COMMANDS)
  void commands() throws Exception {
    var server = running(ANY_PORT);
    var other = server.client().says("qu").hears("qu");
    for (var pieces :
        List.of(
            List.of("quit\n"),
            List.of("quit\r\n"),
            List.of("hi\n\nquit\n"),
            List.of("hi", "\nquit\r\n"),
            List.of("qu", "it\n"),
            List.of("quit", "\n"),
            List.of("q", "u", "i", "t", "\r", "\n"),
            List.of("x".repeat(40_000), "\nqui", "t\n"))) {
      var client = server.client();
      for (var piece : pieces) {
        client.says(piece).hears(piece, "what comes back of " + told(pieces));
      }
      client.hearsTheEnd("what follows the echo of " + told(pieces));
    }
    for (var last : List.of("quit\nmore\n", "quit\nstop\n")) {
      var client = server.client().says(last).hears("quit\n");
      client.hearsNoMore("what follows the echo of \"quit\\n\", when more was said after it");
    }
    other.says("et\n").hears("et\n", "what comes back on another connection");
    nothingElseIsACommand(server);
    server.stops();
  }

  private static String told(List<String> pieces) {
    var text = pieces.toString().replace("\n", "\\n").replace("\r", "\\r");
    return pieces.getFirst().length() > 10 ? "a long line, then \"quit\\n\"" : text;
  }

  private static void nothingElseIsACommand(RunningServer server) throws Exception {
    var client = server.client();
    for (var word : List.of("quit", "stop")) {
      for (var line :
          List.of(
              "%s now\n",
              "%ss\n",
              " %s\n",
              "%s \n",
              "non%s\n",
              "%S\n",
              "%s\r\r\n",
              "\r%s\n",
              "%s\0\n",
              "%1$s%1$s\n",
              "%s\t\r\n",
              "\"%s\"\n")) {
        var text = line.formatted(word);
        client.says(text).hears(text);
      }
      for (var piece : List.of("x", word + "\n", word, "\r", "\r\n", word, " and go on\n")) {
        client.says(piece).hears(piece);
      }
      client
          .says("x".repeat(20_000))
          .hears("x".repeat(20_000))
          .says(word + "\n")
          .hears(word + "\n");
      var ann = server.client().says(word.substring(0, 2)).hears(word.substring(0, 2));
      var bob = server.client().says(word.substring(2) + "\n").hears(word.substring(2) + "\n");
      ann.says("!\n").hears("!\n", "what comes back when two clients say half a command each");
      bob.says("!\n").hears("!\n", "what comes back when two clients say half a command each");
    }
  }

  @Test
  @DisplayName("a client that has ended its output still gets its echo, and then the end")
  @Graded(points = 1, read = READ_END)
  void halfClose() throws Exception {
    var server = running(ANY_PORT);
    var silent = server.client().endsItsOutput();
    silent.hearsTheEnd("what a client gets that says nothing and ends its output");
    for (var last : List.of("one\ntwo", "quit", "stop\r")) {
      var client = server.client().says(last).endsItsOutput();
      client.hears(last, "what comes back of bytes without a newline, then an end");
      client.hearsTheEnd("what follows the echo of bytes without a newline");
    }
    allSleep(); // and the server would have stopped
    var rude = server.client();
    rude.saysWithoutReading(300_000);
    rude.endsItsOutput();
    rude.hearsTheSequence("300,000 bytes are said, then the output is ended, then all is read");
    rude.hearsTheEnd("what follows 300,000 bytes");
    server.client().says("still there?").hears("still there?");
    server.stops();
  }

  @Test
  @DisplayName("two hundred clients stay and are served; while they're silent, all threads sleep")
  @Graded(points = 1, read = READ_CLIENTS)
  void manyAtOnce() throws Exception {
    var server = running(ANY_PORT);
    var clients = new ArrayList<RudeClient>();
    for (var number = 0; number < 200; number++) {
      var client = server.client();
      client.says("hello").hears("hello", "200 clients stay; what one of them hears");
      clients.add(client);
    }
    for (var client : clients.reversed()) {
      client.says("again\n").hears("again\n", "200 clients stay; what one of them hears");
    }
    allSleep();
    clients.getFirst().says("quit\n").hears("quit\n").hearsTheEnd("what follows quit");
    clients.getLast().says("stays").hears("stays");
    server.stops();
  }

  @Test
  @DisplayName("clients that break their connections harm nobody, and no connection stays open")
  @Graded(points = 1, read = READ_END)
  void resets() throws Exception {
    var server = running(ANY_PORT);
    var polite = server.client().says("hello\n").hears("hello\n");
    server.client().says("hello").hears("hello").resets();
    allSleep(); // and the server has noticed
    polite.says("and you?\n").hears("and you?\n", "what a polite client hears after a rude one");
    var before = openFiles();
    for (var time = 0; time < 50; time++) {
      server.client().resets();
      server.client().says("hello").hears("hello").resets();
      server.client().says("hello").resets();
      server.client().says("hello").hears("hel").close();
      server.client().endsItsOutput().close();
      server.client().says("qui").endsItsOutput().resets();
      polite.says("and you?\n").hears("and you?\n", "what a polite client hears among rude ones");
    }
    server.client().says("hello").hears("hello", "what a new client hears after rude ones");
    if (!RudeClient.await(() -> openFiles() < before + SOME)) {
      fail("300 clients have left, and many of their connections are still open in the server");
    }
    polite.says("quit\n").hears("quit\n").hearsTheEnd("what follows quit");
    server.stops();
  }

  @Test
  @DisplayName("a client that never reads neither fills the memory nor harms anybody")
  @Graded(points = 1, read = READ_CLIENTS)
  void neverReads() throws Exception {
    var server = running(ANY_PORT);
    var polite = server.client().says("hello\n").hears("hello\n");
    var rude = server.client();
    if (rude.saysWithoutReading(ENDLESS) == ENDLESS) {
      fail("a client reads nothing, and yet the server has taken 64 MB from it");
    }
    polite.says("and I?").hears("and I?", "what others hear while a client never reads");
    server.client().says("me, too").hears("me, too", "what others hear while a client never reads");
    rude.endsItsOutput();
    rude.hearsTheSequence("a client that didn't read for a long time");
    rude.hearsTheEnd("what a client gets after all the bytes that it didn't read for a long time");
    server.stops();
  }

  @Test
  @DisplayName("a line stop ends the server for everybody, and its port is free")
  @Graded(points = 1, read = READ_STOPPING)
  void stop() throws Exception {
    var server = running(ANY_PORT);
    var silent = server.client().says("hello").hears("hello");
    var half = server.client().says("sto").hears("sto");
    var deaf = server.client();
    deaf.saysWithoutReading(ENDLESS);
    var stranger = server.client();
    var last = server.client().says("hi\nst").hears("hi\nst");
    last.says("op\r\n").hears("op\r\n", "what comes back of the command stop");
    last.hearsTheEnd("what follows the echo of the command stop");
    silent.isShownOut("the server has stopped, and a silent client");
    half.isShownOut("the server has stopped, and a client in the middle of a line");
    deaf.isShownOut("the server has stopped, and a client that did not read");
    stranger.isShownOut("the server has stopped, and a client that had said nothing");
    server.ends("a client said stop");
    assertRefuses(server.server(), "connecting to a server that has stopped");
    server.closes();
    assertPortIsFree("stop");
  }

  private static void assertRefuses(NetworkServer server, String what) {
    assertThrows(IOException.class, () -> RudeClient.connect(server.address()).close(), what);
  }

  /// A port that is free may be taken by somebody else: so it asks three times.
  private void assertPortIsFree(String after) throws Exception {
    for (var time = 1; ; time++) {
      var first = running(ANY_PORT);
      var client = first.client().says("one\n").hears("one\n");
      if (after.equals("stop")) {
        client.says("stop\n").hears("stop\n").hearsTheEnd("what follows stop");
      } else {
        first.closes();
      }
      first.ends("it was stopped");
      RudeClient.await(() -> RunningServer.isFree(first.server().address()));
      try {
        var second = running(first.server().address());
        second.client().says("two").hears("two", "what a second server says on the same port");
        second.stops();
        return;
      } catch (IOException taken) {
        if (time == 3) {
          fail("the server has stopped, and a new one cannot listen on its port: " + taken);
        }
      }
    }
  }

  @Test
  @DisplayName("close ends the server: before it serves, in the middle, twice, from many threads")
  @Graded(points = 1, read = READ_STOPPING)
  void close() throws Exception {
    var server = running(ANY_PORT);
    var client = server.client().says("hello").hears("hello");
    var address = server.server().address();
    var closing = IntStream.range(0, 4).mapToObj(_ -> started("close", server.server()::close));
    for (var one : closing.toList()) {
      assertReturns(one, "close");
    }
    client.isShownOut("the server is closed, and a client");
    server.ends("it was closed");
    server.closes();
    assertEquals(address, server.server().address(), "the address of a closed server");
    assertPortIsFree("close");

    var unused = listening(ANY_PORT);
    var waiting = RudeClient.connect(unused.address());
    opened.add(waiting);
    assertReturns(started("close", unused::close), "close, when nobody had called serve,");
    waiting.isShownOut("a server that never served was closed, and a client");
    assertRefuses(unused, "connecting to a server that was closed before it served");
    assertReturns(started("serve", unused::serve), "serve of a closed server");
  }

  @Test
  @DisplayName("an interrupt ends it, and an address that it can't have is refused")
  @Graded(points = 1, read = "the contract, NetworkServer.java: serve, the constructor")
  void interruptsAndAddresses() throws Exception {
    assertThrows(NullPointerException.class, () -> listening(null), "the address null");
    var server = running(ANY_PORT);
    var address = server.server().address();
    assertNotEquals(0, address.getPort(), "the port that the server says it listens on");
    assertTrue(address.getAddress().isLoopbackAddress(), "whether it listens where it should");
    var before = openFiles();
    for (var time = 0; time < 2 * SOME; time++) {
      assertThrows(IOException.class, () -> listening(address), "a port that another one has");
    }
    if (!RudeClient.await(() -> openFiles() < before + SOME)) {
      fail("100 constructors have thrown, and each has left something open");
    }
    var client = server.client().says("hello").hears("hello");
    server.interrupt();
    client.isShownOut("the thread in serve was interrupted, and a client");
    server.ends("its thread was interrupted");
    assertEquals(
        "yes", server.interruptedAfter(), "whether the thread is still interrupted after serve");

    var early = listening(ANY_PORT);
    var call = RunningServer.startInterrupted(early);
    opened.add(call);
    call.ends("its thread was interrupted before");
    assertEquals(
        "yes", call.interruptedAfter(), "whether the thread is still interrupted after serve");
    assertRefuses(early, "connecting to a server whose thread was interrupted");
  }

  /// Waits until all threads are asleep.
  private static void allSleep() throws InterruptedException {
    RudeClient.await(() -> false);
  }

  private RunningServer running(InetSocketAddress at) throws IOException {
    var server = RunningServer.start(listening(at));
    opened.add(server);
    return server;
  }

  private EchoServer listening(InetSocketAddress at) throws IOException {
    var server = new EchoServer(at);
    opened.add(server);
    return server;
  }

  /// How many descriptors this process has; 0 where the system does not tell.
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
