package workbook.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// A queue in a PostgreSQL server of this test's own, on loopback. Skipped where PostgreSQL isn't
/// installed, or may not be started: it refuses root, and root must be able to become somebody.
class PostgresQueueTest extends QueueContract {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private static Path folder;
  private static int port;
  private static boolean started;

  @BeforeAll
  static void start() throws Exception {
    var programs = programs();
    assumeTrue(programs.isPresent(), "PostgreSQL isn't installed");
    assumeTrue(!isRoot() || Executables.find("setpriv").isPresent(), "root needs setpriv");
    folder = Files.createTempDirectory("queue");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    run(programs.get(), "initdb", "-D", data(), "-A", "trust", "-U", "grader", "--no-sync");
    startServer();
    started = true;
  }

  private static void startServer() throws Exception {
    var options = "-p %d -c listen_addresses=127.0.0.1 -k %s -F".formatted(port, folder);
    var log = folder.resolve("log").toString();
    run(programs().orElseThrow(), "pg_ctl", "-D", data(), "-l", log, "-w", "-o", options, "start");
  }

  private static void stopServer() throws Exception {
    run(programs().orElseThrow(), "pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static Optional<Path> programs() throws IOException {
    var found = Executables.find("initdb").map(Path::getParent);
    if (found.isPresent() || !Files.isDirectory(DEBIAN)) {
      return found;
    }
    try (var versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(folder -> Files.exists(folder.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static void run(Path programs, String program, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    if (isRoot()) {
      var somebody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
      command.addAll(somebody);
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // pg_ctl's server keeps what it inherits open, so nobody may wait for the end of its output
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    var process = builder.redirectOutput(folder.resolve("said").toFile()).start();
    assertEquals(0, process.waitFor(), Files.readString(folder.resolve("said")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (started) {
      stopServer();
    }
    if (folder != null) {
      CompletedProcess.of(new ProcessBuilder("rm", "-rf", folder.toString()));
    }
  }

  @BeforeEach
  void empty() throws Exception {
    try (var connection = QueueDatabase.open(place()).connect();
        var statement = connection.createStatement()) {
      statement.execute("truncate workbook_jobs, workbook_verdicts");
    }
  }

  @Test
  void aDatabaseThatGoesAwayInTheMiddleIsToldAndNothingIsLost() throws Exception {
    var queue = queue();
    queue.put(job(1));
    var begun = new CountDownLatch(1);
    var gone = new CountDownLatch(1);
    work(
        queue(),
        1,
        job -> {
          begun.countDown();
          gone.await();
          return text(job);
        });
    begun.await();
    stopServer();
    try {
      var said = assertThrows(IOException.class, () -> queue.verdicts(Set.of("key1")));
      assertTrue(said.getMessage().matches("The queue \\S+ cannot be used: .*\\."), said::toString);
      while (told.isEmpty()) {
        Thread.onSpinWait();
      }
      assertTrue(told.peek().endsWith(". The worker waits for it."), told::toString);
    } finally {
      startServer();
    }
    gone.countDown();
    assertEquals(text(job(1)), await(queue, Set.of("key1")).get("key1"));
  }

  @Override
  String place() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=grader".formatted(port);
  }
}
