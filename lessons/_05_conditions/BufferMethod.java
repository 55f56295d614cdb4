package _05_conditions;

import java.util.Locale;

/// The methods of a [Buffer] that may wait.
public enum BufferMethod {
  PUT,
  OFFER,
  TAKE,
  POLL;

  /// Whether it waits for a place, not for an item.
  public boolean adds() {
    return this == PUT || this == OFFER;
  }

  /// Those that wait for the same: first without a limit, then with one.
  public BufferMethod[] alike() {
    return adds() ? new BufferMethod[] {PUT, OFFER} : new BufferMethod[] {TAKE, POLL};
  }

  /// Those that end such a wait: first without a limit, then with one.
  public BufferMethod[] opposite() {
    return adds() ? TAKE.alike() : PUT.alike();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
