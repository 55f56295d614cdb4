package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A simple class name stands for one thing, so that a reader who has met it knows it.
///
/// Stubs, solutions and the learner's own files have the names that their contracts ask for.
@Tag("fast")
class UniqueNamesTest {
  /// Nested types that bear the name of a public type all the same, and why.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "Caller.Question", "a contract that learners fulfil: what a server is asked",
          "ProgressStore.Contents", "what a file holds, known to its reader only");

  @Test
  void everyTopLevelNameStandsOnce() throws IOException {
    var places = new TreeMap<String, List<String>>();
    for (var source : sources()) {
      for (var type : source.types()) {
        var name = type.getSimpleName().toString();
        places.computeIfAbsent(name, first -> new ArrayList<>()).add(source.place(type));
      }
    }
    places.values().removeIf(all -> all.size() == 1);
    assertEquals(Map.of(), places, "rename all but one of each");
  }

  /// A lesson may call its own types as another lesson does: nobody reads both at once.
  @Test
  void noNestedTypeHasTheNameOfAPublicTypeElsewhere() throws IOException {
    var sources = sources();
    var rooms = new HashMap<String, String>();
    for (var source : sources) {
      for (var type : source.types()) {
        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC) && !isLesson(source)) {
          rooms.put(type.getSimpleName().toString(), source.packageName());
        }
      }
    }
    var clashes = new ArrayList<String>();
    for (var source : sources) {
      for (var nested : source.nestedTypes()) {
        var name = nested.getSimpleName().toString();
        var room = rooms.getOrDefault(name, source.packageName());
        var listed = EXCEPTIONS.containsKey(source.typeName() + "." + name);
        if (!room.equals(source.packageName()) && !listed) {
          clashes.add(source.place(nested) + ": rename it; " + room + " has a " + name + ", too");
        }
      }
    }
    assertEquals(List.of(), clashes);
  }

  private static boolean isLesson(ParsedSource source) {
    return source.packageName().startsWith("_");
  }

  private static List<ParsedSource> sources() throws IOException {
    return ParsedSource.below("lessons", "src/main/java").stream()
        .filter(source -> !source.isIn("exercise", "stub", "solution"))
        .toList();
  }
}
