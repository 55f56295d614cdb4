package _10_servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;
import workbook.process.JavaProcess;

/// A server that has no descriptor left for one more client keeps those it has, and goes on when
/// one of them has left.
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DescriptorsTest {
  private static final int DESCRIPTORS = 160; // the JVM itself has one for each jar
  private static final int WORKERS = 3; // each has as many
  private static final int CLIENTS = 700;
  private static final int FEW = 16;
  private static final int PRACTICE = 20;
  private static final int LIMIT_MS = 60_000;
  private static final int MOMENT_MS = 500; // the longer, the more can go wrong

  /// The server, in a process whose descriptors are few. It ends with its standard input.
  static final class Program {
    private Program() {}

    public static void main(String... arguments) throws Exception {
      waitForBytesOnce();
      try (var server = ServerThread.start(Design.of(arguments[0]), HandlerType.PROCESS_ID)) {
        System.out.println(server.address().getPort());
        while (System.in.read() != -1) {
          // Until the test lets go.
        }
      }
    }

    /// The first virtual thread that waits for bytes makes the JDK open what all of them need.
    private static void waitForBytesOnce() throws Exception {
      try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          var client = new Socket(listening.getInetAddress(), listening.getLocalPort());
          var accepted = listening.accept()) {
        var read = new FutureTask<>(accepted.getInputStream()::read);
        var reader = Thread.ofVirtual().start(read);
        Await.until("it waits", () -> reader.getState() == Thread.State.WAITING);
        client.getOutputStream().write(1);
        read.get();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerWithoutDescriptorsAcceptsAgainAfterwards(Design design) throws Exception {
    assumeTrue(design != Design.PROCESS, "it serves too few at once to run out of them");
    var process = start(design);
    try (var said = process.inputReader(US_ASCII)) {
      var port = Integer.parseInt(said.readLine());
      var workers = design.startsProcesses() ? WORKERS : 1;
      var processes = practise(port, workers);
      var clients = new ArrayList<Socket>();
      for (var n = 0; n < CLIENTS; n++) {
        clients.add(connect(port)); // by the kernel, if not by the server
        clients.getLast().getOutputStream().write('?');
      }
      var few = design.servedAtOnce(FEW);
      Await.until(few + " are answered", () -> answered(clients).size() >= few);
      assertTrue(staysOpen(answered(clients).getFirst(), MOMENT_MS), "one that was served");
      var served = answered(clients);
      assertTrue(served.size() < DESCRIPTORS * workers, () -> "not so many: " + served.size());
      for (var client : served) {
        assertTrue(staysOpen(client, 1), "a client that was served is served to the end");
      }
      for (var client : clients) {
        client.close();
      }
      assertTrue(processes.contains(ask(port, 1)), "none of the processes was replaced");
    } finally {
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
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

  private static List<Socket> answered(List<Socket> clients) {
    return clients.stream().filter(DescriptorsTest::isAnswered).toList();
  }

  private static boolean isAnswered(Socket client) {
    try {
      return client.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean staysOpen(Socket client, int millis) throws IOException {
    client.setSoTimeout(millis);
    try {
      while (client.getInputStream().read() != -1) {
        // That was the answer.
      }
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  /// Talks to each process of the server until it has loaded its classes: it can't load any when it
  /// has too many files open.
  ///
  /// @return the processes
  private static Set<Long> practise(int port, int workers) throws IOException {
    var heard = new HashSet<Long>();
    while (heard.size() < workers) {
      heard.add(ask(port, PRACTICE));
    }
    return heard;
  }

  /// @return the process that answered
  private static long ask(int port, int times) throws IOException {
    try (var client = connect(port);
        var answers =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      var answer = "";
      for (var n = 0; n < times; n++) {
        client.getOutputStream().write('?');
        answer = answers.readLine();
      }
      return Long.parseLong(answer);
    }
  }
}
