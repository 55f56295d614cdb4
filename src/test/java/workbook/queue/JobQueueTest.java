package workbook.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A queue in a folder.
class JobQueueTest extends QueueContract {
  @TempDir Path folder;

  @Override
  String place() {
    return folder.resolve("queue").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://host/database", "jdbc:postgresql", "jdbc:h2:mem:x"})
  void anotherDatabaseIsRefused(String url) {
    var said = assertThrows(IOException.class, () -> JobQueue.open(url));
    assertTrue(said.getMessage().startsWith("--queue is a folder, or a URL of PostgreSQL"));
  }

  @Test
  void aDatabaseThatIsNotThereIsOneSentenceWithoutThePassword() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var url = "jdbc:postgresql://127.0.0.1:%d/grading?user=me&password=secret".formatted(port);
    var said = assertThrows(IOException.class, () -> JobQueue.open(url)).getMessage();
    assertTrue(said.startsWith("The queue jdbc:postgresql://127.0.0.1:%d/grading".formatted(port)));
    assertTrue(said.endsWith("."), said);
    assertEquals(-1, said.indexOf("secret"), said);
    assertEquals(1, said.lines().count(), said);
  }

  @Test
  void aFullDiskIsToldAsSuch() throws IOException {
    var full = new SQLException("Could not save", new IOException("No space left on device"));
    assertEquals(
        "The queue %s cannot be used: the disk is full.".formatted(place()),
        QueueDatabase.open(place()).unreachable(full).getMessage());
  }

  /// Each finds that there are no tables yet, and makes them.
  @Test
  void manyMayOpenANewQueueAtOnce() throws Exception {
    var all = new CyclicBarrier(8);
    try (var threads = Executors.newFixedThreadPool(all.getParties())) {
      Callable<Void> opens =
          () -> {
            all.await();
            JobQueue.open(place()).close();
            return null;
          };
      for (var one : threads.invokeAll(Collections.nCopies(all.getParties(), opens))) {
        one.get();
      }
    }
  }

  @Test
  void aFileIsNoQueue() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "mine").toString();
    var said = assertThrows(IOException.class, () -> JobQueue.open(file)).getMessage();
    assertEquals(file + " is a file. Name a folder for the queue.", said);
  }
}
