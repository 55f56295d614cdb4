package workbook.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workbook.run.Runs.FRESH;
import static workbook.run.Runs.HERE;
import static workbook.run.Runs.family;
import static workbook.run.Runs.play;
import static workbook.run.Runs.playAndCancel;
import static workbook.run.Runs.playSlowly;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.ChildJvm;
import workbook.process.JavaProcess;
import workbook.process.ProcessMark;
import workbook.process.ProcessTree;

/// However a run ends, nothing that it started goes on.
@Tag("slow")
final class LeftoverProcessesTest {
  private static final int MANY = 20;

  @ParameterizedTest
  @ValueSource(strings = {"return", "throw", "exit", "halt"})
  void afterARunItsProcessesAreGone(String then) throws Exception {
    assertNoneLives(family(playSlowly(FRESH, then, "family", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "ignore"})
  void afterACancelItsProcessesAreGone(String then) throws Exception {
    assertNoneLives(family(playAndCancel(FRESH, then, "family", "2")));
  }

  @Test
  void theProcessesOfARunInThisJvmAreGone() throws Exception {
    assertNoneLives(family(play(HERE, "return", "family", "2")));
  }

  @Test
  void theThreadsOfARunInThisJvmAreGone() throws Exception {
    play(HERE, "leave a waiting thread");

    assertEquals(
        List.of(),
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("left"))
            .toList());
  }

  /// A workbook that is in the middle of a run.
  static final class Workbook {
    public static void main(String[] arguments) throws Exception {
      var acting = new CountDownLatch(1);
      Runs.start(FRESH, share -> acting.countDown(), arguments[0], "family", "2");
      acting.await();
      ProcessHandle.current().descendants().forEach(one -> System.out.print(one.pid() + " "));
      System.out.println();
      new CountDownLatch(1).await();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "ignore"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whenTheWorkbookIsKilledTheRunAndItsProcessesEndThemselves(String then) throws Exception {
    var workbook = JavaProcess.builder(Workbook.class, then).start();
    var pids = workbook.inputReader(UTF_8).readLine();
    var family =
        Arrays.stream(pids.split(" "))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
            .toList();
    assertEquals(3, family.size(), "the run's JVM and the two it started: " + pids);

    workbook.destroyForcibly().waitFor();

    while (family.stream().anyMatch(ProcessTree::isAlive)) {
      Thread.onSpinWait(); // each ends by itself or the test reaches its time-out
    }
  }

  /// A process that replaces each child that dies, as a server does with its workers.
  static final class Replacing {
    public static void main(String[] arguments) throws Exception {
      Thread.ofPlatform().daemon().start(Replacing::forEver);
      while (System.in.read() != -1) {
        // Until the test lets go.
      }
      ChildJvm.endOthers();
      Runtime.getRuntime().halt(0);
    }

    private static void forEver() {
      try {
        while (true) {
          var child = new ProcessBuilder("cat").start(); // ends with its standard input
          System.out.println("started");
          child.waitFor();
        }
      } catch (IOException | InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aProcessThatReplacesItsChildrenEndsAllTheSame() throws Exception {
    var program = JavaProcess.builder(Replacing.class);
    ProcessMark.random().putOn(program);
    var replacing = program.start();
    var started = replacing.inputReader(UTF_8);
    assertEquals("started", started.readLine());

    replacing.getOutputStream().close();

    var more = started.lines().count();
    assertTrue(more < MANY, "it was chased through " + more + " children");
    assertEquals(0, replacing.waitFor());
  }

  private static void assertNoneLives(List<ProcessHandle> family) {
    for (var process : family) {
      assertFalse(ProcessTree.isAlive(process), process.info().toString());
    }
  }
}
