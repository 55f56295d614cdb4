package workbook.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import workbook.Claim;
import workbook.Fact;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;

/// Observations as JSON and back. What is written and read again equals what was written.
public final class ObservationsJson {
  private ObservationsJson() {}

  /// One line of JSON.
  public static String write(Observations observations) {
    var text = new StringWriter();
    try (var json = new JsonWriter(text)) {
      write(observations, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException with a sentence when the text is something else
  public static Observations read(String json) {
    try {
      return read(JsonFields.parse(json));
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException(
          "These are not observations of the workbook: " + problem.getMessage() + ".", problem);
    }
  }

  static void write(Observations seen, JsonWriter json) throws IOException {
    json.beginObject();
    writeAll(
        "facts",
        seen.facts(),
        json,
        fact -> json.name("name").value(fact.name()).name("value").value(fact.value()));
    writeAll("series", seen.series(), json, series -> write(series, json));
    writeAll(
        "outcomes",
        seen.outcomes(),
        json,
        outcome -> {
          if (!outcome.group().isEmpty()) {
            json.name("group").value(outcome.group());
          }
          json.name("seen").value(outcome.seen());
          json.name("expected").value(outcome.expected().name());
          json.name("count").value(outcome.count());
          json.name("meaning").value(outcome.meaning());
        });
    writeAll(
        "spans",
        seen.spans(),
        json,
        span -> {
          json.name("lane").value(span.lane()).name("state").value(span.state());
          json.name("fromNanos").value(span.from()).name("toNanos").value(span.to());
        });
    writeAll(
        "transcript",
        seen.transcript(),
        json,
        line -> {
          json.name("atNanos").value(line.at());
          json.name("speaker").value(line.speaker()).name("text").value(line.text());
        });
    writeAll("turns", seen.turns(), json, event -> write(event, json));
    writeAll(
        "claims",
        seen.claims(),
        json,
        claim -> {
          json.name("says").value(claim.says());
          json.name("held").value(claim.held()).name("evidence").value(claim.evidence());
        });
    json.name("notes").beginArray();
    for (var note : seen.notes()) {
      json.value(note);
    }
    json.endArray();
    json.name("answer").value(seen.answer()).endObject();
  }

  private static void write(MessageEvent event, JsonWriter json) throws IOException {
    json.name("atNanos").value(event.at()).name("party").value(event.party());
    json.name("act").value(event.act().name()).name("peer").value(event.peer());
    json.name("bytes").value(event.bytes()).name("text").value(event.text());
  }

  private static void write(Series series, JsonWriter json) throws IOException {
    json.name("name").value(series.name());
    json.name("quantity").value(series.quantity()).name("unit").value(series.unit());
    writeAll(
        "points",
        series.points(),
        json,
        point -> {
          json.name("at").value(point.at()).name("samples");
          var style = json.getFormattingStyle();
          json.beginArray().setFormattingStyle(FormattingStyle.COMPACT); // a line for all samples
          for (var sample : point.samples()) {
            json.value(sample);
          }
          json.endArray().setFormattingStyle(style);
        });
  }

  static Observations read(JsonFields json) {
    return new Observations(
        json.list("facts", fact -> new Fact(fact.text("name"), fact.text("value"))),
        json.list("series", ObservationsJson::readSeries),
        json.list("outcomes", ObservationsJson::readOutcome),
        json.list(
            "spans",
            span ->
                new Span(
                    span.text("lane"),
                    span.text("state"),
                    span.whole("fromNanos"),
                    span.whole("toNanos"))),
        json.list(
            "transcript",
            line ->
                new TranscriptLine(line.whole("atNanos"), line.text("speaker"), line.text("text"))),
        json.list("turns", ObservationsJson::readTurn),
        json.list(
            "claims",
            claim -> new Claim(claim.text("says"), claim.yes("held"), claim.text("evidence"))),
        json.texts("notes"),
        json.text("answer"));
  }

  private static Series readSeries(JsonFields series) {
    return new Series(
        series.text("name"),
        series.text("quantity"),
        series.text("unit"),
        series.list(
            "points", point -> new Series.Point(point.number("at"), point.numbers("samples"))));
  }

  private static MessageEvent readTurn(JsonFields event) {
    return new MessageEvent(
        event.whole("atNanos"),
        event.text("party"),
        event.oneOf(MessageEvent.Act.class, "act"),
        event.text("peer"),
        event.count("bytes"),
        event.text("text"));
  }

  private static Outcome readOutcome(JsonFields outcome) {
    return new Outcome(
        outcome.textIfAny("group").orElse(""),
        outcome.text("seen"),
        outcome.oneOf(Outcome.Expectation.class, "expected"),
        outcome.whole("count"),
        outcome.text("meaning"));
  }

  private static <T> void writeAll(String name, List<T> all, JsonWriter json, MembersOf<T> each)
      throws IOException {
    json.name(name).beginArray();
    for (var one : all) {
      json.beginObject();
      each.write(one);
      json.endObject();
    }
    json.endArray();
  }

  /// Writes the members of one object.
  private interface MembersOf<T> {
    void write(T one) throws IOException;
  }
}
