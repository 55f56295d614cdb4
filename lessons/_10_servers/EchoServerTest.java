package _10_servers;

import static _10_servers.RunningServer.assertReturns;
import static _10_servers.RunningServer.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _10_servers.exercise.EchoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;

/// The graded tests of EchoServer. They talk to it over real sockets, and no verdict depends on
/// time: a wait ends with what it waits for, or when nothing more is to be expected.
class EchoServerTest {
  private static final String READ_ECHO = "the contract, NetworkServer.java: Echo";
  private static final String READ_COMMANDS = "the contract, NetworkServer.java: Commands";
  private static final String READ_CLIENTS = "the contract, NetworkServer.java: Clients";
  private static final String READ_END =
      "the contract, NetworkServer.java: The end of a connection";
  private static final String READ_STOPPING = "the contract, NetworkServer.java: Stopping";

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /// More than two kernels usually keep of a connection, in bytes.
  private static final long ENDLESS = 16 << 20;

  /// What the server may keep of it, and twice as much for whatever else it needs, in bytes.
  private static final long KEPT = 3 << 20;

  /// A part of a long line.
  private static final String LINE = "x".repeat(65_536);

  /// Clients that stay, as many as the contract says.
  private static final int ALL = 500;

  /// So many connect before any of them says something.
  private static final int AT_ONCE = 25;

  /// So many descriptors more or less may be the JVM's own.
  private static final int SOME = 50;

  private final ConcurrentLinkedQueue<AutoCloseable> opened = new ConcurrentLinkedQueue<>();

  /// Whatever went wrong, it is no business of the next test.
  @AfterEach
  void closeAll() throws InterruptedException {
    Thread.interrupted();
    var closing =
        Thread.ofPlatform().daemon().name("workbook: closes all").start(this::closeEverything);
    Quiescence.await(() -> !closing.isAlive()); // a server's close() may not return
  }

  private void closeEverything() {
    for (var one : opened) {
      try {
        one.close();
      } catch (Exception itsOwn) {
        // The others are closed all the same.
      }
    }
    opened.clear(); // the next test counts what is in memory
  }

  @Test
  @DisplayName("what a client says comes back at once, with a newline or without")
  @Graded(points = 1, read = READ_ECHO)
  void echoesAtOnce() throws Exception {
    var server = running(ANY_PORT);
    var client = server.client();
    client.says("Hello").hears("Hello", "what comes back of \"Hello\", without a newline");
    for (var chunk : List.of("a", "b\n", "\n", "c\n\nd\n", "e\r\nf", "\r\n", "\t", "the end")) {
      client.says(chunk).hears(chunk);
    }
    server.client().says("Goodbye").hears("Goodbye");
    server.stops();

    var late = listening(ANY_PORT);
    var early = RudeClient.connect(late.address());
    opened.add(early);
    early.says("anybody there?");
    running(late);
    early.hears("anybody there?", "what a client hears that has come before serve was called");
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
    for (var pieces : EchoCommands.inPieces("quit")) {
      EchoCommands.end(server.client(), pieces);
    }
    for (var last : List.of("quit\nmore\n", "quit\nstop\n", "quit\r\nquit\r\n")) {
      var client = server.client().says(last);
      var echo = last.substring(0, last.indexOf('\n') + 1);
      client.hears(echo, "what comes back of quit, when more was said after it");
      client.hearsNoMore("what follows the echo of quit, when more was said after it");
    }
    Quiescence.comes(); // and the server would have stopped
    other.says("et\n").hears("et\n", "what comes back on another connection");
    for (var word : List.of("quit", "stop")) {
      EchoCommands.endNothing(server, word);
    }
    server.stops();
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
    Quiescence.comes(); // and the server would have stopped
    var rude = server.client();
    rude.saysWithoutReading(300_000);
    rude.endsItsOutput();
    rude.hearsTheSequence("300,000 bytes are said, then the output is ended, then all is read");
    rude.hearsTheEnd("what follows 300,000 bytes");
    server.client().says("still there?").hears("still there?");
    server.stops();
  }

  @Test
  @DisplayName("five hundred clients stay and are served; while they're silent, all threads sleep")
  @Graded(points = 1, read = READ_CLIENTS)
  void manyAtOnce() throws Exception {
    var server = running(ANY_PORT);
    var clients = new ArrayList<RudeClient>();
    for (var all = Math.min(ALL, ProcessResources.connectionsLeft() - AT_ONCE);
        clients.size() < all; ) {
      var next = Stream.generate(server::client).limit(AT_ONCE).toList();
      allSay("hello", next);
      clients.addAll(next);
    }
    allSay("again\n", clients.reversed());
    assertTrue(
        Quiescence.comes(),
        "all clients are silent, and yet a thread of the server computes all the time");
    clients.getFirst().says("quit\n").hears("quit\n").hearsTheEnd("what follows quit");
    clients.getLast().says("stays").hears("stays");
    server.stops();
  }

  private static void allSay(String text, List<RudeClient> clients) throws Exception {
    for (var client : clients) {
      client.says(text);
    }
    for (var client : clients) {
      client.hears(text, "500 clients stay; what one of them hears");
    }
  }

  @Test
  @DisplayName("clients that break their connections harm nobody, and no connection stays open")
  @Graded(points = 1, read = READ_END)
  void resets() throws Exception {
    var server = running(ANY_PORT);
    var polite = server.client().says("hello\n").hears("hello\n");
    server.client().says("hello").hears("hello").resets();
    Quiescence.comes(); // and the server has noticed
    polite.says("and you?\n").hears("and you?\n", "what a polite client hears after a rude one");
    var before = ProcessResources.descriptors();
    for (var time = 0; time < SOME; time++) {
      server.client().resets();
      server.client().says("hello").hears("hello").resets();
      server.client().says("hello").resets();
      server.client().says("hello").hears("hel").close();
      server.client().endsItsOutput().close();
      server.client().says("qui").endsItsOutput().resets();
      server.client().says("quit\n").hears("quit\n").hearsTheEnd("what follows quit");
      server.client().endsItsOutput().hearsTheEnd("what a client gets that ends its output");
      polite.says("and you?\n").hears("and you?\n", "what a polite client hears among rude ones");
    }
    server.client().says("hello").hears("hello", "what a new client hears after rude ones");
    var theirs = 2 * SOME; // the last two of each round stay open where they are
    if (!Quiescence.await(() -> ProcessResources.descriptors() < before + theirs + SOME)) {
      fail("400 clients have left, and many of their connections are still open in the server");
    }
    polite.says("quit\n").hears("quit\n").hearsTheEnd("what follows quit");
    server.stops();
  }

  @Test
  @DisplayName("a client that never reads, or ends no line, fills no memory and harms nobody")
  @Graded(points = 1, read = READ_CLIENTS)
  void neverReads() throws Exception {
    var server = running(ANY_PORT);
    var polite = server.client().says("hello\n").hears("hello\n");
    var rude = server.client();
    var calls = ProcessResources.calls();
    polite.says(LINE).hears(LINE, "what comes back of 65,536 bytes");
    assertTrue(ProcessResources.calls() - calls < 20_000, "a line goes byte by byte");
    var before = ProcessResources.memory();
    rude.saysWithoutReading(ENDLESS);
    assertTrue(
        Quiescence.comes(),
        "a client does not read, and so a thread of the server computes all the time");
    assertTrue(
        ProcessResources.memory() < before + KEPT,
        "a client says megabytes and reads nothing, and the server keeps them in its memory");
    for (var said = 0; said < 2 * KEPT; said += LINE.length()) {
      polite.says(LINE).hears(LINE, "what comes back of a line of megabytes");
    }
    assertTrue(ProcessResources.memory() < before + KEPT, "a line of megabytes is kept in memory");
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
    var address = server.server().address();
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
    server.assertIsInterrupted("no");
    assertRefuses(address, "connecting to a server that has stopped");
    server.closes();
    assertPortIsFree("stop");
    for (var pieces : EchoCommands.inPieces("stop")) {
      var another = running(ANY_PORT);
      EchoCommands.end(another.client(), pieces);
      another.ends("a client said " + EchoCommands.shown(pieces));
    }
  }

  private static void assertRefuses(InetSocketAddress address, String what) {
    assertThrows(IOException.class, () -> RudeClient.connect(address).close(), what);
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
      Quiescence.await(() -> RunningServer.isFree(first.server().address()));
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
    var deaf = server.client();
    deaf.saysWithoutReading(ENDLESS);
    var address = server.server().address();
    var closing = IntStream.range(0, 4).mapToObj(_ -> started("close", server.server()::close));
    for (var one : closing.toList()) {
      assertReturns(one, "close");
    }
    client.isShownOut("the server is closed, and a client");
    deaf.isShownOut("the server is closed, and a client that did not read");
    server.ends("it was closed");
    server.assertIsInterrupted("no");
    server.closes();
    assertTrue(address.equals(server.server().address()), "the address of a closed server");
    assertPortIsFree("close");

    var another = running(ANY_PORT);
    var guest = another.client().says("hello").hears("hello");
    another.closesInterrupted();
    guest.isShownOut("an interrupted thread has closed the server, and a client");
    another.ends("an interrupted thread has closed it");

    var unused = listening(ANY_PORT);
    var waiting = RudeClient.connect(unused.address());
    opened.add(waiting);
    assertReturns(started("close", unused::close), "close, when nobody had called serve,");
    waiting.isShownOut("a server that never served was closed, and a client");
    assertRefuses(unused.address(), "connecting to a server that was closed before it served");
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
    assertTrue(address.getAddress().isLoopbackAddress(), "whether it says where it listens");
    var elsewhere = new InetSocketAddress("127.0.0.2", address.getPort());
    assertRefuses(elsewhere, "connecting to another address of this machine than it was told");
    var before = ProcessResources.descriptors();
    for (var time = 0; time < 2 * SOME; time++) {
      assertThrows(IOException.class, () -> listening(address), "a port that another one has");
    }
    if (!Quiescence.await(() -> ProcessResources.descriptors() < before + SOME)) {
      fail("100 constructors have thrown, and each has left something open");
    }
    var client = server.client().says("hello").hears("hello");
    server.interrupt();
    client.isShownOut("the thread in serve was interrupted, and a client");
    server.ends("its thread was interrupted");
    server.assertIsInterrupted("yes");
    assertTrue(address.equals(server.server().address()), "the address after an interrupt");

    var early = listening(ANY_PORT);
    var call = RunningServer.startInterrupted(early);
    opened.add(call);
    call.ends("its thread was interrupted before");
    call.assertIsInterrupted("yes");
    assertRefuses(early.address(), "connecting to a server whose thread was interrupted");
  }

  private RunningServer running(InetSocketAddress at) throws IOException {
    return running(listening(at));
  }

  private RunningServer running(EchoServer listening) {
    var server = RunningServer.start(listening);
    opened.add(server);
    return server;
  }

  private EchoServer listening(InetSocketAddress at) throws IOException {
    var server = new EchoServer(at);
    opened.add(server);
    return server;
  }
}
