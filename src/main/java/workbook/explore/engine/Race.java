package workbook.explore.engine;

/// Two accesses to one place, at least one of them a write, that nothing orders.
public record Race(Place place, LogicalThread thread, LogicalThread other, Site site) {
  /// One plain sentence.
  public String says() {
    return thread.name()
        + " and "
        + other.name()
        + " use "
        + place.name()
        + " with nothing that orders them";
  }
}
