package _14_memory;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// An object that the whole program shares is made when it's first needed. How often is it made?
public abstract sealed class HolderClass implements Scenario {
  /// Counts how many were made.
  static final class Catalogue {
    static final AtomicInteger MADE = new AtomicInteger();

    Catalogue() {
      MADE.incrementAndGet();
    }
  }

  abstract Catalogue get();

  @Override
  public List<Body> bodies() {
    return List.of(this::get, this::get);
  }

  @Override
  public void check() {
    if (Catalogue.MADE.get() != 1) {
      throw new AssertionError("expected 1 catalogue, saw " + Catalogue.MADE);
    }
  }

  public static final class Broken extends HolderClass {
    private static volatile Catalogue catalogue;

    @Override
    Catalogue get() {
      if (catalogue == null) {
        catalogue = new Catalogue();
      }
      return catalogue;
    }
  }

  public static final class Mended extends HolderClass {
    /// Initialised by the first thread that uses it.
    private static final class Holder {
      static final Catalogue CATALOGUE = new Catalogue();
    }

    @Override
    Catalogue get() {
      return Holder.CATALOGUE;
    }
  }
}
