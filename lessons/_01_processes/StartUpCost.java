package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Series;
import workbook.process.Executables;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// # What does a start cost?
///
/// A virtual thread, a platform thread, a process, a JVM: each started, each waited for.
public final class StartUpCost implements Experiment {
  private static final String COST = "time to start and end";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// A program that does nothing.
  static final class Nothing {
    public static void main(String[] args) {}
  }

  /// Starts one of a kind and blocks until it has ended.
  private interface Start {
    void andWait() throws IOException, InterruptedException;
  }

  @Override
  public String id() {
    return "start-up-cost";
  }

  @Override
  public String title() {
    return "What does a start cost?";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Start something that does nothing, and wait for its end. How many times as long does a \
        new JVM take as a new platform thread?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("starts", 10, 5, 100, "starts of each kind"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Time to start and end, by what is started", COST, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var starts = with.count("starts");
    Runnable nothing = () -> {};
    var virtual =
        time("virtual thread", starts, record, () -> Thread.ofVirtual().start(nothing).join());
    var platform =
        time("platform thread", starts, record, () -> Thread.ofPlatform().start(nothing).join());
    if (Executables.find("true").isPresent()) {
      time("process", starts, record, () -> startAndWait(new ProcessBuilder("true")));
    } else {
      record.note(
          "The start of a process was skipped: there is no program called true on this machine.");
    }
    var jvm = time("JVM", starts, record, () -> startAndWait(JavaProcess.builder(Nothing.class)));
    inPython(starts, record);

    record.answer("%.0f".formatted(jvm.median() / platform.median()));
    record.claim(
        "Even the quickest start of a JVM takes longer than the quickest start of a thread.",
        jvm.quantile(0) > Math.max(virtual.quantile(0), platform.quantile(0)),
        "JVM %,.0f us, platform thread %,.0f us, virtual thread %,.0f us"
            .formatted(jvm.quantile(0), platform.quantile(0), virtual.quantile(0)));
  }

  private static Series.Point time(String kind, int starts, Recorder record, Start start)
      throws IOException, InterruptedException {
    var samples = new ArrayList<Double>();
    for (var i = 0; i < starts; i++) {
      var begin = System.nanoTime();
      start.andWait();
      var micros = (System.nanoTime() - begin) / 1e3;
      record.sample(COST, "us", kind, micros);
      samples.add(micros);
    }
    return new Series.Point(0, samples);
  }

  private static void startAndWait(ProcessBuilder program)
      throws IOException, InterruptedException {
    var child = program.start();
    try {
      if (!child.waitFor(LIMIT) || child.exitValue() != 0) {
        throw new IOException(program.command().getFirst() + " did not end well.");
      }
    } finally {
      child.destroyForcibly();
    }
  }

  private static void inPython(int starts, Recorder record)
      throws IOException, InterruptedException {
    for (var line : PythonScript.run(StartUpCost.class, "start_up_cost.py", record, "" + starts)) {
      var words = line.split(" ");
      record.sample(COST, "us", "Python " + words[0], Double.parseDouble(words[1]));
    }
  }

  @Override
  public String explanation() {
    return """
    A virtual thread is an object in the heap, so the JVM makes one without asking the system. A
    platform thread is a thread of the system with a stack of its own. A process needs memory of its
    own as well, and a program to put into it. A JVM is a process that then loads and links some
    hundreds of classes before `main` begins; Python's spawn likewise starts a new interpreter.

    Python's fork is cheap because it starts no program: the child is a copy of a process that is
    already up and running, and its memory is copied only where it is written to.

    So: threads for what shares data and comes by the thousand; processes for what must not share,
    must survive the other's crash, or is written in another language.
    """;
  }
}
