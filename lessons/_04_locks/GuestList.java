package _04_locks;

import java.util.ArrayList;
import java.util.List;
import workbook.Scenario;

/// Three guests put their names on a list: each replaces it by a longer one, under a lock. Which?
public abstract sealed class GuestList implements Scenario {
  volatile List<String> guests = List.of();

  abstract void enter(String name);

  @Override
  public List<Body> bodies() {
    return List.of(() -> enter("Ann"), () -> enter("Ben"), () -> enter("Cem"));
  }

  @Override
  public void check() {
    if (guests.size() != 3) {
      throw new AssertionError("three guests came, on the list are " + guests);
    }
  }

  /// Locks the list, which is another one from then on.
  public static final class Broken extends GuestList {
    @Override
    void enter(String name) {
      synchronized (guests) {
        var longer = new ArrayList<>(guests);
        longer.add(name);
        guests = longer;
      }
    }
  }

  /// Locks an object that stays.
  public static final class Mended extends GuestList {
    private final Object lock = new Object();

    @Override
    void enter(String name) {
      synchronized (lock) {
        var longer = new ArrayList<>(guests);
        longer.add(name);
        guests = longer;
      }
    }
  }
}
