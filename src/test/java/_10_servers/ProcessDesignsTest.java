package _10_servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;
import workbook.process.JavaProcess;
import workbook.process.ProcessTree;

/// Servers whose clients are served by other processes: none outlives its server, and the end of
/// one harms only its own clients.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProcessDesignsTest {
  private static final String WITH_WORKERS = "PREFORK|REUSEPORT";
  private static final String WITH_PROCESSES = "PROCESS|" + WITH_WORKERS;

  /// Processes that another test of this JVM has left, which are perhaps just ending.
  private final Set<ProcessHandle> before =
      ProcessHandle.current().children().collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WITH_PROCESSES)
  void clientsAreServedByOtherProcesses(Design design) throws Exception {
    try (var server = start(design, ProcessIdHandler.class);
        var client = Client.of(server)) {
      assertNotEquals(ProcessHandle.current().pid(), workerOf(client));
      assertEquals(workerOf(client), workerOf(client));
    }
    assertEquals(List.of(), workers());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WITH_PROCESSES)
  void whenAWorkerIsKilledOnlyItsClientsAreLost(Design design) throws Exception {
    try (var server = start(design, ProcessIdHandler.class);
        var victim = Client.of(server)) {
      var worker = workerOf(victim);
      var others = new ArrayList<Client>();
      try {
        while (others.isEmpty()) {
          var other = Client.of(server);
          if (workerOf(other) == worker) {
            other.close();
          } else {
            others.add(other);
          }
        }
        ProcessHandle.of(worker).ifPresent(ProcessHandle::destroyForcibly);
        assertTrue(victim.isShownOut());
        assertNotEquals(worker, workerOf(others.getFirst()));
        try (var next = Client.of(server)) {
          assertNotEquals(worker, workerOf(next));
        }
      } finally {
        for (var other : others) {
          other.close();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WITH_WORKERS)
  void aKilledWorkerIsReplaced(Design design) throws Exception {
    try (var server = start(design, ProcessIdHandler.class)) {
      Await.until("all workers run", () -> running().size() == PreforkedWorkers.WORKERS);
      var first = running();
      first.forEach(ProcessHandle::destroyForcibly);
      Await.until(
          "other workers run",
          () ->
              running().stream().filter(worker -> !first.contains(worker)).count()
                  == PreforkedWorkers.WORKERS);
      try (var client = Client.of(server)) {
        var worker = ProcessHandle.of(workerOf(client)).orElseThrow();
        assertTrue(workers().contains(worker));
      }
    }
    assertEquals(List.of(), workers());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WITH_WORKERS)
  void aServerWhoseWorkersFailEndsAndSaysSo(Design design) throws Exception {
    var server = start(design, FailingHandler.class);
    try (var client = Client.of(server)) {
      client.says("hello");
      assertTrue(client.isShownOut());
    }
    var thrown = assertThrows(ExecutionException.class, server::awaitEnd).getCause();
    assertEquals("A worker failed: its exit code is 1", thrown.getMessage());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WITH_PROCESSES)
  void workersEndWithAServerThatIsKilled(Design design) throws Exception {
    assumeHere(design);
    var server = JavaProcess.builder(Killed.class, design.id()).start();
    var workers = new ArrayList<ProcessHandle>();
    try (var lines = server.inputReader()) {
      lines.readLine(); // a client is served
      server.descendants().forEach(workers::add);
      assertTrue(!workers.isEmpty());
      server.destroyForcibly().waitFor();
      Await.until("no worker lives on", () -> workers.stream().noneMatch(ProcessTree::isAlive));
    } finally {
      server.destroyForcibly();
      workers.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /// The program of a process that will be killed while one of its clients is being served.
  static final class Killed {
    public static void main(String[] arguments) throws Exception {
      try (var server = ServerThread.start(Design.of(arguments[0]));
          var client = Client.of(server)) {
        client.says("hello").hears("hello");
        System.out.println(server.address().getPort());
        client.hearsTheEnd();
      }
    }
  }

  @Test
  void eachOfManyClientsAtOnceHasItsOwnConnection() throws Exception {
    try (var server = start(Design.PROCESS, EchoHandler.class);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var talks = new ArrayList<Future<Client>>();
      for (var n = 0; n < 8; n++) {
        var name = "client %d".formatted(n);
        talks.add(
            threads.submit(
                () -> {
                  try (var client = Client.of(server)) {
                    return client.says(name).hears(name);
                  }
                }));
      }
      for (var talk : talks) {
        talk.get();
      }
    }
  }

  @Test
  void standardInputIsWhatItWasBefore() throws Exception {
    var input = Path.of("/proc/self/fd/0");
    assumeTrue(Files.exists(input), "no /proc here");
    var before = Files.readSymbolicLink(input);
    try (var server = start(Design.PROCESS, EchoHandler.class);
        var client = Client.of(server)) {
      client.says("hello").hears("hello");
    }
    assertEquals(before, Files.readSymbolicLink(input));
  }

  @Test
  void aClosedSocketIsNotHandedOver() throws Exception {
    assumeHere(Design.PROCESS);
    var socket = SocketChannel.open();
    socket.close();
    assertThrows(
        ClosedChannelException.class,
        () -> SocketHandover.start(JavaProcess.builder(Killed.class), socket));
  }

  @Test
  void aSecondServerDoesNotShareThePortWithoutAWord() throws Exception {
    try (var server = start(Design.REUSEPORT, EchoHandler.class)) {
      var port =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort());
      assertThrows(IOException.class, () -> Design.REUSEPORT.open(port));
    }
  }

  static final class FailingHandler implements Handler {
    FailingHandler() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public Answer received(ByteBuffer chunk) {
      return new Answer(chunk, Then.GO_ON);
    }
  }

  private static ServerThread start(Design design, Class<? extends Handler> handler)
      throws IOException {
    assumeHere(design);
    return ServerThread.start(design, new HandlerType(handler));
  }

  private static void assumeHere(Design design) {
    assumeTrue(design.missing().isEmpty(), () -> "" + design.missing());
  }

  private List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child) && ProcessTree.isAlive(child))
        .toList();
  }

  /// The workers that run what they were started for: a process that starts is a copy of this JVM
  /// first, then runs the JDK's helper.
  private List<ProcessHandle> running() {
    return workers().stream().filter(ProcessDesignsTest::runsItsProgram).toList();
  }

  private static boolean runsItsProgram(ProcessHandle worker) {
    var info = worker.info();
    return info.command().filter(program -> program.endsWith("java")).isPresent()
        && !info.commandLine().equals(ProcessHandle.current().info().commandLine());
  }

  private static long workerOf(Client client) throws IOException {
    client.says("who?");
    var pid = new StringBuilder();
    for (int one; (one = client.socket().getInputStream().read()) != '\n'; ) {
      assertNotEquals(-1, one, "the server closed the connection");
      pid.append((char) one);
    }
    return Long.parseLong(pid.toString());
  }
}
