package _14_memory;

import java.util.List;

/// An object registers itself where others look. Does it matter when?
public abstract sealed class EarlyThis extends Handover {
  private volatile Listener registered;

  /// Its number is final, and the place where it registers itself is volatile.
  static class Listener {
    final int number;

    Listener(EarlyThis registry, boolean atOnce) {
      if (atOnce) {
        registry.registered = this;
      }
      number = 42;
    }
  }

  abstract Listener register();

  @Override
  public List<Body> bodies() {
    return List.of(
        this::register,
        () -> {
          var found = registered;
          if (found != null) {
            seen = found.number;
          }
        });
  }

  public static final class Broken extends EarlyThis {
    @Override
    Listener register() {
      return new Listener(this, true);
    }
  }

  public static final class Mended extends EarlyThis {
    @Override
    Listener register() {
      var complete = new Listener(this, false);
      super.registered = complete;
      return complete;
    }
  }
}
