package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import workbook.explore.Trace;

/// A trace as JSON, for charts and other programs: an object with the members of [Trace], and an
/// array of steps with those of [Trace.Step].
public final class TraceJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private TraceJson() {}

  /// JSON on several lines, ending in a newline.
  public static String write(Trace trace) {
    return GSON.toJson(trace) + "\n";
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws com.google.gson.JsonParseException when the text is no JSON
  public static Trace read(String json) {
    return GSON.fromJson(json, Trace.class);
  }
}
