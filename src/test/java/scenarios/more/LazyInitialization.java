package scenarios.more;

import static scenarios.more.Program.expect;

import java.util.function.Supplier;

/// Making an object on its first use, once for all threads.
final class LazyInitialization {
  private LazyInitialization() {}

  private static final class Plain {
    int value;

    Plain(int value) {
      this.value = value;
    }
  }

  private static final class Lazy {
    private static Plain instance;
    private static volatile Plain visible;

    static Plain unguarded() {
      if (instance == null) {
        instance = new Plain(5);
      }
      return instance;
    }

    static synchronized Plain guarded() {
      if (instance == null) {
        instance = new Plain(5);
      }
      return instance;
    }

    static Plain doubleChecked() {
      var seen = visible;
      if (seen != null) {
        return seen;
      }
      synchronized (Lazy.class) {
        if (visible == null) {
          visible = new Plain(5);
        }
        return visible;
      }
    }

    static Plain doubleCheckedPlain() {
      if (instance == null) {
        synchronized (Lazy.class) {
          if (instance == null) {
            instance = new Plain(5);
          }
        }
      }
      return instance;
    }

    private static final class Holder {
      static final Plain INSTANCE = new Plain(5);
    }
  }

  private enum Single {
    INSTANCE;
    final Plain plain = new Plain(5);
  }

  private static Program lazy(Supplier<Plain> get) {
    var seen = new Plain[2];
    return Program.of(() -> seen[0] = get.get(), () -> seen[1] = get.get())
        .then(() -> expect(seen[0] == seen[1] && seen[0].value == 5, "one instance"));
  }

  static Program lazyBad() {
    return lazy(Lazy::unguarded);
  }

  static Program lazyGood() {
    return lazy(Lazy::guarded);
  }

  static Program doubleCheckedBad() {
    return lazy(Lazy::doubleCheckedPlain);
  }

  static Program doubleCheckedGood() {
    return lazy(Lazy::doubleChecked);
  }

  static Program holderGood() {
    return lazy(() -> Lazy.Holder.INSTANCE);
  }

  static Program enumGood() {
    return lazy(() -> Single.INSTANCE.plain);
  }
}
