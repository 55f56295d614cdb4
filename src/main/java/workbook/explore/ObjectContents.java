package workbook.explore;

import java.util.Collection;
import java.util.Map;
import workbook.explore.runtime.HashKind;

/// What an atomic object or a collection of the JDK holds, in a few words.
final class ObjectContents {
  private static final int LONGEST = 40;

  private ObjectContents() {}

  /// Empty when it is something else, or holds objects that only the code under test can describe.
  static String of(Object object) {
    if (object == null
        || !object.getClass().getName().startsWith("java.util.")
            && !HashKind.isCopiedTable(object.getClass())) {
      return "";
    }
    var plain =
        switch (object) {
          case Number _ -> true;
          case Map<?, ?> map -> allPlain(map.keySet()) && allPlain(map.values());
          case Collection<?> collection -> allPlain(collection);
          default -> object.getClass().getName().endsWith(".AtomicBoolean");
        };
    var text = plain ? object.toString() : "";
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  private static boolean allPlain(Collection<?> values) {
    return values.stream()
        .allMatch(
            value ->
                value == null
                    || value instanceof String
                    || value.getClass().getName().startsWith("java.lang.")
                        && value.getClass() != Object.class);
  }
}
