package _11_ipc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import _11_ipc.exercise.SharedCounter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
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

  private static final Change FEW_BYTES = new Change(1, 255);
  private static final Change MANY_BYTES = new Change(-200, 7, 70);

  /// Sums to begin with, each made by several steps, and what is added to them. In most of them
  /// many bytes change.
  private static final List<Change> CHANGES =
      List.of(
          FEW_BYTES,
          new Change(1),
          new Change(-1, 7, -7),
          new Change(1, 300, -301),
          new Change(-1, 1, 255, 1L << 40),
          new Change(7_000, 7, 70, 700),
          new Change(1, Long.MAX_VALUE - 1));

  /// How a call ends that was interrupted in time.
  private static final String INTERRUPTED = "threw InterruptedException";

  private static final long MORE = -10;

  /// More than fit into a file, if each takes four bytes.
  private static final int MANY_STEPS = 1_100;

  private static final long STEP = 1_000;

  @TempDir private Path folder;
  private Path path;
  private final List<PretendProcess> processes = new ArrayList<>();
  private PretendLocks locks = new PretendLocks();

  private record Change(long step, long... first) {
    long before() {
      return LongStream.of(first).sum();
    }

    long after() {
      return before() + step;
    }
  }

  @BeforeEach
  void emptyFile() throws IOException {
    path = Files.createFile(folder.resolve("counter"));
  }

  @AfterEach
  void noProcessOutlivesItsTest() {
    Thread.interrupted();
    processes.forEach(PretendProcess::kill);
  }

  @Test
  @DisplayName("one process adds, and another one finds the sum")
  @Graded(points = 1, read = CONTRACT)
  void counting() throws Exception {
    try (var file = FileChannel.open(path, READ, WRITE);
        var other = FileChannel.open(path, READ, WRITE)) {
      var counter = new SharedCounter(file);
      var reader = new SharedCounter(other);
      assertEquals(0, Files.size(path), "bytes in the file of a counter that was only constructed");
      assertEquals(0, reader.get(), "the sum in an empty file");
      var sum = 0L;
      for (var step : new long[] {0, 1, -3, 130, 70_000, 1L << 40, -(1L << 41), Long.MAX_VALUE}) {
        sum += step;
        assertEquals(sum, counter.add(step), "the sum that add(" + step + ") returns");
        assertEquals(sum, reader.get(), "the sum that another counter finds after it");
      }
      for (var i = 0; i < 2_000; i++) {
        assertEquals(++sum, (i % 2 == 0 ? counter : reader).add(1), "the sum after another add(1)");
      }
      assertTrue(Files.size(path) <= 4_096, "the file has more than 4,096 bytes after 2,000 calls");
      assertOverflow(counter, Long.MAX_VALUE - sum, 1);
      counter.add(Long.MIN_VALUE);
      assertOverflow(counter, Long.MIN_VALUE + 1, -1);
    }
    assertThrows(NullPointerException.class, () -> new SharedCounter(null), "no channel");
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
    for (var place = Place.FIRST; ; ) {
      var start = begin(new Change(0, 300));
      var slow = process();
      var others = List.of(process(), process());
      var calls = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            calls.add(add(others.getFirst(), counter(others.getFirst()), 10).comesToRest());
            calls.add(add(others.getLast(), counter(others.getLast()), 100).comesToRest());
          });
      var sums = new ArrayList<>(List.of(add(slow, slow.counter(), 1).result()));
      if (!slow.wasStopped()) {
        return;
      }
      var what =
          "One process was held up in add(1) at 300, %s; others called add(10) and add(100)"
              .formatted(slow.place());
      for (var call : calls) {
        sums.add(resultOf(call, what));
      }
      assertEquals(411, start.get(), what + ". The sum in the end");
      assertInTurn(sums, what);
      place = slow.nextOfFew();
    }
  }

  /// Whether each call began with 300, or with what another one had made.
  private static void assertInTurn(List<Long> sums, String what) {
    var steps = List.of(1L, 10L, 100L);
    for (var i = 0; i < sums.size(); i++) {
      var before = sums.get(i) - steps.get(i);
      if (before != 300 && !sums.contains(before) || sums.indexOf(sums.get(i)) != i) {
        fail(what + ". They returned " + sums + ", as they never would one after the other");
      }
    }
  }

  @Test
  @DisplayName("a reader sees a sum that was there while it read, and never half of one")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void reading() throws Exception {
    for (var change : List.of(FEW_BYTES, new Change(1L << 40, -2))) {
      readInTheMiddle(change);
    }
    for (var adds : List.of(1, 2)) {
      for (var place = Optional.of(Place.FIRST); place.isPresent(); ) {
        place = readWhileOthersAdd(place.get(), adds);
      }
    }
  }

  /// Holds up a reader, while one process adds once or twice, and the next one is killed wherever
  /// it can be.
  ///
  /// @return the next place; empty if the reader did not come to this one
  private Optional<Place> readWhileOthersAdd(Place place, int adds) throws Exception {
    begin(FEW_BYTES);
    var file = Files.readAllBytes(path);
    var sums = LongStream.iterate(256, sum -> sum << 8).limit(adds).boxed().toList();
    for (var deadly = Place.FIRST; ; ) {
      afresh(file);
      var slow = process();
      var writer = process();
      var dying = process();
      var where = deadly;
      var writes = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            var counter = counter(writer);
            var sum = 255L;
            for (var next : sums) {
              if (writes.stream().allMatch(CounterCall::isOver)) {
                writes.add(add(writer, counter, next - sum).comesToRest());
              }
              sum = next;
            }
            if (writes.stream().allMatch(CounterCall::isOver)) {
              dieIn(dying, where, one -> one.add(1L << 40));
            }
          });
      var seen = resultOf(get(slow, counter(slow)), "get() while others added");
      if (!slow.wasStopped()) {
        return Optional.empty();
      }
      var last = sums.getLast();
      if (seen != 255 && !sums.contains(seen) && seen != last + (1L << 40)) {
        fail(
            "get() at 255 was held up %s. Another process made %s, and a third one was killed in"
                    .formatted(slow.place(), sums)
                + " add(%d), %s. get() returned %d".formatted(1L << 40, dying.place(), seen));
      }
      for (var write : writes) {
        write.result();
      }
      if (!dying.wasStopped()) {
        return Optional.of(slow.nextOfReads());
      }
      deadly = dying.nextOfFew();
    }
  }

  private void readInTheMiddle(Change change) throws Exception {
    for (var place = Place.FIRST; ; ) {
      begin(change);
      var slow = process();
      var readers = List.of(process(), process());
      var calls = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            for (var reader : readers) {
              calls.add(get(reader, counter(reader)).comesToRest());
            }
          });
      add(slow, slow.counter(), change.step).result();
      if (!slow.wasStopped()) {
        return;
      }
      var seen = new ArrayList<Long>();
      for (var call : calls) {
        seen.add(call.result());
      }
      var forwards = seen.getFirst() <= seen.getLast();
      if (!forwards || !List.of(change.before(), change.after()).containsAll(seen)) {
        fail(
            "add(%d) at %d was held up %s. Two readers, one after the other, found %s"
                .formatted(change.step, change.before(), slow.place(), seen));
      }
      place = next(slow, change);
    }
  }

  @Test
  @DisplayName("threads of one process wait for each other, too, whatever counters they use")
  @Graded(points = 1, read = CONTRACT)
  void threads() throws Exception {
    for (var place = Place.FIRST; ; place = new Place(place.operation() + 1, 0)) {
      for (var own : Own.values()) {
        var start = begin(new Change(0, 300));
        var process = process();
        var channel = process.channel();
        var counter = process.counter(channel);
        var second =
            switch (own) {
              case NOTHING -> counter;
              case COUNTER -> process.counter(channel);
              case CHANNEL -> process.counter();
            };
        var calls = new ArrayList<CounterCall>();
        process.at(
            place,
            () -> {
              calls.add(add(process, second, 10).comesToRest());
              calls.add(get(process, second).comesToRest());
            });
        var what =
            "Another thread of the same process, with %s, called add(10) and get() during add(1)"
                .formatted(own.what);
        var first = resultOf(add(process, counter, 1), what);
        if (!process.wasStopped()) {
          return;
        }
        var then = resultOf(calls.getFirst(), what);
        var seen = resultOf(calls.getLast(), what);
        assertEquals(311, start.get(), what + ", " + process.place() + ". The sum in the end");
        var right = first == 301 && then == 311 || first == 311 && then == 310;
        assertTrue(right && List.of(300L, 301L, 310L, 311L).contains(seen), what);
      }
    }
  }

  /// What the second thread has for itself.
  private enum Own {
    NOTHING("the same counter"),
    COUNTER("a counter of its own for the same channel"),
    CHANNEL("a counter and a channel of its own");

    final String what;

    Own(String what) {
      this.what = what;
    }
  }

  private static long resultOf(CounterCall call, String what) {
    try {
      return call.result();
    } catch (Exception thrown) {
      return fail(what + ": " + thrown.getClass().getSimpleName());
    }
  }

  @Test
  @DisplayName("killed anywhere in a call, a process leaves the sum before it or after it")
  @Graded(points = 1, read = "lesson 11, \"The holder is killed\"")
  void death() throws Exception {
    for (var change : CHANGES) {
      begin(change);
      var file = Files.readAllBytes(path);
      for (var readsFirst : List.of(true, false)) {
        dieEverywhere(change, file, readsFirst);
      }
    }
    dieWhereTheFileIsCut();
  }

  /// Some files grow until they are made shorter.
  private void dieWhereTheFileIsCut() throws Exception {
    var counter = begin(new Change(STEP));
    var process = processes.getFirst();
    for (var sum = 0L; sum < MANY_STEPS * STEP; sum += STEP) {
      process.undisturbed();
      var file = Files.readAllBytes(path);
      counter.add(STEP);
      if (Files.size(path) < file.length) {
        dieEverywhere(new Change(STEP, sum), file, true);
        dieEverywhere(new Change(STEP, sum), file, false);
        return;
      }
    }
  }

  private void dieEverywhere(Change change, byte[] file, boolean readsFirst) throws Exception {
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var survivor = counter(process());
      survivor.get();
      var dying = process();
      dieIn(dying, place, counter -> counter.add(change.step));
      if (!dying.wasStopped()) {
        return;
      }
      var what =
          "A process was killed in add(%d) at %d, %s"
              .formatted(change.step, change.before(), dying.place());
      var newcomer = counter(process());
      var found = found(what, () -> readsFirst ? newcomer.get() : survivor.add(MORE) - MORE);
      if (found != change.before() && found != change.after()) {
        fail(
            "%s. The next one found %d, neither %d nor %d"
                .formatted(what, found, change.before(), change.after()));
      }
      var now = readsFirst ? found : found + MORE;
      assertEquals(now, newcomer.get(), what + ". A first call settled it; get() in a second");
      assertEquals(now + MORE, survivor.add(MORE), what + ". A second call, add(" + MORE + ")");
      assertEquals(now, newcomer.add(-MORE), what + ". A third call, add(" + -MORE + ")");
      assertEquals(now, survivor.get(), what + ". A fourth call, get()");
      place = next(dying, change);
    }
  }

  /// The next place. Every byte of a write matters for one change, and some bytes for the others.
  private static Place next(PretendProcess process, Change change) {
    return change == FEW_BYTES ? process.next() : process.nextOfFew();
  }

  @Test
  @DisplayName("the next one may be killed, too, while it deals with what the first one left")
  @Graded(points = 1, read = CONTRACT)
  void deathAgain() throws Exception {
    dieTwice(FEW_BYTES, 0);
    dieTwice(MANY_BYTES, 100_000);
  }

  /// @param second what the second process adds; 0 when it reads
  private void dieTwice(Change change, long second) throws Exception {
    begin(change);
    var file = Files.readAllBytes(path);
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var first = process();
      dieIn(first, place, counter -> counter.add(change.step));
      if (!first.wasStopped()) {
        return;
      }
      var left = Files.readAllBytes(path);
      for (var nextPlace = Place.FIRST; ; ) {
        afresh(left);
        var next = process();
        dieIn(next, nextPlace, one -> second == 0 ? one.get() : one.add(second));
        if (!next.wasStopped()) {
          break;
        }
        var what =
            "One process was killed in add(%d) at %d, %s, and then another in %s, %s"
                .formatted(
                    change.step,
                    change.before(),
                    first.place(),
                    second == 0 ? "get()" : "add(" + second + ")",
                    next.place());
        var newcomer = counter(process());
        var found = found(what, newcomer::get);
        var sums = LongStream.of(0, change.step, second, change.step + second);
        if (sums.noneMatch(added -> found == change.before() + added)) {
          fail(what + ". The third one found " + found);
        }
        assertEquals(found + MORE, newcomer.add(MORE), what + ". The third one found " + found);
        assertEquals(found + MORE, counter(process()).get(), what + ". The fourth one's get()");
        nextPlace = next.nextOfFew();
      }
      place = first.nextOfFew();
    }
  }

  @Test
  @DisplayName("when the disk fails, the call throws, and changes all or nothing")
  @Graded(points = 1, read = CONTRACT)
  void failure() throws Exception {
    failEverywhere(FEW_BYTES);
    failEverywhere(new Change(1));
    failEverywhere(MANY_BYTES);
    failEverywhere(new Change(0, 300));
  }

  private void failEverywhere(Change change) throws Exception {
    begin(change);
    var file = Files.readAllBytes(path);
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var process = process();
      var counter = process.counter();
      process.at(
          place,
          () -> {
            if (!process.operation().equals("release")) {
              throw new IOException("the disk failed");
            }
          });
      var failed = false;
      try {
        run(change, counter);
      } catch (IOException expected) {
        failed = true;
      }
      if (!process.wasStopped()) {
        return;
      }
      var what =
          "The disk failed in %s at %d, %s"
              .formatted(named(change), change.before(), process.place());
      assertTrue(failed || process.operation().equals("release"), what + ". Nothing was thrown");
      place = next(process, change);
      process.undisturbed();
      var found = resultOf(get(process, counter), what + ". Then get()");
      if (found != change.before() && found != change.after()) {
        fail(
            "%s. Then get() said %d, neither %d nor %d"
                .formatted(what, found, change.before(), change.after()));
      }
      var newcomer = process();
      var other = resultOf(get(newcomer, newcomer.counter()), what + ". Another process");
      assertEquals(found, other, what + ". The sum in another process");
      var next = resultOf(add(process, counter, MORE), what + ". The next add");
      assertEquals(found + MORE, next, what + ". The sum of the next add");
    }
  }

  private static void run(Change change, FileCounter counter) throws Exception {
    if (change.step == 0) {
      counter.get();
    } else {
      counter.add(change.step);
    }
  }

  private static String named(Change change) {
    return change.step == 0 ? "get()" : "add(" + change.step + ")";
  }

  @Test
  @DisplayName("an interrupt ends a wait, changes nothing, and harms nobody else")
  @Graded(points = 1, read = "lesson 08, \"Interrupt a read\"")
  void interrupts() throws Exception {
    var start = begin(FEW_BYTES);
    for (var step : new long[] {1, 0}) {
      var name = step == 0 ? "get()" : "add(1)";
      var call =
          new CounterCall(
              processes.getFirst(),
              name,
              () -> {
                Thread.currentThread().interrupt();
                return step == 0 ? start.get() : start.add(step);
              });
      assertEquals(INTERRUPTED, call.ending(), name + " of a thread that was already interrupted");
      assertEquals(255, start.get(), "the sum after " + name + " of an interrupted thread");
    }
    for (var sameProcess : List.of(true, false)) {
      for (var place = Place.FIRST; interruptsWaiting(place, sameProcess); ) {
        place = new Place(place.operation() + 1, 0);
      }
    }
    for (var place = Place.FIRST; interruptsAt(place); ) {
      place = new Place(place.operation() + 1, 0);
    }
  }

  /// Interrupts calls that wait until another thread or process has had its turn.
  ///
  /// @return whether that one came to the place where it is held up
  private boolean interruptsWaiting(Place place, boolean sameProcess) throws Exception {
    var start = begin(FEW_BYTES);
    var slow = process();
    var waiting = sameProcess ? slow : process();
    var channel = waiting.channel();
    var counter = waiting.counter(channel);
    var endings = new ArrayList<String>();
    slow.at(
        place,
        () -> {
          for (var call : List.of(add(waiting, counter, 0), get(waiting, counter))) {
            if (!call.comesToRest().isOver()) {
              call.interrupt();
              endings.add(call.ending());
            }
          }
        });
    slow.counter().add(1);
    if (!slow.wasStopped()) {
      return false;
    }
    var what =
        "A call was interrupted while it waited for another "
            + (sameProcess ? "thread of its process" : "process");
    for (var ending : endings) {
      assertEquals(INTERRUPTED, ending, what + ". It");
    }
    assertTrue(channel.isOpen(), what + ". Its channel is closed");
    assertEquals(256, counter.get(), what + ". The sum afterwards");
    assertEquals(256, start.get(), what + ". The sum in another process");
    return true;
  }

  /// Interrupts a thread that has its turn.
  ///
  /// @return whether it came to that place
  private boolean interruptsAt(Place place) throws Exception {
    var start = begin(FEW_BYTES);
    var process = process();
    var counter = process.counter();
    var other = process.counter();
    process.at(place, () -> Thread.currentThread().interrupt());
    var call = add(process, counter, 1);
    var ending = call.ending();
    if (!process.wasStopped()) {
      return false;
    }
    var what = "A thread was interrupted in add(1) at 255, %s.".formatted(process.place());
    process.undisturbed();
    var found = get(process, other).result();
    var allowed =
        switch (ending.replace(CounterCall.STILL_SET, "")) {
          case "returned 256" -> List.of(256L);
          case INTERRUPTED -> List.of(255L);
          default -> List.of(255L, 256L);
        };
    if (!allowed.contains(found)) {
      fail("%s It %s, and another counter found %d".formatted(what, ending, found));
    }
    assertEquals(found, start.get(), what + " The sum in another process");
    assertEquals(found + MORE, add(process, other, MORE).result(), what + " The next sum");
    return true;
  }

  @Test
  @DisplayName("a file that is no counter's is refused, and left as it is")
  @Graded(points = 1, read = CONTRACT)
  void foreign() throws Exception {
    var text = "Not a counter, but a letter. ".repeat(300).getBytes(UTF_8);
    assertRefused(text, "a letter of 8,700 bytes");
    assertRefused(Arrays.copyOf(text, 4_097), "a letter of 4,097 bytes");
    assertRefused(new byte[5_000], "5,000 bytes, all 0");
    for (var change : List.of(new Change(0, 1), FEW_BYTES, MANY_BYTES, new Change(0, 1, 2, 3, 4))) {
      begin(change);
      var damaged = Files.readAllBytes(path);
      Arrays.fill(damaged, (byte) 0);
      assertRefused(damaged, "a counter's file, each byte replaced by 0");
      Arrays.fill(damaged, (byte) 'x');
      assertRefused(damaged, "a counter's file, each byte replaced by an x");
    }
  }

  private void assertRefused(byte[] bytes, String what) throws Exception {
    begin(FEW_BYTES);
    var right = Files.readAllBytes(path);
    var process = process();
    var counter = process.counter();
    Files.write(path, bytes);
    var got = get(process, counter).ending();
    assertTrue(got.startsWith("threw ") && got.contains("IOException"), what + ": get() " + got);
    var added = add(process, counter, 1).ending();
    assertTrue(
        added.startsWith("threw ") && added.contains("IOException"), what + ": add(1) " + added);
    assertArrayEquals(bytes, Files.readAllBytes(path), what + ": the file was changed");
    Files.write(path, right);
    assertEquals(256, add(process, counter, 1).result(), what + ": add(1) once it is mended");
  }

  @Test
  @DisplayName("real processes: one holds up the others, and then it is killed with kill -9")
  @Graded(points = 1, read = "lesson 11, \"The holder is killed\"")
  void realProcesses() throws Exception {
    var classes = folder.resolve("classes");
    CounterProcess.copy(SharedCounter.class, classes);
    try (var channel = FileChannel.open(path, READ, WRITE)) {
      var counter = new SharedCounter(new InstrumentedChannel(channel, new Patience()));
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

  /// Goes on, but not forever.
  private static final class Patience implements InstrumentedChannel.Probe {
    private int operations;

    @Override
    public int before(String operation, int bytes) {
      if (++operations == PretendProcess.PATIENCE) {
        fail("a counter waits for a process that was killed");
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

  /// Empties the file, and lets one process add.
  ///
  /// @return its counter
  private FileCounter begin(Change change) throws Exception {
    afresh(new byte[0]);
    var counter = counter(process());
    for (var step : change.first) {
      counter.add(step);
    }
    return counter;
  }

  /// Ends all processes, and fills the file.
  private void afresh(byte[] bytes) throws IOException {
    processes.forEach(PretendProcess::kill);
    processes.clear();
    locks = new PretendLocks();
    Files.write(path, bytes);
  }

  private PretendProcess process() throws IOException {
    var process = new PretendProcess(path, locks, SharedCounter.class);
    processes.add(process);
    return process;
  }

  private static FileCounter counter(PretendProcess process) throws IOException {
    return process.counter();
  }

  private interface Use {
    long of(FileCounter counter) throws Exception;
  }

  /// Kills a process at a place, if its call comes there.
  private static void dieIn(PretendProcess dying, Place place, Use call) throws IOException {
    var counter = counter(dying);
    dying.at(place, dying::kill);
    try {
      call.of(counter);
    } catch (Throwable thrown) {
      if (!dying.wasStopped()) {
        throw new AssertionError("A call threw " + thrown, thrown);
      }
    }
  }

  private static long found(String what, Callable<Long> call) throws Exception {
    try {
      return call.call();
    } catch (IOException refused) {
      return fail(what + ". The next one threw " + refused.getClass().getSimpleName());
    }
  }

  private static CounterCall add(PretendProcess process, FileCounter counter, long step) {
    return new CounterCall(process, "add(" + step + ")", () -> counter.add(step));
  }

  private static CounterCall get(PretendProcess process, FileCounter counter) {
    return new CounterCall(process, "get()", counter::get);
  }
}
