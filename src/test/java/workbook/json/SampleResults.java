package workbook.json;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Claim;
import workbook.Fact;
import workbook.Machine;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Result;
import workbook.Result.Ending;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;

/// What the tests of this room write and read: made-up results.
final class SampleResults {
  /// The parameters of [#full].
  static final List<Parameter> DECLARED =
      List.of(
          new Parameter.Count("threads", 4, 1, 64, "threads"),
          new Parameter.Choice("kind", "plain", "7", "yes"),
          new Parameter.Toggle("fair", true),
          new Parameter.Toggle("warm", true));

  private SampleResults() {}

  /// Something of everything, with one text wherever a text can be.
  static Result full(String text, Ending ending) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("threads", "4");
    parameters.put("kind", text);
    parameters.put("fair", "yes");
    parameters.put("warm", "no");
    var points =
        List.of(
            new Series.Point(0, List.of(1.0, 1e-300)),
            new Series.Point(0.1, List.of(-0.0, Double.MAX_VALUE, Math.PI, 1e17 + 2)));
    var observations =
        new Observations(
            List.of(new Fact("PID" + text, text)),
            List.of(new Series(text, "time", "ns", points)),
            List.of(new Outcome("1, 1" + text, Expectation.FORBIDDEN, Long.MAX_VALUE, text)),
            List.of(new Span("lane-1", "working", -5, 12)),
            List.of(
                new TranscriptLine(1, text, text),
                new TranscriptLine(Long.MAX_VALUE, "main", text)),
            List.of(
                new MessageEvent(3, text, MessageEvent.Act.WRITES, text, Integer.MAX_VALUE, text),
                new MessageEvent(4, "", MessageEvent.Act.DOES, "", 0, text)),
            List.of(new Claim(text, true, text)),
            List.of("note", text),
            text);
    return new Result(
        "races/lost-updates",
        "Lost " + text,
        new Parameters(parameters),
        new Machine("CPU", 2, 1L << 40, "25", "Linux", 0.5),
        Instant.parse("2026-11-21T08:47:11.123456789Z"),
        Duration.ofNanos(1_234_567_890_123L),
        Optional.of(text),
        observations,
        ending,
        text);
  }

  /// A run without parameters that saw nothing.
  static Result empty() {
    return new Result(
        "a/b",
        "",
        new Parameters(Map.of()),
        new Machine("", 0, 0, "", "", -1),
        Instant.MIN,
        Duration.ZERO,
        Optional.empty(),
        Observations.NONE,
        Ending.FAILED,
        "It failed.");
  }
}
