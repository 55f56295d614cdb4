package workbook;

/// What one thread or process did from one moment to another.
///
/// @param lane who, for example `worker-1`
/// @param state what it did, for example `running` or `waiting for lock A`
/// @param from nanoseconds since the run began
/// @param to nanoseconds since the run began, not before `from`
public record Span(String lane, String state, long from, long to) {
  public Span {
    if (to < from) {
      throw new IllegalArgumentException(lane + ": " + state + " ends before it begins");
    }
  }
}
