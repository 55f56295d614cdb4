package workbook.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import workbook.Machine;
import workbook.Parameters;
import workbook.Result;

/// A result as JSON and back. What is written and read again equals what was written.
public final class ResultJson {
  private ResultJson() {}

  /// JSON on several lines, ending in a newline. Times are ISO-8601 text.
  public static String write(Result result) {
    var text = new StringWriter();
    try (var json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      write(result, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException with a sentence when the text is something else
  public static Result read(String json) {
    try {
      return read(JsonFields.parse(json));
    } catch (IllegalArgumentException | DateTimeException problem) {
      throw new IllegalArgumentException(
          "This is not a result of the workbook: " + problem.getMessage() + ".", problem);
    }
  }

  private static void write(Result result, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("experiment").value(result.experiment());
    json.name("title").value(result.title());
    json.name("parameters").beginObject();
    for (var parameter : result.parameters().values().entrySet()) {
      json.name(parameter.getKey()).value(parameter.getValue());
    }
    json.endObject();
    json.name("machine");
    write(result.machine(), json);
    json.name("started").value(result.started().toString());
    json.name("took").value(result.took().toString());
    if (result.prediction().isPresent()) {
      json.name("prediction").value(result.prediction().get());
    }
    json.name("ending").value(result.ending().name());
    json.name("trouble").value(result.trouble());
    json.name("observations");
    ObservationsJson.write(result.observations(), json);
    json.endObject();
  }

  private static void write(Machine machine, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("cpu").value(machine.cpu());
    json.name("cores").value(machine.cores());
    json.name("memoryBytes").value(machine.memoryBytes());
    json.name("jdk").value(machine.jdk());
    json.name("os").value(machine.os());
    json.name("load").value(machine.load());
    json.endObject();
  }

  private static Result read(JsonFields json) {
    return new Result(
        json.text("experiment"),
        json.text("title"),
        new Parameters(json.members("parameters").allTexts()),
        readMachine(json.members("machine")),
        Instant.parse(json.text("started")),
        Duration.parse(json.text("took")),
        json.textIfAny("prediction"),
        ObservationsJson.read(json.members("observations")),
        json.oneOf(Result.Ending.class, "ending"),
        json.text("trouble"));
  }

  private static Machine readMachine(JsonFields machine) {
    return new Machine(
        machine.text("cpu"),
        machine.count("cores"),
        machine.whole("memoryBytes"),
        machine.text("jdk"),
        machine.text("os"),
        machine.number("load"));
  }
}
