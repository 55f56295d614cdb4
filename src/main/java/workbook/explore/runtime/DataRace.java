package workbook.explore.runtime;

/// Two accesses to one place, at least one of them a write, that nothing orders.
public record DataRace(
    SharedVariable variable, LogicalThread thread, LogicalThread other, CodeLocation site) {
  /// One plain sentence.
  public String says() {
    return thread.name()
        + " and "
        + other.name()
        + " use "
        + variable.name()
        + " with nothing that orders them";
  }
}
