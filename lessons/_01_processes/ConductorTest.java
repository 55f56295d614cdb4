package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import _01_processes.Orchestra.Ending;
import _01_processes.exercise.Conductor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Graded;

/// The graded tests of Conductor. The children are short programs for `sh`.
class ConductorTest {
  /// For children that end by themselves: so long that none of them ever needs it.
  private static final Duration AMPLE = Duration.ofMinutes(10);

  /// For children that never end. When one is not seen to be ready before its time is up, it gets
  /// another try with twice the time: so no verdict depends on how fast the machine is.
  private static final Duration SHORT = Duration.ofMillis(400);

  /// No try has more than this.
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /// For a conductor that looks at its children now and then.
  private static final Duration NAP = Duration.ofSeconds(1);

  /// A million letters, by nothing but the shell.
  private static final String CHATTER =
      "i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo %s; done".formatted("x".repeat(9999));

  /// Tells its process number, and never ends: nobody ever writes into the pipe. Each try has files
  /// of its own: a process that is left over from the one before may still write.
  private static final String READY = "echo $$ > new%1$d; mv new%1$d ready%1$d; read x < hold";

  private static final int MILLION = 1_000_000;

  @TempDir private Path folder;

  @AfterEach
  void noProcessOutlivesItsTest() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  @DisplayName("one child: what it printed, and its exit code")
  @Graded(points = 1, read = "lesson 01, \"A process as an object\"")
  void oneChildIsHeard() throws Exception {
    var ending = conduct(AMPLE, "echo 'two  words'; exit 3").getFirst();
    assertEquals("two  words\n", ending.output(), "what the child printed");
    assertEquals(OptionalInt.of(3), ending.exitCode(), "its exit code");
    assertEquals(List.of(), conduct(AMPLE), "no command, no ending");
  }

  @Test
  @DisplayName("standard output and standard error are kept apart")
  @Graded(points = 1, read = "lesson 01, \"An open file\"")
  void bothStreamsAreKept() throws Exception {
    var ending = conduct(AMPLE, "echo good; echo bad >&2; echo better").getFirst();
    assertEquals("good\nbetter\n", ending.output(), "on standard output");
    assertEquals("bad\n", ending.errors(), "on standard error");
  }

  @Test
  @DisplayName("children find their standard input empty, and do not wait for it")
  @Graded(points = 1, read = "lesson 01, \"An open file\"")
  void standardInputIsEmpty() throws Exception {
    var ending = conduct(AMPLE, "read line || echo nothing to read").getFirst();
    assertEquals("nothing to read\n", ending.output(), "printed by a child that reads its input");
  }

  @Test
  @DisplayName("all run at once: two children that wait for each other both come to their end")
  @Graded(points = 1, read = "lesson 01, \"Two talkers\"")
  void allRunAtOnce() throws Exception {
    fifos("here", "there");
    var endings =
        conduct(
            AMPLE,
            "read word < here; echo back > there; echo first got $word",
            "echo forth > here; read word < there; echo second got $word");
    var outputs = endings.stream().map(Ending::output).toList();
    assertEquals(
        List.of("first got forth\n", "second got back\n"), outputs, "in the order of the commands");
  }

  @Test
  @DisplayName("a child that prints a million letters gets them all out, while the first one waits")
  @Graded(points = 1, read = "lesson 01, \"A child with a lot to say\"")
  void theChattyOneIsDrained() throws Exception {
    fifos("here");
    var endings =
        conduct(AMPLE, "read word < here; echo $word", CHATTER + "; echo finished > here");
    assertEquals(MILLION, endings.getLast().output().length(), "letters from the second child");
    assertEquals("finished\n", endings.getFirst().output(), "what the first child heard");
  }

  @Test
  @DisplayName("a million letters on each stream, those on standard error first")
  @Graded(points = 1, read = "lesson 01, \"A child with a lot to say\"")
  void bothStreamsAreDrained() throws Exception {
    var ending = conduct(AMPLE, "(" + CHATTER + ") >&2; " + CHATTER).getFirst();
    assertEquals(MILLION, ending.errors().length(), "letters on standard error");
    assertEquals(MILLION, ending.output().length(), "letters on standard output");
  }

  @Test
  @DisplayName("a child that never ends is ended, even if it ignores being asked")
  @Graded(points = 1, read = "lesson 01, \"A process as an object\"")
  void theEndlessOneIsEnded() throws Exception {
    var child = conductUntilReady("trap '' TERM; echo said this; " + READY);
    assertEquals("said this\n", child.ending.output(), "what it had printed until then");
    assertGone(child.pid, "the child that never ends");
  }

  @Test
  @DisplayName("what an endless child has started is ended with it")
  @Graded(points = 1, read = "lesson 01, \"A process as an object\"")
  void itsOwnChildrenAreEnded() throws Exception {
    var child = conductUntilReady("sh -c '" + READY + "'; echo not reached");
    assertGone(child.pid, "a process that the endless child has started");
  }

  @Test
  @DisplayName("a process left behind by a child holds its output open: nobody waits for it")
  @Graded(points = 1, read = "lesson 01, \"An open file\"")
  void nobodyWaitsForWhatIsLeftBehind() throws Exception {
    fifos("hold", "door");
    try {
      var leaves = "exec 3<> hold; (read x <&3; echo late) & ";
      var call = new Call(List.of(sh(leaves + CHATTER + "; read x < door; exit 4")), AMPLE);
      Standstill.comesAfter(call.task::isDone, Duration.ZERO); // now whoever reads waits for more
      release("door");
      var ending = call.endings().getFirst();
      assertEquals(MILLION, ending.output().length(), "letters from the child until it ended");
      assertEquals(OptionalInt.of(4), ending.exitCode(), "the exit code of the child");
    } finally {
      release("hold");
    }
  }

  @Test
  @DisplayName("when a command does not exist or the caller is interrupted, no child stays alive")
  @Graded(points = 1, read = "lesson 01, \"A process as an object\"")
  void nobodyIsLeftAlive() throws Exception {
    fifos("hold");
    var deaf = sh("trap '' TERM; read x < hold");
    var interrupted = new Call(List.of(deaf, deaf), AMPLE);
    Standstill.comesAfter(interrupted.task::isDone, Duration.ZERO); // both children wait
    interrupted.thread.interrupt();
    assertInstanceOf(InterruptedException.class, interrupted.thrown(), "what conduct threw");
    assertNobodyAlive("after the caller was interrupted");

    var endless = sh("read x < hold");
    var missing = List.of("there-is-no-such-program");
    var failed = new Call(List.of(endless, missing), AMPLE);
    assertInstanceOf(IOException.class, failed.thrown(), "what conduct threw");
    assertNobodyAlive("after a command could not be started");
  }

  private List<Ending> conduct(Duration limit, String... scripts) throws Exception {
    return new Call(Stream.of(scripts).map(this::sh).toList(), limit).endings();
  }

  /// A program for the shell, to run in the folder of this test.
  private List<String> sh(String script) {
    return List.of("sh", "-c", "cd '" + folder + "' && { " + script + "; }");
  }

  /// Conducts a child that never ends, with more and more time, until it has said who it is.
  private Endless conductUntilReady(String script) throws Exception {
    fifos("hold");
    for (var limit = SHORT; limit.compareTo(LONGEST) < 0; limit = limit.multipliedBy(2)) {
      var ready = folder.resolve("ready" + limit.toMillis());
      var end = System.nanoTime() + limit.toNanos();
      var call = new Call(List.of(sh(script.formatted(limit.toMillis()))), limit);
      Standstill.comesAfter(() -> Files.exists(ready) || call.task.isDone(), limit);
      var inTime = Files.exists(ready) && end - System.nanoTime() > 0;
      var ending = call.endings().getFirst();
      assertEquals(OptionalInt.empty(), ending.exitCode(), "the exit code, its time being up");
      if (inTime) {
        return new Endless(ending, Long.parseLong(Files.readString(ready).strip()));
      }
    }
    return fail("The child never said that it was ready, however much time it was given.");
  }

  private record Endless(Ending ending, long pid) {}

  private void fifos(String... names) throws Exception {
    for (var name : names) {
      var made = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor();
      assertEquals(0, made, "mkfifo, which this test needs");
    }
  }

  /// Lets go whoever holds this pipe open and reads from it.
  private void release(String fifo) throws IOException {
    try (var both = new RandomAccessFile(folder.resolve(fifo).toFile(), "rw")) {
      both.writeBytes("go on\n");
    }
  }

  private static void assertNobodyAlive(String when) {
    var alive = children().toList();
    alive.forEach(ProcessHandle::destroyForcibly);
    assertEquals(0, alive.size(), "child processes alive " + when);
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().descendants().filter(Standstill::isAlive);
  }

  /// Waits for its end, because killing takes a moment. A child that nobody kills sleeps on.
  private static void assertGone(long pid, String who) throws InterruptedException {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      var one = process.get();
      var gone = Standstill.comesAfter(() -> !Standstill.isAlive(one), Duration.ZERO, one);
      one.destroyForcibly();
      if (!gone) {
        fail(who + " was still alive");
      }
    }
  }

  /// One call of conduct, on a thread of its own, so that a wrong one keeps nobody waiting for
  /// ever.
  private static final class Call {
    final FutureTask<List<Ending>> task;
    final Thread thread;
    private final Duration alarm;

    Call(List<List<String>> commands, Duration limit) {
      alarm = limit.equals(AMPLE) ? NAP : limit;
      task = new FutureTask<>(() -> new Conductor().conduct(commands, limit));
      thread = Thread.ofPlatform().name("caller").daemon().start(task);
    }

    List<Ending> endings() throws Exception {
      if (!Standstill.comesAfter(task::isDone, alarm)) {
        fail(
            "Nothing moves any more: conduct waits, and so do its children (still alive: %d)."
                .formatted(children().count()));
      }
      try {
        return task.get();
      } catch (ExecutionException thrown) {
        throw thrown.getCause() instanceof Exception cause ? cause : thrown;
      }
    }

    Throwable thrown() throws Exception {
      try {
        return fail("conduct returned as if nothing had happened: " + endings());
      } catch (IOException | InterruptedException thrown) {
        return thrown;
      }
    }
  }
}
