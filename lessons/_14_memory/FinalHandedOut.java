package _14_memory;

import java.util.List;

/// As careless as [HandedOut.Broken], but the object's number is final.
public final class FinalHandedOut extends Handover {
  private Frozen shared;

  private static final class Frozen {
    final int number;

    Frozen() {
      number = 42;
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> shared = new Frozen(), () -> look(shared));
  }

  private void look(Frozen found) {
    if (found != null) {
      seen = found.number;
    }
  }
}
