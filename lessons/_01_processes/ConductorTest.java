package _01_processes;

import static _01_processes.ConductCall.AMPLE;
import static _01_processes.ConductCall.NAP;
import static _01_processes.LeftProcesses.assertGone;
import static _01_processes.LeftProcesses.assertNobodyAlive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import _01_processes.Orchestra.Ending;
import _01_processes.exercise.Conductor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Graded;

/// The graded tests of Conductor. The children are short programs for `sh`.
class ConductorTest {
  private static final String READ_CHILD = "lesson 01, \"A process as an object\"";
  private static final String READ_FILES = "lesson 01, \"An open file\"";
  private static final String READ_CHATTY = "lesson 01, \"A child with a lot to say\"";

  /// For children that never end. When they are not all ready long before their time is up, or
  /// conduct is not over soon after, they get another try with twice the time: so no verdict
  /// depends on how fast the machine is.
  private static final Duration SHORT = Duration.ofMillis(400);

  /// No try has more than this.
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /// A million letters, by nothing but the shell.
  private static final String CHATTER =
      "i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo %s; done".formatted("x".repeat(9999));

  /// Tells its process number in a file, and never ends: nobody ever writes into the pipe.
  private static final String READY =
      "echo $$ > new.$1.$TRY; mv new.$1.$TRY ready.$1.$TRY; read x < hold";

  private static final int MILLION = 1_000_000;

  @TempDir private Path folder;

  private LeftFiles left;

  @BeforeEach
  void writeScripts() throws IOException {
    left = new LeftFiles();
    Files.writeString(folder.resolve("endless.sh"), READY);
    Files.writeString(folder.resolve("parent.sh"), "sh endless.sh $1; echo not reached");
  }

  @AfterEach
  void noProcessOutlivesItsTest() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  @DisplayName("one child: what it printed, its exit code, and nothing stays behind")
  @Graded(points = 1, read = READ_CHILD)
  void oneChildIsHeard() throws Exception {
    var ending = conduct("echo 'two  words'; exit 3").getFirst();
    assertEquals("two  words\n", ending.output(), "what the child printed");
    assertEquals(OptionalInt.of(3), ending.exitCode(), "its exit code");
    left.assertNoneIsThere();
    assertEquals(List.of(), conduct(), "no command, no ending");
    leavesNothingOpen();
    var unlimited = calling(List.of(sh("exit 4")), ChronoUnit.FOREVER.getDuration());
    assertEquals(OptionalInt.of(4), unlimited.endings().getFirst().exitCode(), "with no limit");
    for (var limit : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
      var call = calling(List.of(sh(": > started")), limit);
      assertInstanceOf(IllegalArgumentException.class, call.thrown(), "limitEach is " + limit);
    }
    assertFalse(Files.exists(folder.resolve("started")), "a child was started with no time");
  }

  private void leavesNothingOpen() throws Exception {
    var open = new LeftFiles();
    var conductor = new Conductor();
    var calls =
        new ConductCall(
            () -> {
              for (var call = 0; call < LeftFiles.SOME; call++) {
                conductor.conduct(List.of(sh("exit")), AMPLE);
              }
              return List.of();
            },
            AMPLE);
    calls.endings();
    open.assertFewAreOpen("16 calls have returned, each with one child");
  }

  @Test
  @DisplayName("both streams are kept apart, and all that was printed is kept as it is")
  @Graded(points = 1, read = READ_FILES)
  void bothStreamsAreKept() throws Exception {
    var ending =
        conduct("printf 'good\\r\\n\\n  better'; printf '\\n bad' >&2; kill -9 $$").getFirst();
    assertEquals("good\\r\n\n  better", ending.output().replace("\r", "\\r"), "on standard output");
    assertEquals("\n bad", ending.errors(), "on standard error");
    assertEquals(OptionalInt.of(137), ending.exitCode(), "its exit code, 128 and the signal");
  }

  @Test
  @DisplayName("letters of several bytes stay whole, however slowly the bytes come")
  @Graded(points = 1, read = READ_FILES)
  void lettersStayWhole() throws Exception {
    fifos("door");
    var slow =
        "exec 4<> door; printf '\\303'; printf '\\342\\202' >&2; read x <&4; "
            + "printf '\\244\\377.'; printf '\\254\\377.' >&2";
    var quick = "printf '\\303\\244'; printf '\\342\\202\\254' >&2; exit 5";
    var call = calling(List.of(sh(slow), sh(quick)), AMPLE);
    Standstill.comesAfter(call::isOver, NAP); // all that was printed is read, if ever
    release("door");
    assertEquals(
        List.of(
            new Ending("\u00e4\ufffd.", "\u20ac\ufffd.", OptionalInt.of(0)),
            new Ending("\u00e4", "\u20ac", OptionalInt.of(5))),
        call.endings(),
        "how two children ended, the second one first");
  }

  @Test
  @DisplayName("children find their standard input empty, and do not wait for it")
  @Graded(points = 1, read = READ_FILES)
  void standardInputIsEmpty() throws Exception {
    var ending = conduct("read line || echo nothing to read").getFirst();
    assertEquals("nothing to read\n", ending.output(), "printed by a child that reads its input");
  }

  @Test
  @DisplayName(
      "all run at once: forty children wait for the last one, it for each; and so do two calls")
  @Graded(points = 1, read = "lesson 01, \"Two talkers\"")
  void allRunAtOnce() throws Exception {
    var pipes = IntStream.range(0, 40).mapToObj(number -> "pipe" + number).toList();
    fifos(pipes.toArray(String[]::new));
    var scripts =
        new ArrayList<>(pipes.stream().map("read word < %s; echo $word"::formatted).toList());
    scripts.add("for p in %s; do echo to $p > $p; done".formatted(String.join(" ", pipes)));
    var endings = conduct(scripts.toArray(String[]::new));
    assertEquals(
        pipes.stream().map("to %s\n"::formatted).sorted().toList(),
        endings.stream().map(Ending::output).filter(text -> !text.isEmpty()).sorted().toList(),
        "what the forty children printed, sorted");
    twoCallsAtOnce();
  }

  private void twoCallsAtOnce() throws Exception {
    fifos("door");
    var one = calling(List.of(sh("exec 4<> door; : > begun; read x <&4; exit 4")), AMPLE);
    one.await(() -> exists("begun"));
    var other = conduct("exit 5").getFirst().exitCode();
    assertEquals(OptionalInt.of(5), other, "the exit code of the other call's child");
    release("door");
    var code = one.endings().getFirst().exitCode();
    assertEquals(
        OptionalInt.of(4), code, "the exit code of a child, when another call ended before it");
  }

  @Test
  @DisplayName("a child that prints two million letters gets them out, while the first one waits")
  @Graded(points = 1, read = READ_CHATTY)
  void theChattyOneIsDrained() throws Exception {
    fifos("here");
    var endings =
        conduct(
            "read word < here; echo $word",
            "{ " + CHATTER + "; } >&2; " + CHATTER + "; echo finished > here");
    var errors = endings.stream().mapToInt(ending -> ending.errors().length()).sum();
    var output = endings.stream().mapToInt(ending -> ending.output().length()).sum();
    assertEquals(MILLION, errors, "letters on standard error, of both children");
    assertEquals(MILLION + "finished\n".length(), output, "letters on standard output, of both");
  }

  @Test
  @DisplayName(
      "each child that never ends is ended when its time is up, even if it ignores signals")
  @Graded(points = 1, read = READ_CHILD)
  void endlessOnesAreEnded() throws Exception {
    var names = List.of("a", "b", "c", "d", "e");
    var deaf = "trap '' TERM; echo said this; echo and that >&2; exec sh endless.sh ";
    var children = conductUntilReady(names, names.stream().map(deaf::concat).toList());
    for (var one : children.endings) {
      assertEquals("said this\n", one.output(), "what it had printed");
      assertEquals("and that\n", one.errors(), "what it had printed on standard error");
    }
    assertGone(children.pids, "a child that never ends");
  }

  @Test
  @DisplayName("what an endless child has started is ended with it, and what that has started")
  @Graded(points = 1, read = READ_CHILD)
  void itsOwnChildrenAreEnded() throws Exception {
    var script = "trap '' TERM; sh parent.sh inner; echo not reached";
    var child = conductUntilReady(List.of("inner"), List.of(script));
    assertGone(child.pids, "a process that the endless child has started");
  }

  @Test
  @DisplayName("a process left behind by a child holds its output open: nobody waits for it")
  @Graded(points = 1, read = READ_FILES)
  void nobodyWaitsForWhatIsLeftBehind() throws Exception {
    fifos("hold", "door");
    var leaves = "exec 3<> hold 4<> door; (read x <&3; : > lived) & echo $! > orphan; ";
    var script = leaves + CHATTER + "; : > printed; read x <&4; exit 4";
    try {
      var call = calling(List.of(sh(script)), AMPLE);
      Standstill.comesAfter(() -> exists("printed") || call.isOver(), NAP);
      release("door");
      var ending = call.endings().getFirst();
      assertEquals(MILLION, ending.output().length(), "letters from the child until it ended");
      assertEquals(OptionalInt.of(4), ending.exitCode(), "the exit code of the child");
    } finally {
      release("hold");
    }
    var orphan = ProcessHandle.of(pid("orphan")).stream().toArray(ProcessHandle[]::new);
    if (!Standstill.comesAfter(() -> exists("lived"), Duration.ZERO, orphan)) {
      fail("The process left behind was ended.");
    }
  }

  @Test
  @DisplayName("when a command does not exist or the caller is interrupted, nothing stays behind")
  @Graded(points = 1, read = READ_CHILD)
  void nobodyIsLeftAlive() throws Exception {
    fifos("hold");
    var deaf = "export TRY=0; trap '' TERM; sh parent.sh ";
    var names = List.of("a.0", "b.0");
    var interrupted = calling(List.of(sh(deaf + "a; :"), sh(deaf + "b; :")), AMPLE);
    interrupted.await(() -> areReady(names));
    interrupted.interrupt();
    assertInstanceOf(InterruptedException.class, interrupted.thrown(), "what conduct threw");
    assertNobodyAlive("after the caller was interrupted");
    assertGone(pids(names), "what a child had started before the caller was interrupted");

    var missing = List.of("there-is-no-such-program");
    var failed = calling(List.of(sh("read x < hold"), missing), AMPLE);
    assertInstanceOf(IOException.class, failed.thrown(), "what conduct threw");
    assertNobodyAlive("after a command could not be started");
    keepsAnInterrupt(List.of(sh("read x < hold"), sh("read x < hold"), missing));
    deletesWhatItPrinted();
    left.assertNoneIsThere();
  }

  /// The caller is interrupted already, and conduct ends the children before it waits for one.
  private static void keepsAnInterrupt(List<List<String>> commands) throws Exception {
    var isStillSet = new AtomicBoolean();
    var call =
        new ConductCall(
            () -> {
              Thread.currentThread().interrupt();
              try {
                return new Conductor().conduct(commands, AMPLE);
              } finally {
                isStillSet.set(Thread.currentThread().isInterrupted());
              }
            },
            AMPLE);
    if (!(call.thrown() instanceof InterruptedException) && !isStillSet.get()) {
      fail("The caller was interrupted. conduct ended the children, and the interrupt is lost.");
    }
    assertNobodyAlive("after a command could not be started, and the caller was interrupted");
  }

  private void deletesWhatItPrinted() throws Exception {
    var script = "rm -f \"$(readlink /proc/$$/fd/1)\"; echo said";
    try {
      assertEquals("said\n", conduct(script).getFirst().output(), "where there is no file");
    } catch (Exception thrown) {
      if (!(thrown instanceof IOException)) {
        var type = thrown.getClass().getSimpleName();
        fail("A child has deleted the file with its output. conduct threw " + type);
      }
    }
  }

  private static ConductCall calling(List<List<String>> commands, Duration limit) {
    return new ConductCall(() -> new Conductor().conduct(commands, limit), limit);
  }

  private List<Ending> conduct(String... scripts) throws Exception {
    return calling(Stream.of(scripts).map(this::sh).toList(), AMPLE).endings();
  }

  /// A program for the shell, to run in the folder of this test.
  private List<String> sh(String script) {
    return List.of("sh", "-c", "cd '" + folder + "' && { " + script + "; }");
  }

  /// Conducts children that never end, with more and more time, until all have said who they are.
  private Endless conductUntilReady(List<String> names, List<String> scripts) throws Exception {
    fifos("hold");
    for (var limit = SHORT; limit.compareTo(LONGEST) < 0; limit = limit.multipliedBy(2)) {
      var number = limit.toMillis(); // each try has files of its own
      var nanos = limit.toNanos();
      var ready = names.stream().map(name -> name + "." + number).toList();
      var begun = System.nanoTime();
      var set = "export TRY=%d; ".formatted(number);
      var call = calling(scripts.stream().map(set::concat).map(this::sh).toList(), limit);
      call.await(() -> areReady(ready) || System.nanoTime() - begun > nanos);
      var inTime = areReady(ready) && System.nanoTime() - begun < nanos / 4;
      if (inTime) {
        call.endsBy(System.nanoTime() + nanos + NAP.toNanos());
      }
      var endings = call.endings();
      var took = System.nanoTime() - begun;
      if (took < nanos - nanos / 16) {
        fail("A child that never ends was ended before its time was up.");
      }
      for (var ending : endings) {
        assertEquals(OptionalInt.empty(), ending.exitCode(), "the exit code, its time being up");
      }
      if (inTime && took < nanos + nanos / 4 * 3) {
        return new Endless(endings, pids(ready));
      }
    }
    return fail(
        "However much time the children were given, they were not ready long before it was up,"
            + " or conduct was not over soon after.");
  }

  private record Endless(List<Ending> endings, List<Long> pids) {}

  private boolean areReady(List<String> names) {
    return names.stream().allMatch(name -> exists("ready." + name));
  }

  private List<Long> pids(List<String> names) throws IOException {
    var pids = new ArrayList<Long>();
    for (var name : names) {
      pids.add(pid("ready." + name));
    }
    return pids;
  }

  private long pid(String file) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve(file)).strip());
  }

  private boolean exists(String file) {
    return Files.exists(folder.resolve(file));
  }

  private void fifos(String... names) throws Exception {
    var command = new ArrayList<>(List.of("mkfifo"));
    Stream.of(names).map(name -> folder.resolve(name).toString()).forEach(command::add);
    assertEquals(0, new ProcessBuilder(command).start().waitFor(), "mkfifo, which this test needs");
  }

  /// Lets go whoever holds this pipe open and reads from it.
  private void release(String fifo) throws IOException {
    try (var both = new RandomAccessFile(folder.resolve(fifo).toFile(), "rw")) {
      both.writeBytes("go on\n");
    }
  }
}
