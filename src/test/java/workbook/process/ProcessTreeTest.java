package workbook.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Which processes are found by their mark.
@Tag("fast")
@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {
  private final ProcessMark mark = ProcessMark.random();

  /// Whoever waited for its end would wait as long as its parent lives.
  @Test
  void aZombieIsNotFoundByItsMark() throws Exception {
    var marked = mark.putOn(new ProcessBuilder("sh", "-c", "exit 0")).command();
    var command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & exec sleep 1000", "sh"));
    command.addAll(marked);
    var parent = new ProcessBuilder(command).start();
    try {
      while (parent.children().noneMatch(child -> TaskStat.of(child).state() == 'Z')) {
        Thread.onSpinWait();
      }
      assertEquals(List.of(), ProcessTree.marked(mark));
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aProcessWithoutItsEnvironmentIsFoundByItsMark() throws Exception {
    var alone = new ProcessBuilder("sh", "-c", "exec env -i setsid sleep 1000");
    var process = mark.putOn(alone).start();
    try {
      while (!TaskStat.of(process.toHandle()).name().equals("sleep")) {
        assertTrue(process.isAlive());
      }
      assertEquals(List.of(process.toHandle()), ProcessTree.marked(mark));
    } finally {
      process.destroyForcibly();
    }
  }
}
