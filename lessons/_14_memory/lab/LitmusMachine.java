package _14_memory.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a person should know about a machine before reading its table.
///
/// @param cores that the JVM may use
/// @param architecture as the system property `os.arch` says
record LitmusMachine(int cores, String architecture) {
  private static final Set<String> OF_THE_PAGE = Set.of("amd64", "x86_64");

  static LitmusMachine here() {
    return new LitmusMachine(
        Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"));
  }

  /// Why outcomes may be missing, or others may turn up, a sentence or two each.
  List<String> notes() {
    var notes = new ArrayList<String>();
    if (cores == 1) {
      notes.add(
          "With one core, no two threads run at the same moment. An outcome that needs this counts"
              + " 0 here, although Java allows it.");
    }
    if (!OF_THE_PAGE.contains(architecture)) {
      notes.add(
          "The lesson's tables are of an amd64 processor. This one, %s, may reorder other steps."
                  .formatted(architecture)
              + " Then outcomes turn up that count 0 there, and the other way round.");
    }
    return notes;
  }
}
