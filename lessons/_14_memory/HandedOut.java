package _14_memory;

import java.util.List;

/// One thread makes an object and stores it in a field. Does another one see it complete?
public abstract sealed class HandedOut extends Handover {
  void look(Parcel found) {
    if (found != null) {
      seen = found.number;
    }
  }

  public static final class Broken extends HandedOut {
    private Parcel shared;

    @Override
    public List<Body> bodies() {
      return List.of(() -> shared = new Parcel(), () -> look(shared));
    }
  }

  public static final class Mended extends HandedOut {
    private volatile Parcel shared;

    @Override
    public List<Body> bodies() {
      return List.of(() -> shared = new Parcel(), () -> look(shared));
    }
  }
}
