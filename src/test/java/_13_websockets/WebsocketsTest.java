package _13_websockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _13_websockets.lab.Audience;
import _13_websockets.lab.Loopback;
import _13_websockets.lab.RawClient;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.handshake.ClientHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Await;

/// Whatever one client does, the others go on.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WebsocketsTest {
  private static final int ANN = 0;
  private static final int BOB = 1;
  private static final byte[] MASK = {0, 0, 0, 0};

  private final ChatServer chat = new ChatServer(Loopback.anyPort(), () -> {});
  private Audience people;

  @BeforeEach
  void annAndBobJoin() throws Exception {
    chat.open();
    people = new Audience(chat.address());
    people.join(2);
    people.say(ANN, "Ann");
    people.awaitHeard("Ann has joined.", ANN);
    people.say(BOB, "Bob");
    people.awaitHeard("Bob has joined.", ANN, BOB);
  }

  @AfterEach
  void everybodyLeaves() {
    people.close();
    chat.close();
  }

  private void theyStillTalk(String text) throws Exception {
    people.say(ANN, text);
    people.awaitHeard("Ann: " + text, ANN, BOB);
  }

  @Test
  void aPortInUseIsRefusedInPlainWords() throws Exception {
    var taken = new ChatServer(chat.address(), () -> {});
    var refused = assertThrows(IOException.class, taken::open);
    assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
    assertThrows(IOException.class, () -> new ChatService(chat.address()));
    theyStillTalk("still here");
  }

  @ParameterizedTest
  @CsvSource({
    "1002, an opcode that does not exist, 83 80 00 00 00 00",
    "1002, a bit that nobody has agreed on, C1 80 00 00 00 00",
    "1007, a text that is not UTF-8, 81 82 00 00 00 00 C3 28",
    "1009, a message of 70000 bytes, 81 FF 00 00 00 00 00 01 11 70 00 00 00 00"
  })
  void aBadFrameEndsItsOwnConnectionOnly(int code, String what, String frame) throws Exception {
    try (var rude = new RawClient(chat.address())) {
      rude.send(HexFormat.ofDelimiter(" ").parseHex(frame));
      var answer = rude.read();
      assertEquals(8, answer.opcode(), what);
      assertEquals(code, answer.closeCode(), what);
    }
    theyStillTalk("still here");
  }

  @Test
  void aMessageWithoutAnEndIsTooLongAsWell() throws Exception {
    try (var rude = new RawClient(chat.address())) {
      var piece = new byte[60_000];
      for (var opcode : List.of(1, 0)) {
        rude.send((byte) (int) opcode, (byte) 0xFE, (byte) (60_000 >> 8), (byte) 60_000);
        rude.send(MASK);
        rude.send(piece);
      }
      assertEquals(1009, rude.read().closeCode());
    }
    theyStillTalk("still here");
  }

  /// RFC 6455 wants the server to end the connection. The library lets it pass.
  @Test
  void aFrameWithoutAMaskHarmsNobody() throws Exception {
    try (var rude = new RawClient(chat.address())) {
      rude.send(HexFormat.of().parseHex("8102" + "6869"));
      assertTrue(List.of(1, 8).contains(rude.read().opcode()));
    }
    theyStillTalk("still here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "hello\r\n\r\n", "\0\0\0\0"})
  void whoeverSpeaksAnotherProtocolHarmsNobody(String request) throws Exception {
    try (var stranger = new Socket(chat.address().getAddress(), chat.address().getPort())) {
      stranger.getOutputStream().write(request.getBytes(US_ASCII));
      theyStillTalk("still here");
    }
  }

  @Test
  void aClientThatNeverReadsIsDisconnectedAndTheOthersMissNothing() throws Exception {
    var text = "x".repeat(16_000);
    try (var deaf = new RawClient(chat.address())) {
      deaf.send(Handshake.frame("Deaf", MASK));
      people.awaitHeard("Deaf has joined.", ANN, BOB);
      var said = 0;
      while (!people.heard(ANN).contains("Deaf has left.") && said < 20_000) {
        people.say(ANN, said + text);
        people.awaitHeard("Ann: " + said + text, ANN, BOB);
        said++;
      }
      people.awaitHeard("Deaf has left.", ANN, BOB);
    }
    var heard = people.heard(BOB).stream().filter(line -> line.startsWith("Ann: ")).toList();
    assertEquals(
        IntStream.range(0, heard.size()).mapToObj(n -> "Ann: " + n + text).toList(), heard);
  }

  /// A message is queued, and the selector's thread is not told: that is what the library's race
  /// leaves behind.
  @Test
  void aMessageThatTheLibraryForgotIsSentAllTheSame() throws Exception {
    for (var client : chat.getConnections()) {
      var draft = client.getDraft();
      for (var frame : draft.createFrames("forgotten", false)) {
        ((WebSocketImpl) client).outQueue.add(draft.createBinaryFrame(frame));
      }
    }
    people.awaitHeard("forgotten", ANN, BOB);
  }

  @Test
  void aClientThatVanishesIsLetGo() throws Exception {
    try (var server = new HeartbeatServer(Loopback.anyPort(), Duration.ofMillis(200))) {
      server.open();
      try (var _ = new RawClient(server.address())) { // it answers no ping
        Loopback.awaitClients(1, server);
        Await.until(
            "it is let go",
            () -> {
              server.beat();
              return server.getConnections().isEmpty();
            });
      }
    }
  }

  @Test
  void aClientIsAskedBeforeItIsLetGo() throws Exception {
    var opened = new CountDownLatch(1);
    var patient =
        new HeartbeatServer(Loopback.anyPort(), Duration.ofHours(1)) {
          @Override
          public void onOpen(WebSocket client, ClientHandshake request) {
            super.onOpen(client, request);
            opened.countDown();
          }
        };
    try (var server = patient) {
      server.open();
      try (var client = new RawClient(server.address())) {
        opened.await(); // the connection is known a little earlier
        server.beat();
        assertEquals(9, client.read().opcode()); // a ping
      }
    }
  }

  @Test
  void aHeartbeatKeepsWhoAnswers() throws Exception {
    try (var server = new HeartbeatServer(Loopback.anyPort(), Duration.ofHours(1))) {
      server.open();
      try (var client = new Audience(server.address())) {
        client.join(1);
        Loopback.awaitClients(1, server);
        for (var n = 0; n < 100; n++) {
          server.beat();
        }
        server.broadcast("still here");
        client.awaitHeard("still here", 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bob", " ", "a name of more than twenty letters"})
  void aNameIsTakenEmptyOrTooLong(String name) throws Exception {
    people.join(1);
    people.say(2, name);
    people.awaitHeard("Choose another name: this one is taken, empty or too long.", 2);
    people.say(2, "Žofie");
    people.awaitHeard("Žofie has joined.", ANN, BOB, 2);
    people.say(2, "dobrý den 🌍");
    people.awaitHeard("Žofie: dobrý den 🌍", ANN, BOB, 2);
  }

  @Test
  void theHandshakeAndTheFrameAreThoseOfTheStandard() throws Exception {
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept("dGhlIHNhbXBsZSBub25jZQ=="));
    var hex = HexFormat.ofDelimiter(" ");
    assertArrayEquals(
        hex.parseHex("81 85 37 fa 21 3d 7f 9f 4d 51 58"),
        Handshake.frame("Hello", hex.parseHex("37 fa 21 3d")));
  }

  @Test
  void aLogGivesWhatIsThereOrWaitsForIt() throws Exception {
    var log = new MessageLog();
    assertEquals(List.of(), log.after(0));
    assertEquals(List.of(), log.awaitAfter(0, Duration.ofMillis(1)));
    var waiting = new FutureTask<>(() -> log.awaitAfter(0, Duration.ofMinutes(10)));
    var reader = Thread.startVirtualThread(waiting);
    Await.until("it waits", () -> reader.getState() == Thread.State.TIMED_WAITING);
    log.append("one");
    assertEquals(List.of("one"), waiting.get());
    assertEquals(List.of("one"), log.awaitAfter(0, Duration.ZERO));
    assertEquals(List.of(), log.after(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/now", "/now?seen=-1", "/next?seen=99999999999", "/next?seen=x"})
  void aBadQuestionIsRefusedAndTheNextIsAnswered(String question) throws Exception {
    var log = new MessageLog();
    log.append("one");
    try (var news = new NewsServer(log);
        var http = Loopback.client()) {
      var server = "http://127.0.0.1:" + news.address().getPort();
      var bad = HttpRequest.newBuilder(URI.create(server + question)).build();
      assertEquals(400, http.send(bad, BodyHandlers.ofString()).statusCode());
      var good = HttpRequest.newBuilder(URI.create(server + "/next?seen=0")).build();
      assertEquals("one", http.send(good, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void aFallbackIsForARefusedHandshakeOnly() throws Exception {
    try (var deaf = new Socket(); // has a port, and doesn't listen
        var http = Loopback.client()) {
      deaf.bind(Loopback.anyPort());
      var nobody = (InetSocketAddress) deaf.getLocalSocketAddress();
      assertThrows(
          ExecutionException.class,
          () -> new FallbackClient(http, nobody, "http://127.0.0.1:1", _ -> {}));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aServerLeavesNothingBehind() throws Exception {
    openAndClose();
    var before = openFiles();
    for (var n = 0; n < 10; n++) {
      openAndClose();
    }
    Await.until("no more open files than before", () -> openFiles() <= before);
    Await.until("its threads have ended", () -> threads() == chatThreads());
  }

  @SuppressWarnings("try") // it is closed before its clients are
  private static void openAndClose() throws Exception {
    try (var server = new ChatServer(Loopback.anyPort(), () -> {})) {
      server.open();
      var address = server.address();
      try (var silent = new Socket(address.getAddress(), address.getPort());
          var deaf = new RawClient(address);
          var people = new Audience(address)) {
        people.join(3);
        people.say(0, "Ann");
        people.awaitHeard("Ann has joined.", 0);
        assertFalse(silent.isClosed());
        deaf.send(Handshake.frame("Deaf", MASK));
        server.close();
        people.clients.getFirst().end.get(1, TimeUnit.MINUTES);
        assertEquals(-1, silent.getInputStream().read());
      }
    }
  }

  /// Those of all servers: the chat of this test has some, too.
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("WebSocket"))
        .count();
  }

  /// One that selects, and one to decode for each processor.
  private static long chatThreads() {
    return 1 + Runtime.getRuntime().availableProcessors();
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }
}
