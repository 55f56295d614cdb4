package _12_async.lab;

import _12_async.LoopSleepers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A JVM of its own in which very many sleep for a second. Prints the seconds that it took, and the
/// memory of this process in MiB, where the system says so.
///
/// First, a hundred times a thousand sleep for a millisecond. Otherwise the compiler would see
/// 100,000 sleepers fall asleep before it had seen one wake up; it would leave out the code for
/// waking up, and each of them would have to go back to the interpreter.
public final class ManySleepersJvm {
  private ManySleepersJvm() {}

  public static void main(String[] args) throws Exception {
    var kind = LoopSleepers.valueOf(args[0]);
    for (var round = 0; round < 100; round++) {
      kind.sleep(1_000, Duration.ofMillis(1), System.err::println);
    }
    var began = System.nanoTime();
    kind.sleep(Integer.parseInt(args[1]), Duration.ofSeconds(1), System.err::println);
    System.out.println((System.nanoTime() - began) / 1e9 + "\t" + memory());
  }

  private static String memory() throws IOException {
    var status = Path.of("/proc/self/status"); // Linux only, see proc(5)
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:")) // the most that it ever occupied
            .map(line -> "" + Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
            .findFirst()
            .orElse("")
        : "";
  }
}
