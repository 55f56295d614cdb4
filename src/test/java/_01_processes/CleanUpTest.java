package _01_processes;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _01_processes.lab.ChattyChildTrials;
import _01_processes.lab.TwoTalkers;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Await;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// A lesson that is interrupted leaves no process behind, even when no runner clears up after it.
@Tag("fast")
final class CleanUpTest {
  private static final String FOR_EVER = "900000"; // ms, beyond what a learner may choose

  @Test
  void aParentThatWaitsEndsItsChild() throws Exception {
    interruptWhen(
        1, () -> run(new ChattyChildTrials(), Map.of("kib", "2048", "patience", FOR_EVER)));
  }

  @Test
  void bothTalkersAreEnded() throws Exception {
    interruptWhen(2, () -> run(new TwoTalkers(), Map.of("lines", "1", "pause", FOR_EVER)));
  }

  @Test
  void aProgramIsEndedWithItsChildren() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "no sh here");
    interruptWhen(
        3, () -> CompletedProcess.of(new ProcessBuilder("sh", "-c", "sleep 900 & sleep 900; :")));
  }

  private static Void run(Experiment experiment, Map<String, String> values) throws Exception {
    experiment.run(new Parameters(values), deaf());
    return null;
  }

  /// Interrupts a task once it has so many child processes, and waits until they are gone.
  private static void interruptWhen(int children, Callable<?> task) throws Exception {
    var before = ProcessHandle.current().descendants().collect(Collectors.toSet());
    var result = new FutureTask<>(task);
    var thread = Thread.ofPlatform().start(result);
    Await.until(
        "there are " + children + " children",
        () -> born(before).size() >= children || !thread.isAlive());
    var born = born(before);
    thread.interrupt();

    var thrown = assertThrows(ExecutionException.class, result::get);
    assertInstanceOf(InterruptedException.class, thrown.getCause());
    try {
      Await.until("no child lives on", () -> born.stream().noneMatch(CleanUpTest::runs));
    } finally {
      born.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static List<ProcessHandle> born(Set<ProcessHandle> before) {
    return ProcessHandle.current().descendants().filter(one -> !before.contains(one)).toList();
  }

  /// A killed process may stay listed until somebody asks for its exit code, but it has no program.
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static Recorder deaf() {
    return (Recorder)
        Proxy.newProxyInstance(
            Recorder.class.getClassLoader(),
            new Class<?>[] {Recorder.class},
            (proxy, method, arguments) -> method.getReturnType() == long.class ? 0L : null);
  }
}
