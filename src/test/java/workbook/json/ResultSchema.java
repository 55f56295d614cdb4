package workbook.json;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Holds JSON against the schema of results, with a validator that knows nothing of the workbook.
public final class ResultSchema {
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  private static final URI SCHEMA = VALIDATOR.registerSchema(text());

  private ResultSchema() {}

  /// What is wrong and where, for example `/parameters/threads: Value is ...`; empty when nothing
  /// is.
  public static List<String> faults(String json) {
    return VALIDATOR.validate(SCHEMA, json).getErrors().stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getError())
        .toList();
  }

  private static String text() {
    try (var file = ResultJson.class.getResourceAsStream("result.schema.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
