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
import workbook.Lesson;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
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
    public String title() {
      return "Steady as she goes";
    }

    @Override
    public Question question() {
      return new Question.Choice("Which colour is it?", "red", "green");
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
    public String explanation() {
      return "It is green because *we* painted it.";
    }

    @Override
    public void run(Parameters with, Recorder record) {
      record.sample("size", "things", with.choice("mode"), with.count("height"));
      record.fact("loudness", with.on("loud") ? "loud" : "quiet");
      record.claim("It has a colour.", true, "saw green");
      record.answer("green");
    }
  }

  /// Its claim does not hold.
  public static final class Broken implements Experiment {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public String title() {
      return "A claim that fails";
    }

    @Override
    public Question question() {
      return new Question.Number("How many are there?", "things");
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
    public String explanation() {
      return "There are none.";
    }

    @Override
    public void run(Parameters with, Recorder record) {
      record.claim("There are some.", false, "saw none");
      record.answer("0");
    }
  }

  /// Both lessons have one called so.
  public static final class Same implements Experiment {
    @Override
    public String id() {
      return "same";
    }

    @Override
    public String title() {
      return "The same again";
    }

    @Override
    public Question question() {
      return new Question.Choice("Again?", "yes", "no");
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
    public String explanation() {
      return "Yes.";
    }

    @Override
    public void run(Parameters with, Recorder record) {
      record.answer("yes");
    }
  }

  /// Starts a process and never ends by itself.
  public static final class Endless implements Experiment {
    @Override
    public String id() {
      return "endless";
    }

    @Override
    public String title() {
      return "For ever";
    }

    @Override
    public Question question() {
      return new Question.Choice("Does it end?", "yes", "no");
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
    public String explanation() {
      return "Only when it is told to.";
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
