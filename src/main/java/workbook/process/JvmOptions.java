package workbook.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The options of the book's JVMs. They are written down once, in `pom.xml`, and the build copies
/// them to files beside this class.
public final class JvmOptions {
  /// For every JVM that runs the book.
  public static final List<String> ALWAYS = read("always.options");

  /// For a JVM that ends soon. Never for one that a lesson starts.
  public static final List<String> SHORT_LIFE = read("short-life.options");

  private JvmOptions() {}

  private static List<String> read(String file) {
    try (var in = JvmOptions.class.getResourceAsStream(file)) {
      return List.of(new String(in.readAllBytes(), UTF_8).strip().split("\\s+"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
