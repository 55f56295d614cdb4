package workbook.explore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.JavaProcess;

/// A JVM that does not export its continuations tells the same of every program, by threads.
@Tag("slow")
final class ThreadFibersTest {
  private static final String PAIRS =
      "LostUpdate VolatileInc AtomicGetSet CheckThenAct LockOrder TryLockTimeout TryLockIgnored"
          + " IfNotWhile MissedSignal NotifyOne SemaphoreMisuse InterruptSwallowed"
          + " DclNoSecondCheck ParkOnce QueueCheckTake ExecutorList PoolStarvation AwaitTimeout"
          + " RwUpgrade VirtualThreads FutureRace DclNoVolatile UnsafePublication StopFlag"
          + " LongTearing";

  private static final List<String> LEAVING =
      List.of(
          "exits",
          "readsAFile",
          "races",
          "locks",
          "waits",
          "loops",
          "catchesAll",
          "catchesAndCallsItself",
          "startsThreads");

  /// Explores the programs named and says what was found, a line for each.
  public static final class Child {
    public static void main(String[] programs) {
      for (var program : programs) {
        System.out.println(told(program));
      }
      var left = Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
      System.out.println(left.filter(name -> name.startsWith("explorer")).toList());
    }
  }

  @Test
  void everyPairIsToldAsWithContinuations() throws Exception {
    var pairs =
        Stream.of(PAIRS.split(" "))
            .map(name -> "scenarios." + name)
            .flatMap(name -> Stream.of(name + "::bad", name + "::good"));
    sameInAPlainJvm(pairs.toList());
  }

  @Test
  void aThreadThatIsLeftBehindLeavesWhateverItDoesOnItsWay() throws Exception {
    sameInAPlainJvm(LEAVING.stream().map(name -> "programs.Leaving::" + name).toList());
  }

  private static void sameInAPlainJvm(List<String> programs) throws Exception {
    var java = JavaProcess.builder(Child.class, programs.toArray(String[]::new));
    java.command().removeIf(option -> option.startsWith("--add-exports"));
    java.command().add(1, "-D" + Explore.SECONDS + "=600"); // for a busy machine
    assertFalse(java.command().toString().contains("jdk.internal.vm"), java.command().toString());
    var process = java.redirectErrorStream(true).start();
    try (var out = process.inputReader(UTF_8)) {
      var expected = programs.stream().map(ThreadFibersTest::told);
      assertLinesMatch(Stream.concat(expected, Stream.of("[]")), out.lines());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static String told(String program) {
    var verdict = Explorer.explore(Subject.named(program), Budget.DEFAULT);
    var parts = new ArrayList<String>(List.of(program, verdict.says()));
    if (verdict instanceof Verdict.Fails fails) {
      parts.add(fails.schedule() + " " + fails.schedules() + " " + fails.facts());
      parts.add(fails.trace().toString());
    } else {
      parts.add(verdict.toString());
    }
    return String.join(" | ", parts).replace("\n", "\\n");
  }
}
