package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import book.Contents;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.JavaProcess;
import workbook.tui.Console;
import workbook.usecase.ExitCode;

/// `run servers/echo --serve`, as a program of its own that other programs talk to.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Pattern PORT = Pattern.compile("port (\\d+)");

  @TempDir Path home;

  /// A server that has said where it serves.
  private record Server(Process process, BufferedReader out, String says) implements AutoCloseable {
    Socket connect() throws IOException {
      var port = PORT.matcher(says);
      assertTrue(port.find(), says);
      return new Socket(HERE, Integer.parseInt(port.group(1)));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private Server serve(String... more) throws IOException {
    var args = new ArrayList<>(List.of("run", "servers/echo", "--serve"));
    args.addAll(List.of(more));
    var program = JavaProcess.builder(Main.class, args.toArray(String[]::new));
    program.command().add(1, "-Dworkbook.home=" + home);
    var process = program.redirectErrorStream(true).start();
    var out = process.inputReader(StandardCharsets.UTF_8);
    return new Server(process, out, String.valueOf(out.readLine()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "thread", "virtual", "selector"})
  void aClassicClientIsServedAndStopsIt(String design) throws Exception {
    try (var server = serve("--design", design)) {
      try (var client = server.connect()) {
        assertEquals("Hello", ask(client, "Hello")); // no newline
        assertEquals("", ask(client, "quit\r\n"));
      }
      try (var client = server.connect()) {
        assertEquals("again", ask(client, "again"));
        assertEquals("", ask(client, "stop\r\n"));
      }
      assertEquals(0, server.process.waitFor());
      assertEquals("Stopped.", server.out.readLine());
    }
  }

  private static String ask(Socket server, String text) throws IOException {
    server.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    var buffer = new byte[1024];
    var length = server.getInputStream().read(buffer);
    return length == -1 ? "" : new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  @Test
  void itSaysWhereWhatAndHowToStopIt() throws Exception {
    try (var server = serve("--design", "selector")) {
      var expected =
          "Serving at 127.0.0.1 port N, for this machine only: echo, one thread and a selector. "
              + "To stop it, press Ctrl-C or send the line stop.";
      assertEquals(expected, PORT.matcher(server.says).replaceFirst("port N"));
    }
  }

  @Test
  void itListensElsewhereOnlyWhenTold() throws Exception {
    try (var server = serve("--address", "0.0.0.0")) {
      assertTrue(server.says.contains("open to the network"), server.says);
    }
  }

  @Test
  void ctrlCStopsItAlthoughAClientStays() throws Exception {
    StopTest.assumeCtrlCArrives();
    StopTest.assumeCtrlCArrives();
    try (var server = serve("--design", "thread");
        var client = server.connect()) {
      assertEquals("Hello", ask(client, "Hello"));
      StopTest.signal("INT", server.process);
      assertEquals(0, server.process.waitFor());
      assertEquals("Stopped.", server.out.readLine());
      assertEquals(-1, client.getInputStream().read());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=65536 | --port must be from 0 to 65,535 (0: any that is free), not '65536'.",
        "--port=-1 | --port must be from 0 to 65,535 (0: any that is free), not '-1'.",
        "--port=http | --port must be a whole number from 0 to 65,535 (0: any that is free), not"
            + " 'http'.",
        "--address=[x] | There is no host called '[x]'. Leave out --address to serve this"
            + " machine only.",
        "--address=192.0.2.1 | 192.0.2.1 is not an address of this machine. Give one that is, or"
            + " leave out --address.",
        "--design=fork | --design must be one of single, thread, pool, virtual, selector, async,"
            + " process, prefork, reuseport, not 'fork'.",
        "--csv=x | --serve runs no experiment, so leave out --csv.",
        "--rate=200 | --serve runs no experiment, so leave out --rate.",
        "--prt=1 | There is no option --prt. Did you mean --port?",
      })
  void badUsageIsOneSentenceAndExitCode2(String option, String sentence) {
    assertEquals(
        new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"),
        say("run", "servers/echo", "--serve", option));
  }

  @Test
  void serverOptionsGoWithServeOnly() {
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", "--port works only with --serve. Add --serve, or leave it out.\n"),
        say("run", "servers/echo", "--port", "5555"));
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", "There is no option --serve. workbook run --help lists them.\n"),
        say("run", "servers/long-lived", "--serve"));
  }

  @Test
  void aPortInUseIsOneSentenceAndExitCode2() throws Exception {
    try (var other = new ServerSocket(0, 1, HERE)) {
      var port = other.getLocalPort();
      var sentence = "Port %d is already in use. Choose another, or --port=0 for any that is free.";
      assertEquals(
          new CapturedConsole(ExitCode.USAGE, "", sentence.formatted(port) + "\n"),
          say("run", "servers/echo", "--serve", "--port", "" + port));
    }
  }

  @Test
  void aReservedPortIsOneSentenceAndExitCode2() throws Exception {
    assumeTrue(isReserved(1), "skipped: whoever runs this may bind port 1");
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE,
            "",
            "Port 1 is reserved for the administrator. Choose one from 1024 up, or --port=0.\n"),
        say("run", "servers/echo", "--serve", "--port", "1"));
  }

  private static boolean isReserved(int port) throws IOException {
    try (var server = new ServerSocket(port, 1, HERE)) {
      return server.getLocalPort() != port;
    } catch (BindException refused) {
      return refused.getMessage().contains("ermission");
    }
  }

  private CapturedConsole say(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(InputStream.nullInputStream(), out, err, Map.of());
    var code = new App(Contents.LESSONS, home, console).run(args);
    return new CapturedConsole(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
