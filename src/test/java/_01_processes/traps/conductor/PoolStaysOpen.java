package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Trap(
    belief = "an idle pool costs nothing",
    fails = "oneChildIsHeard",
    saying = "threads that your code started still run")
public final class PoolStaysOpen implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    if (limitEach.isZero() || limitEach.isNegative()) {
      throw new IllegalArgumentException("limitEach is " + limitEach);
    }
    var threads = Executors.newCachedThreadPool();
    var done = new ExecutorCompletionService<Ending>(threads);
    var inOrder = new ArrayList<Future<Ending>>();
    try {
      for (var command : commands) {
        inOrder.add(done.submit(() -> run(command, limitEach)));
      }
      for (var _ : commands) {
        done.take().get();
      }
      return inOrder.stream().map(Future::resultNow).toList();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } finally {
      inOrder.forEach(one -> one.cancel(true));
    }
  }

  private static Ending run(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("child");
    try {
      return run(command, limit, folder.resolve("output"), folder.resolve("errors"));
    } finally {
      Files.deleteIfExists(folder.resolve("output"));
      Files.deleteIfExists(folder.resolve("errors"));
      Files.delete(folder);
    }
  }

  private static Ending run(List<String> command, Duration limit, Path output, Path errors)
      throws IOException, InterruptedException {
    var child =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      child.getOutputStream().close();
      var inTime = child.waitFor(limit);
      var exitCode = inTime ? OptionalInt.of(child.exitValue()) : OptionalInt.empty();
      end(child);
      return new Ending(text(output), text(errors), exitCode);
    } finally {
      end(child);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }

  private static void end(Process child) {
    var family = child.descendants().toList();
    child.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    child.onExit().join();
  }
}
