package workbook.explore.runtime;

/// Two accesses to one place, at least one of them a write, that nothing orders.
///
/// @param thread the thread whose access came second
/// @param location what both touch, as [ExecutionListener] is told it
public record DataRace(
    SharedVariable variable,
    LogicalThread thread,
    LogicalThread other,
    CodeLocation site,
    Object location) {
  /// One plain sentence.
  public String says() {
    return says(variable.name());
  }

  /// The same with the name that the source has for what both touch.
  public String says(String target) {
    return "%s and %s use %s with nothing that orders them"
        .formatted(thread.name(), other.name(), target);
  }
}
