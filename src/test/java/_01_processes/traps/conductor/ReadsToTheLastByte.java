package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a stream ends when the child ends",
    fails = "nobodyWaitsForWhatIsLeftBehind",
    saying = "still alive: 0")
public final class ReadsToTheLastByte implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    var children = new ArrayList<Process>();
    try {
      for (var command : commands) {
        var child = new ProcessBuilder(command).start();
        child.getOutputStream().close();
        children.add(child);
      }
      var outputs = new HashMap<Process, CompletableFuture<String>>();
      var errors = new HashMap<Process, CompletableFuture<String>>();
      for (var child : children) {
        outputs.put(child, reading(child.getInputStream()));
        errors.put(child, reading(child.getErrorStream()));
      }
      var deadline = System.nanoTime() + limitEach.toNanos();
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        var inTime = child.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (!inTime) {
          child.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
          child.toHandle().destroyForcibly();
        }
        var exitCode = inTime ? OptionalInt.of(child.exitValue()) : OptionalInt.empty();
        endings.add(new Ending(outputs.get(child).join(), errors.get(child).join(), exitCode));
      }
      return endings;
    } finally {
      children.forEach(ReadsToTheLastByte::end);
    }
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.startVirtualThread(
        () -> {
          try {
            text.complete(new String(stream.readAllBytes(), UTF_8));
          } catch (IOException unreadable) {
            text.completeExceptionally(new UncheckedIOException(unreadable));
          }
        });
    return text;
  }

  private static void end(Process child) {
    var family = child.descendants().toList();
    child.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    child.onExit().join();
  }
}
