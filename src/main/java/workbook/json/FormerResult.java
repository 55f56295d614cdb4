package workbook.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;

/// A result as it was written before results had a schema version: its times lacked their unit.
final class FormerResult {
  private static final List<Renamed> RENAMED =
      List.of(
          new Renamed("spans", "from", "fromNanos"),
          new Renamed("spans", "to", "toNanos"),
          new Renamed("transcript", "at", "atNanos"),
          new Renamed("turns", "at", "atNanos"));

  /// A member of the objects in a list.
  private record Renamed(String list, String former, String now) {}

  private FormerResult() {}

  /// Changes a result of version 1 into one of version 2. What is missing stays missing.
  static JsonFields update(JsonFields result) {
    result.object().addProperty("tookNanos", Duration.parse(result.text("took")).toNanos());
    var seen = result.members("observations").object();
    for (var renamed : RENAMED) {
      if (seen.get(renamed.list()) instanceof JsonArray all) {
        all.forEach(
            one -> {
              if (one instanceof JsonObject object && object.has(renamed.former())) {
                object.add(renamed.now(), object.remove(renamed.former()));
              }
            });
      }
    }
    return result;
  }
}
