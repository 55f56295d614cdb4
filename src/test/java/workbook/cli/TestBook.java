package workbook.cli;

import _01_alpha.Greeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Exercise;
import workbook.Experiment;
import workbook.Findings;
import workbook.Lesson;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.JavaProcess;
import workbook.tui.Console;

/// A small book for the tests, as a program like the real one: two lessons, one experiment of every
/// sort that matters to the app.
public final class TestBook {
  /// The variable that names the folder where [Endless] leaves its process ids.
  static final String PIDS = "WORKBOOK_TEST_PIDS";

  public static final List<Lesson> LESSONS =
      List.of(
          new Lesson(
              "_01_alpha",
              "Is this a lesson?",
              List.of(),
              List.of(new Steady(), new Broken(), new Same()),
              TestScenarios.TALLIES,
              List.of(
                  new Exercise("Hello", "Says hello.", Greeter.class),
                  new Exercise("HelloAgain", "Says it twice.", Greeter.class))),
          new Lesson(
              "_02_beta",
              "Does it ever end?",
              List.of("alpha"),
              List.of(new Same(), new Endless()),
              TestScenarios.STRANGE,
              List.of()));

  private TestBook() {}

  /// The program: like [Main], with the book of the tests.
  public static void main(String[] args) {
    var home = Path.of(System.getProperty("workbook.home", ""));
    System.exit(new App(LESSONS, home, Console.ofThisProcess()).run(args));
  }

  /// Its claim holds.
  public static final class Steady implements Experiment {
    @Override
    public String id() {
      return "steady";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          new Parameter.Count("height", 3, 1, 10, "things"),
          new Parameter.Choice("mode", "plain", "fancy"),
          new Parameter.Toggle("loud", false));
    }

    @Override
    public RunPlan plan() {
      return RunPlan.once().inThisJvm();
    }

    @Override
    public List<Chart> charts() {
      return List.of(new Chart.Bars("How big it was", "size", false));
    }

    @Override
    public void run(Parameters with, Recorder record) {
      record.sample("size", "things", with.choice("mode"), with.count("height"));
      record.fact("loudness", with.on("loud") ? "loud" : "quiet");
    }

    @Override
    public Findings findings(Parameters with, Observations seen) {
      return Findings.answer("green").claim("It has a colour.", true, "saw green");
    }
  }

  /// Its claim does not hold.
  public static final class Broken implements Experiment {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public RunPlan plan() {
      return RunPlan.once().inThisJvm();
    }

    @Override
    public List<Chart> charts() {
      return List.of();
    }

    @Override
    public void run(Parameters with, Recorder record) {}

    @Override
    public Findings findings(Parameters with, Observations seen) {
      return Findings.answer("0").claim("There are some.", false, "saw none");
    }
  }

  /// Both lessons have one called so.
  public static final class Same implements Experiment {
    @Override
    public String id() {
      return "same";
    }

    @Override
    public RunPlan plan() {
      return RunPlan.once().inThisJvm();
    }

    @Override
    public List<Chart> charts() {
      return List.of();
    }

    @Override
    public void run(Parameters with, Recorder record) {}

    @Override
    public Findings findings(Parameters with, Observations seen) {
      return Findings.answer("yes");
    }
  }

  /// Starts a process and never ends by itself.
  public static final class Endless implements Experiment {
    @Override
    public String id() {
      return "endless";
    }

    @Override
    public RunPlan plan() {
      return RunPlan.once().within(Duration.ofHours(1));
    }

    @Override
    public List<Chart> charts() {
      return List.of();
    }

    @Override
    public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
      record.fact("seen", "something");
      var process = JavaProcess.builder(Sleeper.class).start();
      if (System.getenv(PIDS) != null) {
        leavePids(Path.of(System.getenv(PIDS)), process);
      }
      record.progress(1, 2);
      process.waitFor();
    }

    @Override
    public Findings findings(Parameters with, Observations seen) {
      return Findings.answer("no");
    }

    private static void leavePids(Path folder, Process child) throws IOException {
      var pids = ProcessHandle.current().pid() + "\n" + child.pid() + "\n";
      Files.writeString(folder.resolve("draft"), pids);
      Files.move(folder.resolve("draft"), folder.resolve("pids"));
    }
  }

  /// A process that ends only when it is killed.
  static final class Sleeper {
    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }
}
