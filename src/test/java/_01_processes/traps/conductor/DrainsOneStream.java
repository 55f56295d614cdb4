package _01_processes.traps.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

@Trap(
    belief = "nobody prints much on standard error",
    fails = "theChattyOneIsDrained",
    saying = "still alive: 2")
public final class DrainsOneStream implements Orchestra {
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
      var outputs = new LinkedHashMap<Process, StringBuilder>();
      children.forEach(child -> outputs.put(child, new StringBuilder()));
      var deadline = System.nanoTime() + limitEach.toNanos();
      while (children.stream().anyMatch(Process::isAlive) && System.nanoTime() < deadline) {
        for (var child : children) {
          outputs.get(child).append(available(child.getInputStream()));
        }
        Thread.sleep(1);
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(ending(child, outputs.get(child)));
      }
      return endings;
    } finally {
      children.forEach(DrainsOneStream::end);
    }
  }

  private static Ending ending(Process child, StringBuilder output) throws IOException {
    var exitCode = child.isAlive() ? OptionalInt.empty() : OptionalInt.of(child.exitValue());
    output.append(available(child.getInputStream()));
    var errors = available(child.getErrorStream());
    end(child);
    return new Ending(output.toString(), errors, exitCode);
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
