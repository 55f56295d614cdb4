package _13_websockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _13_websockets.lab.Audience;
import _13_websockets.lab.ChatConversation;
import _13_websockets.lab.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.Parameters;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.ProcessMark;
import workbook.process.ProcessTree;

/// Programs that know nothing of this book join the same room: Python, Node and a browser.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ChatClientsTest {
  private static final Path SCRIPT = Path.of("lessons", "_13_websockets", "join_chat.py");
  private static final String NODE_SCRIPT =
      """
      const socket = new WebSocket(process.argv[1]);
      socket.onopen = () => { socket.send("Node"); socket.send("Hello"); };
      socket.onmessage = message => {
        console.log(message.data);
        if (message.data.endsWith(": bye")) { socket.close(); }
      };
      """;

  private ChatService service;
  private FutureTask<Void> serving;
  private Audience test;

  @BeforeEach
  void theChatIsOpen() throws Exception {
    service =
        (ChatService)
            new ChatConversation().open(Parameters.defaults(List.of()), Loopback.anyPort());
    serving =
        new FutureTask<>(
            () -> {
              service.serve();
              return null;
            });
    Thread.ofPlatform().name("chat").start(serving);
    test = new Audience(service.chat.address());
    test.join(1);
    test.say(0, "Test");
    test.awaitHeard("Test has joined.", 0);
  }

  @AfterEach
  void itEnds() throws Exception {
    test.close();
    service.close();
    serving.get(1, TimeUnit.MINUTES);
  }

  @Test
  void aPythonProgramJoins() throws Exception {
    var python = pythonWithWebsockets();
    assumeTrue(python.isPresent(), "no python3 with the package websockets");
    talksWith("Python", python.get().toString(), SCRIPT.toString(), chat(), "Python", "Hello");
  }

  private static Optional<Path> pythonWithWebsockets() {
    return Stream.concat(
            Executables.find("python3").stream(), Stream.of(Path.of("/usr/bin/python3")))
        .filter(Files::isExecutable)
        .filter(python -> succeeds(python.toString(), "-c", "import websockets"))
        .findFirst();
  }

  @Test
  void aNodeProgramJoins() throws Exception {
    var flag = "--experimental-websocket"; // built in, from Node 22 on
    assumeTrue(
        Executables.find("node").isPresent()
            && succeeds("node", flag, "-e", "process.exit(typeof WebSocket == 'function' ? 0 : 1)"),
        "no node with web sockets");
    talksWith("Node", "node", flag, "-e", NODE_SCRIPT, chat());
  }

  private static boolean succeeds(String... command) {
    try {
      return CompletedProcess.of(new ProcessBuilder(command)).code() == 0;
    } catch (IOException doesNotStart) {
      return false;
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// It joins and says Hello; it hears what others say, and leaves when they say bye.
  private void talksWith(String name, String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    var process = builder.start();
    try {
      test.awaitHeard(name + ": Hello", 0);
      test.say(0, "dobrý den 🌍");
      test.say(0, "bye");
      test.awaitHeard(name + " has left.", 0);
      var heard = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
      assertEquals(
          List.of(name + " has joined.", name + ": Hello", "Test: dobrý den 🌍", "Test: bye"),
          heard);
      assertEquals(0, process.waitFor());
    } finally {
      ProcessTree.end(Stream.of(process.toHandle()));
    }
  }

  private String chat() {
    var address = service.chat.address();
    return "ws://%s:%d/".formatted(address.getAddress().getHostAddress(), address.getPort());
  }

  @Test
  void aBrowserJoinsFromThePage(@TempDir Path profile) throws Exception {
    var chromium =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> Executables.find(name).stream())
            .findFirst();
    assumeTrue(chromium.isPresent(), "no chromium on the path");
    var builder = new ProcessBuilder(chromium.get().toString());
    builder
        .command()
        .addAll(
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-breakpad",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile.resolve("chromium"),
                page() + "?name=Browser&say=Hello&answer=Thanks"));
    var mark = ProcessMark.random();
    builder.environment().put("TMPDIR", profile.toString());
    builder.redirectErrorStream(true).redirectOutput(profile.resolve("output").toFile());
    var process = mark.putOn(builder).start();
    try {
      test.awaitHeard("Browser: Hello", 0);
      test.say(0, "dobrý den");
      test.awaitHeard("Browser: Thanks (dobrý den)", 0);
    } finally {
      ProcessTree.end(Stream.of(process.toHandle()));
      ProcessTree.endMarked(mark);
    }
    test.awaitHeard("Browser has left.", 0); // its end was heard
  }

  @Test
  void thePageNamesThePortOfTheChat() throws Exception {
    try (var in = URI.create(page()).toURL().openStream()) {
      var html = new String(in.readAllBytes(), UTF_8);
      assertTrue(html.contains(":" + service.chat.address().getPort() + "/`"), html);
    }
  }

  private String page() {
    var address = service.address();
    return "http://%s:%d/".formatted(address.getAddress().getHostAddress(), address.getPort());
  }

  @Test
  void whoSaysStopEndsIt() throws Exception {
    test.say(0, "/stop");
    serving.get(1, TimeUnit.MINUTES);
    test.clients.getFirst().end.get(1, TimeUnit.MINUTES);
  }
}
