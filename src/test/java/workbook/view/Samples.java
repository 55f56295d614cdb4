package workbook.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Claim;
import workbook.Experiment;
import workbook.Fact;
import workbook.Findings;
import workbook.Machine;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.Result;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;
import workbook.page.LessonStep;

/// What the tests of this room show: made-up observations of every kind.
final class Samples {
  static final Page WIDE = new Page(80, false, true);
  static final Page NARROW = new Page(40, false, true);

  static final Question.Number HOW_MANY =
      new Question.Number("5 threads, 1,000,000 increments each: how many?", "updates");

  private Samples() {}

  /// A series without a horizontal axis.
  static Series bar(String name, double... samples) {
    return new Series(name, "time to start", "us", List.of(point(0, samples)));
  }

  /// A series with one sample at each place 1, 2, 3 ...
  static Series line(String name, double... values) {
    var points = IntStream.range(0, values.length).mapToObj(i -> point(i + 1, values[i])).toList();
    return new Series(name, "lost updates", "%", points);
  }

  static Series.Point point(double at, double... samples) {
    return new Series.Point(at, DoubleStream.of(samples).boxed().toList());
  }

  static Observations measured(Series... series) {
    return seen(List.of(series), List.of(), List.of());
  }

  static Observations counted(Outcome... outcomes) {
    return seen(List.of(), List.of(outcomes), List.of());
  }

  static Observations timed(Span... spans) {
    return seen(List.of(), List.of(), List.of(spans));
  }

  static Observations talked(MessageEvent... turns) {
    return new Observations(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(turns),
        List.of(),
        List.of(),
        "");
  }

  static MessageEvent writes(long at, String party, String peer, String text) {
    return moves(at, party, MessageEvent.Act.WRITES, peer, text);
  }

  static MessageEvent reads(long at, String party, String peer, String text) {
    return moves(at, party, MessageEvent.Act.READS, peer, text);
  }

  private static MessageEvent moves(
      long at, String party, MessageEvent.Act act, String peer, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new MessageEvent(at, party, act, peer, bytes.length, MessageEvent.shown(bytes));
  }

  private static Observations seen(List<Series> series, List<Outcome> outcomes, List<Span> spans) {
    return new Observations(
        List.of(), series, outcomes, spans, List.of(), List.of(), List.of(), List.of(), "");
  }

  /// Something of everything.
  static Observations everything() {
    return new Observations(
        List.of(new Fact("PID", "4711"), new Fact("open files", "12")),
        List.of(bar("virtual thread", 26, 28, 30, 31), bar("platform thread", 110, 113, 120, 131)),
        List.of(
            new Outcome("2", Expectation.ACCEPTABLE, 99_870, "both updates kept"),
            new Outcome("1", Expectation.INTERESTING, 129, "one update is lost"),
            new Outcome("0", Expectation.FORBIDDEN, 1, "nobody wrote")),
        List.of(
            new Span("parent", "running", 0, 40_000_000),
            new Span("parent", "waiting", 40_000_000, 100_000_000)),
        List.of(
            new TranscriptLine(0, "parent", "hello"),
            new TranscriptLine(1_500_000_000, "child", "Bob")),
        List.of(writes(0, "client", "server", "ping"), reads(9, "server", "client", "ping")),
        List.of(
            new Claim("A lock loses nothing.", true, "expected 5, saw 5"),
            new Claim("A plain int loses.", false, "0 lost")),
        List.of("The Python twin was skipped."),
        "3214567");
  }

  static Result result(Observations seen) {
    return result(new Parameters(Map.of("increments", "200000")), seen);
  }

  /// A result of a run with these parameters that saw nothing.
  static Result ran(Parameters parameters) {
    return result(parameters, Observations.NONE);
  }

  private static Result result(Parameters parameters, Observations seen) {
    return new Result(
        "races/lost-updates",
        "Six ways to count",
        parameters,
        new Machine("Some CPU", 2, 0, "25, Somebody", "Linux", -1),
        Instant.EPOCH,
        Duration.ofMillis(4_210),
        Optional.empty(),
        seen,
        Result.Ending.COMPLETE,
        "");
  }

  static Result ended(Result.Ending how, String trouble) {
    var whole = result(Observations.NONE);
    return new Result(
        whole.experiment(),
        whole.title(),
        whole.parameters(),
        whole.machine(),
        whole.started(),
        whole.took(),
        whole.prediction(),
        whole.observations(),
        how,
        trouble);
  }

  /// An experiment that draws, but cannot be run.
  static Experiment drawing(Chart... charts) {
    return new Experiment() {
      @Override
      public String id() {
        return "lost-updates";
      }

      @Override
      public List<Chart> charts() {
        return List.of(charts);
      }

      @Override
      public Findings findings(Parameters with, Observations seen) {
        return Findings.NONE;
      }

      @Override
      public void run(Parameters with, Recorder record) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /// A step that asks this of the experiment.
  static Optional<LessonStep> step(Question question) {
    return Optional.of(
        new LessonStep(
            LessonStep.Kind.EXPERIMENT,
            "Six ways to count",
            "lost-updates",
            Map.of(),
            "",
            question,
            "",
            Map.of(),
            "",
            List.of(),
            1));
  }
}
