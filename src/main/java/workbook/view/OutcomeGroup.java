package workbook.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import workbook.Outcome;

/// Outcomes of one program, of which each has a share.
///
/// @param name the heading; empty where there is but one group
/// @param outcomes at least one, in the order first recorded
record OutcomeGroup(String name, List<Outcome> outcomes) {
  /// The groups in the order of their first outcomes.
  static List<OutcomeGroup> of(List<Outcome> all) {
    var groups = new LinkedHashMap<String, List<Outcome>>();
    for (var outcome : all) {
      groups.computeIfAbsent(outcome.group(), none -> new ArrayList<>()).add(outcome);
    }
    return groups.entrySet().stream()
        .map(group -> new OutcomeGroup(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  /// How often any of the outcomes was seen.
  long whole() {
    return outcomes.stream().mapToLong(Outcome::count).sum();
  }
}
