package book;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import workbook.Experiment;
import workbook.Lesson;
import workbook.Scenario;

/// A lesson's programs are as long as a page of a book, and so are its experiments.
@Tag("fast")
class ProgramsTest {
  private static final int PROGRAM = 60;
  private static final int EXPERIMENT = 80;

  /// Files that are longer all the same, and why.
  private static final Map<String, String> EXEMPT =
      Map.ofEntries(
          entry(
              "BookingTasks.java",
              "only graded tests use it: tasks that wait, insist and clean up"),
          entry("BroadcastFixture.java", "only graded tests use it: what they share"),
          entry("BufferCalls.java", "only graded tests use it: calls, and what they moved"),
          entry("CallbackLoop.java", "the contract of an exercise: it has few lines of code"),
          entry("Caller.java", "the contract of an exercise: most of it says what is promised"),
          entry("ChatRoom.java", "the contract of an exercise: most of it says what is promised"),
          entry("Design.java", "the list of all designs of a server: each is a line or two"),
          entry("EchoCommands.java", "only graded tests use it: what a client says"),
          entry("ConductCall.java", "only graded tests use it: a call that may wait for ever"),
          entry("CounterCall.java", "only graded tests use it: a call that may wait for ever"),
          entry("CounterDeaths.java", "only graded tests use it: processes that are killed"),
          entry("CounterFailures.java", "only graded tests use it: a disk that fails"),
          entry("CounterFixture.java", "only graded tests use it: what they share"),
          entry("CounterInterrupts.java", "only graded tests use it: threads that are interrupted"),
          entry("CounterProcess.java", "only graded tests use it: a process that counts"),
          entry("CounterProgram.java", "only graded tests use it: the program of that process"),
          entry("CounterReaders.java", "only graded tests use it: readers that are held up"),
          entry("CounterTurns.java", "only graded tests use it: calls that are held up"),
          entry("Errno.java", "how native calls fail: half of it says what that means"),
          entry("EventLoopChecks.java", "only graded tests use it: parts of theirs"),
          entry("EventLoopFixture.java", "only graded tests use it: what they share"),
          entry(
              "FileCounter.java", "the contract of an exercise: most of it says what is promised"),
          entry("GatherFixture.java", "only graded tests use it: what they share"),
          entry(
              "InstrumentedChannel.java",
              "only graded tests use it: a channel that can be stopped at each operation"),
          entry(
              "Loop.java",
              "the event loop, to be read in one go: most of it says what is promised"),
          entry("LeftFiles.java", "only graded tests use it: what is left behind on the disk"),
          entry("LoopFuture.java", "a part of the event loop: most of it says what is promised"),
          entry("MoneyOnItsWay.java", "only graded tests use it: parts of theirs"),
          entry("NetworkServer.java", "the contract of an exercise: it has few lines of code"),
          entry(
              "PatientClientAssertions.java",
              "only graded tests use it: what they say of one question"),
          entry("Peer.java", "only graded tests use it: a server of the pretended network"),
          entry("Pizzeria.java", "only graded tests use it: a server on this machine"),
          entry("PosixMessageQueue.java", "calls of the C library, with what they take"),
          entry("PosixSemaphore.java", "calls of the C library, with what they take"),
          entry("PosixSharedMemory.java", "calls of the C library, with what they take"),
          entry(
              "PretendNetwork.java", "only graded tests use it: a network with a clock of its own"),
          entry(
              "PretendSocket.java", "only graded tests use it: a socket of the pretended network"),
          entry("PretendLocks.java", "only graded tests use it: the locks of pretended processes"),
          entry("PretendProcess.java", "only graded tests use it: a process that can be killed"),
          entry(
              "RecordingMember.java",
              "only graded tests use it: a member that writes down what it gets"),
          entry("Quiescence.java", "only graded tests use it: whether a server is at rest"),
          entry("RudeClient.java", "only graded tests use it: a client that talks to a server"),
          entry("Standstill.java", "only graded tests use it: whether anybody could still go on"),
          entry("RunningServer.java", "only graded tests use it: a server and its clients"),
          entry("WatchedRange.java", "only graded tests use it: what is computed, and how often"),
          entry("WorkersFixture.java", "only graded tests use it: what they share"),
          entry("Task.java", "a part of the event loop: most of it says what is promised"),
          entry("TcpServer.java", "a part of the event loop: most of it says what is promised"));

  @TestFactory
  Stream<DynamicTest> everyProgramAndEveryExperimentFitsItsPage() {
    return Contents.LESSONS.stream()
        .map(lesson -> dynamicTest(lesson.name(), () -> assertEquals(List.of(), faults(lesson))));
  }

  private static List<String> faults(Lesson lesson) throws IOException {
    var room = Path.of("lessons", lesson.room());
    var faults = new ArrayList<String>();
    faults.addAll(tooLong(room, PROGRAM));
    faults.addAll(tooLong(room.resolve("lab"), EXPERIMENT));
    for (Experiment experiment : lesson.experiments()) {
      if (!experiment.getClass().getPackageName().equals(lesson.room() + ".lab")) {
        faults.add(experiment.getClass() + " is an experiment: move it to lab/");
      }
    }
    for (Scenario.Named scenario : lesson.scenarios()) {
      if (!scenario.type().getPackageName().equals(lesson.room())) {
        faults.add(scenario.type() + " is a program: move it to " + lesson.room());
      }
    }
    return faults;
  }

  private static List<String> tooLong(Path folder, int most) throws IOException {
    var faults = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        var lines = Files.readAllLines(file).size();
        var name = file.getFileName().toString();
        if (lines > most && !name.endsWith("Test.java") && !EXEMPT.containsKey(name)) {
          faults.add("%s has %d lines; cut it to %d".formatted(file, lines, most));
        }
      }
    }
    return faults;
  }
}
