package bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import workbook.process.Executables;

/// How long a person waits for the launcher: from typing its name to the words they wait for.
///
/// @param what the person typed, and what they waited for
/// @param millis one value a run, sorted
record StartUp(String what, List<Double> millis) {
  private static final String LAUNCHER = System.getProperty("launcher");
  private static final int UNCOUNTED = 3;
  private static final int COUNTED = 20;

  /// Runs the launcher again and again. Needs `script`, of util-linux, for the menu on a terminal,
  /// and leaves that figure out without it.
  static List<StartUp> measure() throws IOException, InterruptedException {
    var all = new ArrayList<StartUp>();
    all.add(of("`list`, to its end", "", LAUNCHER, "list"));
    all.add(of("menu in a pipe, to its first line", "01", LAUNCHER));
    if (Executables.find("script").isPresent()) {
      var terminal = new String[] {"script", "-qec", LAUNCHER, "/dev/null"};
      all.add(of("menu on a terminal, to its first line", "01", terminal));
    }
    return all;
  }

  @Override
  public String toString() {
    return "| %s | %.0f ms | %.0f to %.0f ms |".formatted(what, at(0.5), at(0.25), at(0.75));
  }

  private double at(double share) {
    return millis.get((int) Math.round(share * (millis.size() - 1)));
  }

  private static StartUp of(String what, String awaited, String... command)
      throws IOException, InterruptedException {
    var millis = new ArrayList<Double>();
    for (var run = -UNCOUNTED; run < COUNTED; run++) {
      var once = once(awaited, command);
      if (run >= 0) {
        millis.add(once);
      }
    }
    return new StartUp(what, millis.stream().sorted().toList());
  }

  /// @param awaited the text to wait for; when empty, the end of the program
  private static double once(String awaited, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    var start = System.nanoTime();
    var process = builder.start();
    try (var out = process.inputReader(UTF_8)) {
      var seen = new StringBuilder();
      for (var next = out.read(); next >= 0; next = out.read()) {
        seen.append((char) next);
        if (!awaited.isEmpty() && seen.indexOf(awaited) >= 0) {
          return millisSince(start);
        }
      }
      if (!awaited.isEmpty() || process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " said " + seen);
      }
      return millisSince(start);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
