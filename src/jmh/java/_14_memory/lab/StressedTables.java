package _14_memory.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import workbook.Parameters;

/// The tables of lesson 14 once more, with [jcstress](https://github.com/openjdk/jcstress) in the
/// place of the lesson's own trials: does it see an outcome that no row allows, or that explore
/// should have found and hasn't?
public final class StressedTables {
  private static final List<LitmusTrials> TABLES =
      List.of(
          new StoreBufferingTrials(),
          new MessagePassingTrials(),
          new UntriedTrials(),
          new HalfWrittenTrials(),
          new AccessModeTrials(),
          new DoubleCheckedTrials(),
          new HappensBeforeTrials(),
          new PublicationTrials(),
          new IndependentReadsTrials());

  private StressedTables() {}

  /// A program of a table.
  private record Stressed(String name, LitmusVariant variant) {}

  /// Prints a row of a table for each program of two threads. Takes some minutes.
  public static void print() throws Exception {
    System.out.println("| Program | Trials of jcstress | Seen | Explored | Odd |");
    System.out.println("| --- | --- | --- | --- | --- |");
    var all = all();
    for (var number = 0; number < all.size(); number++) {
      var one = all.get(number);
      if (one.variant.fresh().get().bodies().size() == 2) {
        System.out.println(row(one, number));
      }
    }
  }

  private static List<Stressed> all() {
    var all = new ArrayList<Stressed>();
    for (var table : TABLES) {
      for (var variant : table.variants(Parameters.defaults(table.parameters()))) {
        all.add(new Stressed(table.id() + "/" + variant.name(), variant));
      }
    }
    return all;
  }

  /// A program by its number, from 0.
  static LitmusVariant variant(int number) {
    return all().get(number).variant;
  }

  private static String row(Stressed one, int number) throws Exception {
    var variant = one.variant;
    var seen = stressed(number);
    var explored = variant.explored();
    var odd = new ArrayList<String>();
    for (var outcome : seen.keySet()) {
      var row = variant.rows().stream().filter(it -> it.outcome().equals(outcome)).findFirst();
      if (!row.map(LitmusRow::isAllowed).orElse(false)) {
        odd.add(outcome + " isn't allowed");
      } else if (row.get().tried() && !explored.contains(outcome)) {
        odd.add(outcome + " isn't explored");
      }
    }
    var trials = seen.values().stream().mapToLong(Long::longValue).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s | %s | %s |",
        one.name,
        trials,
        String.join(" / ", seen.keySet().stream().sorted().toList()),
        String.join(" / ", explored),
        odd.isEmpty() ? "none" : String.join("; ", odd));
  }

  /// How often jcstress saw each outcome.
  private static Map<String, Long> stressed(int number) throws Exception {
    var folder = Files.createTempDirectory("jcstress");
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.openjdk.jcstress.Main",
                  "-t",
                  StressedPair.class.getSimpleName(),
                  "-m",
                  "quick",
                  "-sc", // all threads compiled alike: a quarter of the time
                  "false",
                  "-jvmArgsPrepend",
                  "-D" + StressedPair.PROGRAM + "=" + number,
                  "-r",
                  folder.resolve("report").toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      var failed = process.waitFor() != 0;
      var counts = counts(folder);
      if (failed || counts.isEmpty()) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
      return counts;
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Map<String, Long> counts(Path folder) throws Exception {
    var counts = new HashMap<String, Long>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".bin.gz")).toList()) {
        var results =
            new DiskReadCollector(
                file.toString(),
                result ->
                    result
                        .getStateKeys()
                        .forEach(end -> counts.merge(end, result.getCount(end), Long::sum)));
        results.dump();
        results.close();
      }
    }
    return counts;
  }
}
