package workbook.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Holds JSON against the project's schemas, with a validator that knows nothing of the workbook.
public enum Schema {
  RESULT("result.schema.json"),
  GRADING("grading.schema.json"),

  /// Refers to [#GRADING].
  EXPLORATION("exploration.schema.json");

  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  private final String file;

  Schema(String file) {
    this.file = file;
  }

  /// What is wrong and where, for example `/parameters/threads: Value is ...`; empty when nothing
  /// is.
  public List<String> faults(String json) {
    VALIDATOR.registerSchema(GRADING.text());
    var schema = VALIDATOR.registerSchema(text());
    return VALIDATOR.validate(schema, json).getErrors().stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getError())
        .toList();
  }

  private String text() {
    try (var in = ResultJson.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
