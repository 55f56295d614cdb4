package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.exercise.SharedCounter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Graded;

/// The graded tests of SharedCounter.
///
/// Most processes are [PretendProcess]es: they can be stopped before each operation on the file and
/// after each byte of a write, one place after the other. The last test starts real ones.
class SharedCounterTest {
  private static final String CONTRACT = "the contract, FileCounter.java";

  /// More than one call needs that reads a full file byte by byte.
  private static final int MANY_OPERATIONS = 10 * PretendProcess.PATIENCE;

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void emptyFile() throws IOException {
    path = Files.createFile(folder.resolve("counter"));
  }

  @Test
  @DisplayName("one process adds, and another one finds the sum")
  @Graded(points = 1, read = CONTRACT)
  void counting() throws Exception {
    var patience =
        new Patience(MANY_OPERATIONS, "a call has done thousands of operations, and goes on");
    try (var file = FileChannel.open(path, READ, WRITE);
        var other = FileChannel.open(path, READ, WRITE)) {
      var counter = new SharedCounter(new InstrumentedChannel(file, patience));
      var reader = new SharedCounter(new InstrumentedChannel(other, patience));
      new SharedCounter(new InstrumentedChannel(file, new Untouched()));
      assertEquals(0, Files.size(path), "bytes in the file of a counter that was only constructed");
      assertEquals(0, reader.get(), "the sum in an empty file");
      var sum = 0L;
      for (var step : new long[] {0, 1, -3, 130, 70_000, 1L << 40, -(1L << 41), Long.MAX_VALUE}) {
        sum += step;
        patience.begins();
        assertEquals(sum, counter.add(step), "the sum that add(" + step + ") returns");
        assertEquals(sum, reader.get(), "the sum that another counter finds after it");
      }
      for (var i = 0; i < 2_000; i++) {
        patience.begins();
        assertEquals(++sum, (i % 2 == 0 ? counter : reader).add(1), "the sum after another add(1)");
        assertTrue(
            Files.size(path) <= 4_096, "the file has more than 4,096 bytes after many calls");
      }
      assertOverflow(counter, Long.MAX_VALUE - sum, 1);
      counter.add(Long.MIN_VALUE);
      assertOverflow(counter, Long.MIN_VALUE + 1, -1);
    }
    assertThrows(NullPointerException.class, () -> new SharedCounter(null), "no channel");
  }

  /// A constructor neither reads nor writes.
  private static final class Untouched implements InstrumentedChannel.Probe {
    @Override
    public int before(String operation, int bytes) {
      return fail("the constructor uses the channel: " + operation);
    }

    @Override
    public void stop() {
      throw new AssertionError("it never comes here");
    }
  }

  private static void assertOverflow(FileCounter counter, long near, long over) throws Exception {
    var sum = counter.add(near);
    try {
      fail("add(%d) at %d returned %d".formatted(over, sum, counter.add(over)));
    } catch (ArithmeticException expected) {
      assertEquals(sum, counter.get(), "the sum after one that does not fit into a long");
    }
  }

  @Test
  @DisplayName("no step is lost between processes, wherever one of them is held up")
  @Graded(points = 1, read = "lesson 03, \"Counting at a barrier\"")
  void processes() throws Exception {
    try (var check = new CounterTurns(path, SharedCounter.class)) {
      check.ofProcesses();
    }
  }

  @Test
  @DisplayName("a reader sees a sum that was there while it read, and never half of one")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void reading() throws Exception {
    try (var check = new CounterReaders(path, SharedCounter.class)) {
      check.inPieces();
      check.wholeSums();
    }
  }

  @Test
  @DisplayName("threads of one process wait for each other, too, whatever counters they use")
  @Graded(points = 1, read = CONTRACT)
  void threads() throws Exception {
    try (var check = new CounterTurns(path, SharedCounter.class)) {
      check.ofThreads();
    }
  }

  @Test
  @DisplayName("killed anywhere in a call, a process leaves the sum before it or after it")
  @Graded(points = 1, read = "lesson 11, \"The holder is killed\"")
  void death() throws Exception {
    try (var check = new CounterDeaths(path, SharedCounter.class)) {
      check.inOneCall();
    }
  }

  @Test
  @DisplayName("the next one may be killed, too, while it deals with what the first one left")
  @Graded(points = 1, read = CONTRACT)
  void deathAgain() throws Exception {
    try (var check = new CounterDeaths(path, SharedCounter.class)) {
      check.inTwoCalls();
    }
  }

  @Test
  @DisplayName("when the disk fails, the call throws, and changes all or nothing")
  @Graded(points = 1, read = CONTRACT)
  void failure() throws Exception {
    try (var check = new CounterFailures(path, SharedCounter.class)) {
      check.ofTheDisk();
    }
  }

  @Test
  @DisplayName("an interrupt ends a wait, changes nothing, and harms nobody else")
  @Graded(points = 1, read = "lesson 08, \"Interrupt a read\"")
  void interrupts() throws Exception {
    try (var check = new CounterInterrupts(path, SharedCounter.class)) {
      check.everywhere();
    }
  }

  @Test
  @DisplayName("a file that is no counter's is refused, and left as it is")
  @Graded(points = 1, read = CONTRACT)
  void foreign() throws Exception {
    try (var check = new CounterFailures(path, SharedCounter.class)) {
      check.ofOtherFiles();
    }
  }

  @Test
  @DisplayName("real processes: one holds up the others, and then it is killed with kill -9")
  @Graded(points = 1, read = "lesson 11, \"The holder is killed\"")
  void realProcesses() throws Exception {
    var classes = folder.resolve("classes");
    CounterProcess.copy(SharedCounter.class, classes);
    var patience =
        new Patience(PretendProcess.PATIENCE, "a counter waits for a process that was killed");
    try (var channel = FileChannel.open(path, READ, WRITE)) {
      var counter = new SharedCounter(new InstrumentedChannel(channel, patience));
      counter.add(255);
      oneHoldsUpTheOther(classes);
      assertEquals(266, counter.get(), "the sum after add(1) and add(10) of two processes at 255");
      for (var write = 1; isKilledAt(write, classes, counter); write++) {}
    }
  }

  private void oneHoldsUpTheOther(Path classes) throws Exception {
    try (var one = new CounterProcess(classes, path, 1, 1)) {
      assertEquals(CounterProcess.WRITES, one.news(), "what a process says that calls add(1)");
      try (var other = new CounterProcess(classes, path, 10, 0)) {
        var first = other.next(); // it is done, or waits for the lock
        one.goOn();
        var sums = List.of(one.news(), first.equals(CounterProcess.WAITS) ? other.news() : first);
        if (!sums.equals(List.of("made 256", "made 266"))
            && !sums.equals(List.of("made 266", "made 265"))) {
          fail("Two processes called add(1) and add(10) at 255. They said " + sums);
        }
      }
    }
  }

  /// Goes on, but not for ever: then it fails with these words.
  private static final class Patience implements InstrumentedChannel.Probe {
    private final int most;
    private final String otherwise;
    private int operations;

    Patience(int most, String otherwise) {
      this.most = most;
      this.otherwise = otherwise;
    }

    void begins() {
      operations = 0;
    }

    @Override
    public int before(String operation, int bytes) {
      if (++operations == most) {
        fail(otherwise);
      }
      return GO_ON;
    }

    @Override
    public void stop() {
      throw new AssertionError("it goes on");
    }
  }

  /// @return whether there was that write
  private boolean isKilledAt(int write, Path classes, FileCounter counter) throws Exception {
    var before = counter.get();
    try (var child = new CounterProcess(classes, path, -1_000, write)) {
      var news = child.news();
      if (!news.equals(CounterProcess.WRITES)) {
        assertEquals("made " + (before - 1_000), news, "what a process says that calls add(-1000)");
        return false;
      }
      child.kill();
    }
    var found = counter.get();
    if (found != before && found != before - 1_000) {
      fail(
          "A process was killed in the middle of its write %d, in add(-1000) at %d. get() said %d"
              .formatted(write, before, found));
    }
    assertEquals(found + 1, counter.add(1), "the sum after add(1) once a process was killed");
    return true;
  }
}
