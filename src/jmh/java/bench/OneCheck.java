package bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import scenarios.Catalog;
import workbook.Scenario;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.process.PeakMemory;

/// One of the [Pairs] with two threads, checked once by one tool in a JVM of its own. As a program
/// it prints one line: verdict, milliseconds of the processor, peak memory in MiB.
enum OneCheck {
  EXPLORER {
    @Override
    String verdict(String name) {
      return Pairs.told(Explorer.explore(Subject.named("scenarios." + name), Budget.DEFAULT));
    }
  },

  /// Model checking of two operations at once and the check after them, at most 10,000 runs as by
  /// default. Its `runConcurrentTest` would take threads that programs start themselves, but in
  /// Java 25 it said that lost updates and a deadlock hold.
  LINCHECK {
    @Override
    String verdict(String name) {
      TwoBodies.fresh = Catalog.ALL.get(id(name));
      try {
        new ModelCheckingOptions()
            .iterations(0)
            .minimizeFailedScenario(false)
            .addCustomScenario(
                new ExecutionScenario(
                    List.of(),
                    List.of(List.of(actor("first")), List.of(actor("second"))),
                    List.of(actor("check")),
                    null))
            .check(TwoBodies.class);
        return "holds";
      } catch (AssertionError found) {
        return "fails: " + found.getMessage().strip().lines().findFirst().orElse("");
      }
    }
  };

  abstract String verdict(String name);

  /// @param args the tool and the program
  public static void main(String[] args) {
    var verdict = valueOf(args[0]).verdict(args[1]);
    var used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    var memory = PeakMemory.megabytes();
    System.out.println(
        Stream.of(verdict, used, memory).map(String::valueOf).reduce((a, b) -> a + "\t" + b).get());
    System.out.flush();
    Runtime.getRuntime().halt(0); // a deadlock that was found may have left its threads
  }

  /// `LockOrder::bad` is `lock-order/bad` in the catalogue.
  private static String id(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT).replace("::", "/");
  }

  private static Actor actor(String name) {
    return new Actor(
        Arrays.stream(TwoBodies.class.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(),
        List.<Object>of());
  }

  /// What Lincheck takes for a data structure: it makes a new one for each run.
  public static final class TwoBodies {
    private static Supplier<? extends Scenario> fresh;

    private final Scenario scenario = fresh.get();
    private final List<Scenario.Body> bodies = List.copyOf(scenario.bodies());

    @Operation
    public void first() throws Exception {
      bodies.get(0).run();
    }

    @Operation
    public void second() throws Exception {
      bodies.get(1).run();
    }

    @Operation
    public void check() throws Exception {
      scenario.check();
    }
  }
}
