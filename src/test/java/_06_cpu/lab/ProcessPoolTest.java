package _06_cpu.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Await;

/// Each worker of a pool is a process of its own.
@Tag("fast")
class ProcessPoolTest {
  /// Tells which process it was done in.
  record Pid() implements Callable<Long>, Serializable {
    @Override
    public Long call() {
      return ProcessHandle.current().pid();
    }
  }

  record Sum(int[] numbers) implements Callable<Integer>, Serializable {
    @Override
    public Integer call() {
      return IntStream.of(numbers).sum();
    }
  }

  record Exit() implements Callable<Integer>, Serializable {
    @Override
    public Integer call() {
      System.exit(0);
      return 0;
    }
  }

  @Test
  void everyTaskHasAProcessOfItsOwnThatEndsWithThePool() throws Exception {
    List<Long> pids;
    List<ProcessHandle> processes;
    try (var pool = new ProcessPool(2)) {
      pids = pool.invokeAll(List.of(new Pid(), new Pid()));
      assertEquals(pids, pool.invokeAll(List.of(new Pid(), new Pid())));
      assertNotEquals(pids.getFirst(), pids.getLast());
      assertFalse(pids.contains(ProcessHandle.current().pid()));
      processes = pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
    }
    for (var process : processes) {
      process.onExit().get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aTaskIsSentAsItIsNow() throws Exception {
    var task = new Sum(new int[] {1, 2});
    try (var pool = new ProcessPool(1)) {
      assertEquals(List.of(3), pool.invokeAll(List.of(task)));
      task.numbers[0] = 40;
      assertEquals(List.of(42), pool.invokeAll(List.of(task)));
    }
  }

  @Test
  void aProcessThatEndsWithoutAResultIsNoticed() throws Exception {
    try (var pool = new ProcessPool(1)) {
      var failed = assertThrows(IOException.class, () -> pool.invokeAll(List.of(new Exit())));
      assertEquals("A worker process ended without a result.", failed.getMessage());
    }
  }
}
