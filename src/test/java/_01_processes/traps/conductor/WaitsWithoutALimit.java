package _01_processes.traps.conductor;

import _01_processes.Orchestra;
import book.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

@Trap(
    belief = "every program ends some time",
    fails = "endlessOnesAreEnded",
    saying = "or its time is up")
public final class WaitsWithoutALimit implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    var children = new ArrayList<Child>();
    try {
      for (var command : commands) {
        children.add(start(command, limitEach));
      }
      var endings = new ArrayList<Ending>();
      for (var child : children) {
        endings.add(child.awaitEnding());
      }
      return endings;
    } finally {
      for (var child : children) {
        child.end();
      }
    }
  }

  private static Child start(List<String> command, Duration limit) throws IOException {
    var output = Files.createTempFile("conductor", ".output");
    var errors = Files.createTempFile("conductor", ".errors");
    output.toFile().deleteOnExit();
    errors.toFile().deleteOnExit();
    var process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    return new Child(process, output, errors, System.nanoTime() + limit.toNanos());
  }

  private record Child(Process process, Path output, Path errors, long deadline) {
    Ending awaitEnding() throws IOException, InterruptedException {
      var exitCode = OptionalInt.of(process.waitFor());
      return new Ending(Files.readString(output), Files.readString(errors), exitCode);
    }

    void end() {
      var family = process.descendants().toList();
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }
  }
}
