package _10_servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;
import workbook.process.JavaProcess;

/// A server that has no descriptor left for one more client goes on when another has left.
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DescriptorsTest {
  private static final int DESCRIPTORS = 160; // the JVM itself has one for each jar
  private static final int WORKERS = 3; // each has as many
  private static final int CLIENTS = 700;
  private static final int FEW = 16;
  private static final int PRACTICE = 20;
  private static final int LIMIT_MS = 60_000;

  /// The server, in a process whose descriptors are few. It ends with its standard input.
  static final class Program {
    private Program() {}

    public static void main(String... arguments) throws Exception {
      try (var server = ServerThread.start(Design.of(arguments[0]))) {
        System.out.println(server.address().getPort());
        while (System.in.read() != -1) {
          // Until the test lets go.
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerWithoutDescriptorsAcceptsAgainAfterwards(Design design) throws Exception {
    assumeTrue(design != Design.PROCESS, "it serves too few at once to run out of them");
    var process = start(design);
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      var port = Integer.parseInt(said.readLine());
      assertEchoes(port, PRACTICE); // now all classes are loaded, and whatever waits has waited
      var clients = new ArrayList<Socket>();
      for (var n = 0; n < CLIENTS; n++) {
        clients.add(connect(port)); // by the kernel, if not by the server
        clients.getLast().getOutputStream().write(bytes("hello"));
      }
      var few = design.servedAtOnce(FEW);
      Await.until(few + " are answered", () -> answered(clients) >= few);
      var most = DESCRIPTORS * (design.startsProcesses() ? WORKERS : 1);
      assertTrue(answered(clients) < most, "not all: it has not so many descriptors");
      for (var client : clients) {
        client.close();
      }
      assertEchoes(port, 1);
    } finally {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
    assertEquals(0, process.exitValue());
  }

  private static Process start(Design design) throws IOException {
    var java = JavaProcess.builder(Program.class, design.id());
    var command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n " + DESCRIPTORS + "; exec \"$@\""));
    command.add("sh");
    command.addAll(java.command());
    return java.command(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Socket connect(int port) throws IOException {
    var client = new Socket();
    client.setSoTimeout(LIMIT_MS);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
    return client;
  }

  private static long answered(List<Socket> clients) {
    return clients.stream().filter(DescriptorsTest::isAnswered).count();
  }

  private static boolean isAnswered(Socket client) {
    try {
      return client.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private static void assertEchoes(int port, int times) throws IOException {
    try (var client = connect(port)) {
      for (var n = 0; n < times; n++) {
        client.getOutputStream().write(bytes("hello"));
        var heard = client.getInputStream().readNBytes(5);
        assertEquals("hello", new String(heard, StandardCharsets.UTF_8));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
