package workbook.explore.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.IntFunction;

/// What an atomic object or a collection of the JDK holds, in a few words. Looks at the first few
/// elements only, however many there are, and runs no code of theirs.
final class ObjectContents {
  private static final int LONGEST = 40;
  private static final int MOST_ELEMENTS = 12;
  private static final String MANY = "some elements";

  private ObjectContents() {}

  /// Empty when it is something else.
  static String of(Object object, ObjectNames names) {
    if (object == null
        || !object.getClass().getName().startsWith("java.util.")
            && !HashKind.isCopiedTable(object.getClass())) {
      return "";
    }
    return switch (object) {
      case Number number -> number.toString();
      case AtomicBoolean truth -> truth.toString();
      case AtomicReference<?> held -> names.of(held.get());
      case AtomicStampedReference<?> held ->
          names.of(held.getReference()) + ", stamp " + held.getStamp();
      case AtomicMarkableReference<?> held ->
          names.of(held.getReference()) + (held.isMarked() ? ", marked" : ", not marked");
      case AtomicIntegerArray array -> elements(array.length(), index -> array.get(index) + "");
      case AtomicLongArray array -> elements(array.length(), index -> array.get(index) + "");
      case AtomicReferenceArray<?> array ->
          elements(array.length(), index -> names.of(array.get(index)));
      case Map<?, ?> map -> of(map);
      case Collection<?> collection -> of(collection);
      default -> "";
    };
  }

  private static String elements(int length, IntFunction<String> words) {
    var told = new StringJoiner(", ", "[", "]");
    for (var index = 0; index < Math.min(length, MOST_ELEMENTS); index++) {
      told.add(words.apply(index));
    }
    return length > MOST_ELEMENTS || told.length() > LONGEST ? size(length) : told.toString();
  }

  private static String of(Map<?, ?> map) {
    var told = new StringJoiner(", ", "{", "}");
    var shown = 0;
    for (var entry : map.entrySet()) {
      if (++shown > MOST_ELEMENTS || !isPlain(entry.getKey()) || !isPlain(entry.getValue())) {
        return counts(map) ? size(map.size()) : MANY;
      }
      told.add(entry.getKey() + "=" + entry.getValue());
    }
    return told.length() > LONGEST ? size(map.size()) : told.toString();
  }

  private static String of(Collection<?> collection) {
    var told = new StringJoiner(", ", "[", "]");
    var shown = 0;
    for (var element : collection) {
      if (++shown > MOST_ELEMENTS || !isPlain(element)) {
        return counts(collection) ? size(collection.size()) : MANY;
      }
      told.add(String.valueOf(element));
    }
    return told.length() > LONGEST ? size(collection.size()) : told.toString();
  }

  /// Whether it knows its size without going through all its elements.
  private static boolean counts(Object container) {
    var name = container.getClass().getSimpleName();
    return !name.startsWith("ConcurrentLinked") && !name.startsWith("ConcurrentSkipList");
  }

  private static boolean isPlain(Object value) {
    return value == null || value instanceof String || ObjectNames.isPlainValue(value);
  }

  private static String size(int elements) {
    return "%,d %s".formatted(elements, elements == 1 ? "element" : "elements");
  }
}
