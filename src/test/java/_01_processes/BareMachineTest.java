package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _01_processes.lab.Anatomy;
import _01_processes.lab.ForkAndWait;
import _01_processes.lab.InheritedFiles;
import _01_processes.lab.OneVariable;
import _01_processes.lab.SleepingLoop;
import _01_processes.lab.StartUpCost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Parameters;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;
import workbook.run.Run;

/// On a machine with nothing but a JDK the lesson still runs, and says what it skipped.
@Tag("slow")
final class BareMachineTest {
  /// A workbook whose path leads nowhere.
  static final class Workbook {
    public static void main(String[] args) throws Exception {
      for (var experiment :
          List.of(
              new Anatomy(),
              new OneVariable(),
              new InheritedFiles(),
              new SleepingLoop(),
              new ForkAndWait(),
              new StartUpCost())) {
        var result =
            Run.start(
                    experiment.id(),
                    experiment,
                    Parameters.defaults(experiment.parameters()),
                    experiment.plan().inThisJvm().repeated(1).within(Duration.ofMinutes(10)),
                    share -> {})
                .await();
        System.out.println(experiment.id() + " " + result.ending() + " " + result.good());
        result.observations().notes().stream()
            .filter(note -> note.contains("was skipped"))
            .forEach(System.out::println);
      }
    }
  }

  @Test
  void whatIsMissingIsSkippedWithAWord() throws Exception {
    assertSkipsWithAWord("/nowhere");
  }

  @Test
  void aPlaceholderForPythonIsNoPython(@TempDir Path folder) throws Exception {
    var placeholder = Files.writeString(folder.resolve("python3"), "#!/bin/sh\nexit 127\n");
    assumeTrue(placeholder.toFile().setExecutable(true), "nothing can be made executable here");
    assertSkipsWithAWord(folder.toString());
  }

  private static void assertSkipsWithAWord(String path) throws Exception {
    var workbook = JavaProcess.builder(Workbook.class);
    workbook.environment().put("PATH", path);
    var seen = CompletedProcess.of(workbook);

    assertEquals(0, seen.code());
    assertEquals(
        List.of(
            "anatomy COMPLETE true",
            "ps was skipped: it is not on this machine.",
            "fork-copies-memory COMPLETE true",
            "The shell's fork was skipped: there is no sh on this machine.",
            "The Python twin was skipped: there is no python3 on this machine.",
            "inherited-files COMPLETE true",
            "The shell's fork was skipped: there is no sh on this machine.",
            "The Python twin was skipped: there is no python3 on this machine.",
            "pid-and-time COMPLETE true",
            "ps was skipped: it is not on this machine.",
            "fork-and-wait COMPLETE true",
            "The fork was skipped: there is no python3 on this machine.",
            "start-up-cost COMPLETE true",
            "A plain process was skipped: there is no program true on this machine.",
            "The Python twin was skipped: there is no python3 on this machine."),
        seen.lines().stream().filter(line -> !line.contains("/proc")).toList());
  }
}
