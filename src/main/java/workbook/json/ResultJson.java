package workbook.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import workbook.Machine;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Result;

/// A result as JSON and back. What is written and read again equals what was written.
///
/// The JSON is as `result.schema.json` says. Whoever changes it so that an earlier workbook could
/// not read it raises the version, here and there, and still reads what was written before.
public final class ResultJson {
  private static final int VERSION = 2;
  private static final String NO_RESULT = "This is not a result of the workbook: ";

  private ResultJson() {}

  /// JSON on several lines, ending in a newline.
  ///
  /// @param declared the experiment's parameters, which say of what type each value is
  public static String write(Result result, List<Parameter> declared) {
    var text = new StringWriter();
    try (var json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      write(result, declared, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  /// Reads what [#write] wrote, now or before results had a schema version.
  ///
  /// @throws IllegalArgumentException with a sentence when the text is something else, or of a
  ///   newer version
  public static Result read(String json) {
    int version;
    try {
      var result = JsonFields.parse(json);
      version = result.has("schemaVersion") ? result.count("schemaVersion") : 1;
      if (version <= VERSION) {
        return read(version == VERSION ? result : FormerResult.update(result));
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException problem) {
      throw new IllegalArgumentException(NO_RESULT + problem.getMessage() + ".", problem);
    }
    throw new IllegalArgumentException(
        "A newer workbook wrote this result: its schema version is %d, and this workbook reads up to %d."
            .formatted(version, VERSION));
  }

  private static void write(Result result, List<Parameter> declared, JsonWriter json)
      throws IOException {
    json.beginObject();
    json.name("schemaVersion").value(VERSION);
    json.name("experiment").value(result.experiment());
    json.name("title").value(result.title());
    json.name("parameters");
    write(result.parameters(), declared, json);
    json.name("machine");
    write(result.machine(), json);
    json.name("started").value(result.started().toString());
    json.name("tookNanos").value(result.took().toNanos());
    if (result.prediction().isPresent()) {
      json.name("prediction").value(result.prediction().get());
    }
    json.name("ending").value(result.ending().name());
    json.name("trouble").value(result.trouble());
    json.name("observations");
    ObservationsJson.write(result.observations(), json);
    json.endObject();
  }

  private static void write(Parameters values, List<Parameter> declared, JsonWriter json)
      throws IOException {
    json.beginObject();
    for (var parameter : declared) {
      var name = json.name(parameter.name());
      switch (parameter) {
        case Parameter.Count count -> name.value(values.count(count.name()));
        case Parameter.Choice choice -> name.value(values.choice(choice.name()));
        case Parameter.Toggle toggle -> name.value(values.on(toggle.name()));
      }
    }
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
        new Parameters(json.members("parameters").settings()),
        readMachine(json.members("machine")),
        Instant.parse(json.text("started")),
        Duration.ofNanos(json.whole("tookNanos")),
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
