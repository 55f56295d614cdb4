package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import programs.Initialisers;

/// A class is initialised once, by the first thread that uses it, while all others wait.
final class StaticInitialisers {
  private StaticInitialisers() {}

  private static class Shape {
    static final Shape UNIT = new Square(1);

    static void use() {}
  }

  private static final class Square extends Shape {
    final int side;

    Square(int side) {
      this.side = side;
    }
  }

  /// The class above makes an instance of the one below, which must initialise the one above.
  static Program superclassBad() {
    return Program.of(Shape::use, () -> new Square(2));
  }

  private static class Form {
    private static final class Lazy {
      static final Form UNIT = new Box();
    }

    static Form unit() {
      return Lazy.UNIT;
    }
  }

  private static final class Box extends Form {}

  static Program superclassGood() {
    return Program.of(Form::unit, Box::new);
  }

  private static final class Chicken {
    static final int AGE = Egg.age() + 1;

    static int age() {
      return AGE;
    }
  }

  private static final class Egg {
    static final int AGE = Chicken.age() + 1;

    static int age() {
      return AGE;
    }
  }

  static Program eachOtherBad() {
    return Program.of(Chicken::age, Egg::age);
  }

  /// One thread alone sees the other class half done, and goes on.
  static Program eachOtherGood() {
    return Program.of(() -> expectEquals(2, Chicken.age() + Egg.age() - 1), () -> {});
  }

  private static final class Loader {
    static int size;

    static {
      var thread = new Thread(() -> size = 7);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// The code of the lambda is a static method of the class that is being initialised.
  static Program joinsBad() {
    return Program.of(() -> expectEquals(7, Loader.size));
  }

  private static final class Sizes {
    static final int[] READ = new int[1];
  }

  private static final class PatientLoader {
    static final int SIZE;

    static {
      var thread = new Thread(new Reader());
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      SIZE = Sizes.READ[0];
    }

    private static final class Reader implements Runnable {
      @Override
      public void run() {
        Sizes.READ[0] = 7;
      }
    }
  }

  static Program joinsGood() {
    return Program.of(() -> expectEquals(7, PatientLoader.SIZE));
  }

  private static final class Progress {
    static final AtomicInteger DONE = new AtomicInteger();
  }

  private static final class TwoSteps {
    static final int VALUE;

    static {
      Progress.DONE.incrementAndGet();
      Progress.DONE.incrementAndGet();
      VALUE = 2;
    }
  }

  /// A thread is stopped inside an initialiser, and one that does not need the class goes on.
  static Program halfwayBad() {
    return halfway(() -> expect(Progress.DONE.get() != 1, "half done"));
  }

  static Program halfwayGood() {
    return halfway(() -> expect(TwoSteps.VALUE == 2 && Progress.DONE.get() == 2, "done"));
  }

  private static Program halfway(Program.Body look) {
    Progress.DONE.set(0);
    return Program.of(() -> expectEquals(2, TwoSteps.VALUE), look);
  }

  private static final class Unpublished {
    static int value;

    static void set() {
      value = 5;
    }
  }

  private static final class Published {
    static final Published ONLY = new Published();
    private int value;

    Published() {
      value = 5;
    }

    int value() {
      return value;
    }
  }

  /// What the initialiser wrote is seen by everybody who waited for it.
  static Program publishesBad() {
    return Program.of(Unpublished::set, () -> expect(Unpublished.value >= 0, "a number"));
  }

  static Program publishesGood() {
    return Program.of(
        () -> expectEquals(5, Published.ONLY.value()),
        () -> expectEquals(5, Published.ONLY.value()));
  }

  /// The class that declares the field cannot be named here.
  static Program hiddenGood() {
    return Program.of(() -> expectEquals(1, Initialisers.Open.NUMBER));
  }

  static Program hiddenBad() {
    return Program.of(() -> expectEquals(2, Initialisers.Open.NUMBER));
  }

  private enum Registry {
    FIRST,
    SECOND {
      @Override
      int weight() {
        return 2;
      }
    };

    private final List<String> names = new ArrayList<>();
    private int added;

    int weight() {
      return 1;
    }

    synchronized int add(String name) {
      names.add(name);
      return added += weight();
    }
  }

  /// The constants of an enum are the same objects in every run, and begin afresh.
  private static Program registry(int expected) {
    return Program.of(() -> Registry.FIRST.add("a"), () -> Registry.valueOf("SECOND").add("b"))
        .then(
            () -> {
              var sums = new EnumMap<Registry, Integer>(Registry.class);
              for (var registry : Registry.values()) {
                sums.put(registry, registry.names.size() + registry.added);
              }
              expectEquals(expected, sums.get(Registry.FIRST) + sums.get(Registry.SECOND));
            });
  }

  static Program registryBad() {
    return registry(6);
  }

  static Program registryGood() {
    return registry(5);
  }
}
