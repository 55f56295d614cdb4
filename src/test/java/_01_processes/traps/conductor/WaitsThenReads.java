package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a pipe holds whatever is put in",
    fails = "theChattyOneIsDrained",
    saying = "still alive: 2")
public final class WaitsThenReads implements Orchestra {
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
      var deadline = System.nanoTime() + limitEach.toNanos();
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(awaitEnding(child, deadline));
      }
      return endings;
    } finally {
      children.forEach(WaitsThenReads::end);
    }
  }

  private static Ending awaitEnding(Process child, long deadline)
      throws IOException, InterruptedException {
    var inTime = child.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    var exitCode = inTime ? OptionalInt.of(child.exitValue()) : OptionalInt.empty();
    var output = available(child.getInputStream());
    var errors = available(child.getErrorStream());
    end(child);
    return new Ending(output, errors, exitCode);
  }

  private static String available(InputStream stream) throws IOException {
    return new String(stream.readNBytes(stream.available()), UTF_8);
  }

  private static void end(Process child) {
    var family = child.descendants().toList();
    child.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    child.onExit().join();
  }
}
