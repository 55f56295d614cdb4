package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import workbook.process.JavaProcess;

/// Two processes send a byte back and forth through shared memory: this one, and one that it
/// starts. The process that starts this one decides on which cores they run.
public final class SpinPair {
  private static final long TIME = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int AT_LEAST = 5;

  private SpinPair() {}

  /// Prints the median of the round trips in microseconds.
  ///
  /// @param args what a process does that waits, and the place; something more, for the other
  ///   process
  public static void main(String[] args) throws Exception {
    var memory = new SharedMemory(SpinPause.valueOf(args[0]));
    var place = Path.of(args[1]);
    if (args.length > 2) {
      try (var endpoint = memory.child(place)) {
        Responder.echo(endpoint, ByteBuffer.allocateDirect(1));
      }
      return;
    }
    memory.prepare(place);
    var other = JavaProcess.builder(SpinPair.class, args[0], args[1], "other").start();
    try (var endpoint = memory.parent(place, other)) {
      roundTrip(endpoint); // warms up
      IO.println(roundTrip(endpoint));
      endpoint.send(ByteBuffer.allocate(0));
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static double roundTrip(Endpoint endpoint) throws IOException, InterruptedException {
    var times = new ArrayList<Long>();
    var message = ByteBuffer.allocateDirect(1);
    var begin = System.nanoTime();
    while (times.size() < AT_LEAST || System.nanoTime() - begin < TIME) {
      var sent = System.nanoTime();
      endpoint.send(message.rewind());
      endpoint.receive(message);
      times.add(System.nanoTime() - sent);
    }
    times.sort(Comparator.naturalOrder());
    return times.get(times.size() / 2) / 1e3;
  }
}
