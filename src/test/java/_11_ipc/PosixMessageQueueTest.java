package _11_ipc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.JavaProcess;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
class PosixMessageQueueTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration LONG = Duration.ofMinutes(1);

  private final String name = "/workbook-test-" + ProcessHandle.current().pid();

  @BeforeEach
  void isHere() {
    var missing = new MessageQueueMechanism().missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @AfterEach
  void remove() throws IOException {
    PosixMessageQueue.remove(name);
  }

  @Test
  void messagesComeWholeAndInTheirOrder() throws IOException {
    try (var queue = PosixMessageQueue.create(name);
        var other = PosixMessageQueue.open(name);
        var arena = Arena.ofConfined()) {
      for (var word : List.of("hello", "", "привет")) {
        assertTrue(queue.trySend(bytes(word, arena), LONG));
      }
      var words = List.of(receive(other, arena), receive(queue, arena), receive(other, arena));
      assertEquals(List.of("hello", "", "привет"), words);
    }
  }

  @Test
  void itTakesAsManyAsItSaysAndNoMore() throws IOException {
    try (var queue = PosixMessageQueue.create(name);
        var arena = Arena.ofConfined()) {
      var longest = arena.allocate(PosixMessageQueue.mostBytes());
      for (var n = 0; n < PosixMessageQueue.mostMessages(); n++) {
        assertTrue(queue.trySend(longest, LONG));
      }
      assertFalse(queue.trySend(longest, NOT_AT_ALL));
      assertEquals(longest.byteSize(), queue.tryReceive(longest, LONG));
      assertTrue(queue.trySend(longest, LONG));
    }
  }

  @Test
  void aMessageThatIsTooLongIsRefused() throws IOException {
    try (var queue = PosixMessageQueue.create(name);
        var arena = Arena.ofConfined()) {
      var tooLong = arena.allocate(PosixMessageQueue.mostBytes() + 1);
      var refused = assertThrows(IOException.class, () -> queue.trySend(tooLong, LONG));
      assertEquals("mq_timedsend: Message too long", refused.getMessage());
    }
  }

  @Test
  void anEmptyQueueHasNothingToReceive() throws IOException {
    try (var queue = PosixMessageQueue.create(name);
        var arena = Arena.ofConfined()) {
      var room = arena.allocate(PosixMessageQueue.mostBytes());
      assertEquals(-1, queue.tryReceive(room, NOT_AT_ALL));
    }
  }

  /// They're in files that answer only the first read: who reads them in parts gets the first part.
  @Test
  void theLimitsAreTheSystems() throws Exception {
    assertEquals(Math.min(10, limit("msg_max")), PosixMessageQueue.mostMessages());
    assertEquals(Math.min(8192, limit("msgsize_max")), PosixMessageQueue.mostBytes());
  }

  private static long limit(String name) throws Exception {
    var cat = CompletedProcess.of(new ProcessBuilder("cat", "/proc/sys/fs/mqueue/" + name));
    return Long.parseLong(cat.lines().getFirst());
  }

  @Test
  void itsNameIsTakenOnlyOnceAndCanBeRemoved() throws IOException {
    try (var queue = PosixMessageQueue.create(name);
        var arena = Arena.ofConfined()) {
      var refused = assertThrows(IOException.class, () -> PosixMessageQueue.create(name));
      assertEquals("mq_open " + name + ": File exists", refused.getMessage());
      PosixMessageQueue.remove(name);
      PosixMessageQueue.remove(name); // nothing is left to remove
      assertThrows(IOException.class, () -> PosixMessageQueue.open(name));
      assertTrue(queue.trySend(bytes("goes on", arena), LONG));
      assertEquals("goes on", receive(queue, arena));
    }
  }

  @Test
  void aUserWhoMayHaveNoQueuesIsRefusedWithTheReason() throws Exception {
    var prlimit = Executables.find("prlimit");
    assumeTrue(prlimit.isPresent(), "no prlimit here");
    var java = JavaProcess.builder(Missing.class);
    java.command().addAll(0, List.of(prlimit.get().toString(), "--msgqueue=0"));
    var reason = CompletedProcess.of(java).lines().getLast();
    assertTrue(
        reason.matches("mq_open /workbook-.*: this user's queues fill what `ulimit -q` allows.*"),
        reason);
  }

  static final class Missing {
    public static void main(String[] args) {
      IO.println(new MessageQueueMechanism().missing().orElse("it has them"));
    }
  }

  private static MemorySegment bytes(String text, Arena arena) {
    var bytes = text.getBytes(UTF_8);
    return arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
  }

  private static String receive(PosixMessageQueue queue, Arena arena) throws IOException {
    var room = arena.allocate(PosixMessageQueue.mostBytes());
    var length = (int) queue.tryReceive(room, LONG);
    var bytes = new byte[length];
    room.asByteBuffer().get(bytes);
    return new String(bytes, UTF_8);
  }
}
