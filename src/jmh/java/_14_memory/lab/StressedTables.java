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

  /// Prints a row of a table for each program of two threads. Takes a few minutes.
  public static void print() throws Exception {
    System.out.println("| Program | Trials of jcstress | Seen | Explored | Odd |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (var table : TABLES) {
      for (var variant : table.variants(defaults(table))) {
        if (variant.fresh().get().bodies().size() == 2) {
          System.out.println(row(name(table, variant), variant));
        }
      }
    }
  }

  private static Parameters defaults(LitmusTrials table) {
    return Parameters.defaults(table.parameters());
  }

  static String name(LitmusTrials table, LitmusVariant variant) {
    return table.id() + "/" + variant.name();
  }

  /// @throws java.util.NoSuchElementException if no variant is called so
  static LitmusVariant variant(String name) {
    return TABLES.stream()
        .flatMap(
            table ->
                table.variants(defaults(table)).stream()
                    .filter(variant -> name(table, variant).equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private static String row(String name, LitmusVariant variant) throws Exception {
    var seen = stressed(name);
    var explored = variant.explored();
    var odd = new ArrayList<String>();
    for (var outcome : seen.keySet()) {
      var row = variant.rows().stream().filter(one -> one.outcome().equals(outcome)).findFirst();
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
        name,
        trials,
        String.join(" / ", seen.keySet().stream().sorted().toList()),
        String.join(" / ", explored),
        odd.isEmpty() ? "none" : String.join("; ", odd));
  }

  /// How often jcstress saw each outcome.
  private static Map<String, Long> stressed(String name) throws Exception {
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
                  "-D" + StressedPair.PROGRAM + "=" + name,
                  "-r",
                  folder.resolve("report").toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
      return counts(folder);
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
