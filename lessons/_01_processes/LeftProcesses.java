package _01_processes;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The processes that this one has started, and that may still be alive.
public final class LeftProcesses {
  private LeftProcesses() {}

  /// Fails if one of them is alive when nobody is left who could end it. Blocks until then.
  public static void assertNobodyAlive(String when) throws InterruptedException {
    if (!Standstill.comesAfter(() -> children().findAny().isEmpty(), Duration.ZERO)) {
      var alive = children().toList();
      alive.forEach(ProcessHandle::destroyForcibly);
      fail("%d processes were still alive %s".formatted(alive.size(), when));
    }
  }

  /// Those that are alive, and what they have started themselves.
  public static Stream<ProcessHandle> children() {
    return ProcessHandle.current().descendants().filter(Standstill::isAlive);
  }

  /// Fails if one of these is alive, though it may be nobody's child any more. Waits for their end,
  /// because killing takes a moment. A process that nobody kills sleeps on.
  public static void assertGone(List<Long> pids, String who) throws InterruptedException {
    for (var pid : pids) {
      for (var process : ProcessHandle.of(pid).stream().toList()) {
        if (!Standstill.comesAfter(() -> !Standstill.isAlive(process), Duration.ZERO, process)) {
          process.destroyForcibly();
          fail(who + " was still alive");
        }
      }
    }
  }
}
