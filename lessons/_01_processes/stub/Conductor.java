package _01_processes.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Orchestra;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Starts child processes and collects what they print.
public final class Conductor implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    var endings = new ArrayList<Ending>();
    for (var command : commands) {
      // TODO: while this child runs, all the others wait. Who reads what it prints, and when?
      // And what is still alive once its time is up?
      var child = new ProcessBuilder(command).start();
      if (child.waitFor(limitEach)) {
        var output = new String(child.getInputStream().readAllBytes(), UTF_8);
        endings.add(new Ending(output, "", OptionalInt.of(child.exitValue())));
      } else {
        child.destroy();
        endings.add(new Ending("", "", OptionalInt.empty()));
      }
    }
    return endings;
  }
}
