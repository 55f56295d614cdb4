package bench;

import _10_servers.ServerFigures;
import _12_async.AsyncFigures;
import _14_memory.lab.StressedTables;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import workbook.run.MachineFacts;

/// Measures how fast the workbook is, and prints the figures with the machine they belong to.
///
/// Arguments: `start-up` for the launcher only, or for the launchers that follow, `runner` for the
/// workbook's runner against JMH only, `jmh` and a pattern for benchmarks only, `explorer` or
/// `grading` and perhaps a part of it, `class` and perhaps how many submissions, `workers` with a
/// queue and perhaps how many answers, `timeouts` for how alike the runs of lesson 08 are,
/// `servers` for the echo servers of lesson 10 and perhaps a part of it, `async` for the event loop
/// of lesson 12 and perhaps a part of it, `memory` for lesson 14's tables with jcstress, nothing
/// for all but `workers`.
public final class Figures {
  private static final int CHECKS = 200;
  private static final int SUBMISSIONS = 300;
  private static final int MANY_SUBMISSIONS = 3_000;
  private static final int ANSWERS = 40;

  private Figures() {}

  public static void main(String[] args) throws Exception {
    System.out.println(MachineFacts.read());
    var only = args.length == 0 ? "" : args[0];
    if (only.isEmpty() || only.equals("start-up")) {
      StartUp.measure().forEach(System.out::println);
      var others = args.length > 1 ? List.of(args).subList(1, args.length) : List.<String>of();
      var launchers = others.isEmpty() ? List.of(System.getProperty("launcher")) : others;
      ProcessorTime.measure(launchers).forEach(System.out::println);
    }
    if (only.isEmpty() || only.equals("jmh")) {
      benchmarks(args.length > 1 ? args[1] : "Benchmark\\.");
    }
    if (only.isEmpty() || only.equals("runner")) {
      System.out.println(Increment.compare());
    }
    if (only.isEmpty() || only.equals("explorer")) {
      ExplorerFigures.print(args.length > 1 ? args[1] : "");
    }
    if (only.isEmpty() || only.equals("grading")) {
      GradingFigures.print(
          args.length > 1 ? args[1] : "", args.length > 2 ? Integer.parseInt(args[2]) : CHECKS);
    }
    if (only.isEmpty() || only.equals("class")) {
      ClassFigures.print(
          args.length > 1 ? Integer.parseInt(args[1]) : SUBMISSIONS,
          args.length > 2 ? Integer.parseInt(args[2]) : MANY_SUBMISSIONS);
    }
    if (only.equals("workers") && args.length == 1) {
      System.err.println("Name a queue, as for worker --queue: -Dargs=\"workers QUEUE\"");
      System.exit(2);
    }
    if (only.equals("workers")) {
      WorkerFigures.print(args[1], args.length > 2 ? Integer.parseInt(args[2]) : ANSWERS);
    }
    if (only.isEmpty() || only.equals("timeouts")) {
      Timeouts.print();
    }
    if (only.isEmpty() || only.equals("servers")) {
      ServerFigures.print(args.length > 1 ? args[1] : "");
    }
    if (only.isEmpty() || only.equals("async")) {
      AsyncFigures.print(args.length > 1 ? args[1] : "");
    }
    if (only.isEmpty() || only.equals("memory")) {
      StressedTables.print();
    }
  }

  private static void benchmarks(String pattern) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(pattern)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .build())
        .run();
  }
}
