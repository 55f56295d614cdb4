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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
      var long1 = arena.allocate(PosixMessageQueue.mostBytes() + 1);
      var refused = assertThrows(IOException.class, () -> queue.trySend(long1, LONG));
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

  /// The limits are read from files that answer only the first read.
  @Test
  void theLimitsAreTheSystems() throws IOException {
    assertTrue(PosixMessageQueue.mostMessages() >= 10);
    assertTrue(PosixMessageQueue.mostBytes() >= 8192);
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
  void tooManyQueuesAreRefusedWithTheReason() throws IOException {
    var names = new ArrayList<String>();
    try {
      var refused =
          assertThrows(
              IOException.class,
              () -> {
                for (var n = 0; n < 300; n++) { // each takes 80 KiB and more
                  names.add(name + "-" + n);
                  PosixMessageQueue.create(names.getLast()).close();
                }
                throw new IOException("this user may have very many: " + "ulimit -q");
              });
      assertTrue(refused.getMessage().contains("ulimit -q"), refused.getMessage());
    } finally {
      for (var one : names) {
        PosixMessageQueue.remove(one);
      }
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
