package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import workbook.Scenario;

/// Which uses initialise a class, and in which order (JLS 12.4): each program notes what runs.
public final class Initialisers {
  private Initialisers() {}

  /// What was initialised so far in this run.
  static final class Log {
    static final List<String> ENTRIES = new ArrayList<>();

    static int add(String entry) {
      ENTRIES.add(entry);
      return ENTRIES.size();
    }
  }

  private static Scenario notes(String expected, Scenario.Body body) {
    return of(
        () -> {
          body.run();
          same(expected, String.join(" ", Log.ENTRIES));
        });
  }

  interface Quiet {
    int LEVEL = Log.add("Quiet");
  }

  interface Greets {
    int COUNT = Log.add("Greets");

    default void greet() {}
  }

  static class Above {
    public static final int NUMBER = Log.add("Above");
    static final int CONSTANT = 5;

    static void use() {}
  }

  static class Below extends Above implements Quiet, Greets {
    static final int OWN = Log.add("Below");

    Below() {
      Log.add("new");
    }
  }

  /// Seen by other packages, unlike the class above it.
  public static final class Open extends Above {}

  record Pair(int a, int b) {
    static final Pair ZERO = new Pair(0, Log.add("Pair"));
  }

  enum Colour {
    RED,
    GREEN;

    Colour() {
      Log.add(name());
    }
  }

  static Scenario newInitialisesAllAbove() {
    return notes("Above Greets Below new new", () -> Arrays.asList(new Below(), new Below()));
  }

  static Scenario aFieldOfTheClassAboveInitialisesOnlyThat() {
    return notes("Above", () -> same(1, Below.NUMBER));
  }

  static Scenario aMethodOfTheClassAboveInitialisesOnlyThat() {
    return notes("Above", Below::use);
  }

  static Scenario aFieldOfAnInterfaceInitialisesOnlyThat() {
    return notes("Quiet", () -> same(1, Quiet.LEVEL));
  }

  static Scenario constantsArraysAndLiteralsDoNot() {
    return notes(
        "",
        () -> Arrays.asList(Below.CONSTANT, new Below[1], Below.class, (Supplier<?>) Below::new));
  }

  static Scenario aReferenceToAConstructorDoesWhenItIsCalled() {
    Supplier<Object> make = Below::new;
    return notes("Above Greets Below new", make::get);
  }

  static Scenario argumentsComeAfterNew() {
    return notes("Pair Above", () -> new Pair(1, Above.NUMBER));
  }

  static Scenario forNameDoes() {
    return notes("Above Greets Below", () -> Class.forName("programs.Initialisers$Below"));
  }

  static Scenario forNameDoesNotWhenTold() {
    return notes(
        "",
        () ->
            Class.forName(
                "programs.Initialisers$Below", false, Initialisers.class.getClassLoader()));
  }

  static Scenario everyConstantOfAnEnumIsMade() {
    return notes("RED GREEN", () -> EnumSet.allOf(Colour.class));
  }

  static Scenario aRecordIsAClass() {
    return notes("Pair", () -> same(1, Pair.ZERO.b()));
  }

  private interface Weighs {
    int weight();
  }

  /// Constructors that call each other, constants with bodies, functions, state of its own.
  private enum Planet implements Weighs {
    MERCURY(1),
    VENUS("Venus", size -> size + 1) {
      private final List<String> clouds = new ArrayList<>(List.of("acid"));

      @Override
      public int weight() {
        return clouds.size() + super.weight();
      }
    },
    EARTH;

    private static final List<String> NAMES = new ArrayList<>();
    private static int made;

    static {
      for (var planet : values()) {
        NAMES.add(planet.label);
        made++;
      }
    }

    private final String label;
    private final UnaryOperator<Integer> grow;
    private int size = 5;

    Planet() {
      this(3);
    }

    Planet(int size) {
      this("planet" + size, now -> now + size);
    }

    Planet(String label, UnaryOperator<Integer> grow) {
      this.label = label;
      this.grow = grow;
    }

    @Override
    public int weight() {
      return size = grow.apply(size);
    }

    static String describe(Planet planet) {
      return switch (planet) {
        case MERCURY -> "hot";
        case VENUS -> "bright";
        case EARTH -> "wet";
      };
    }
  }

  /// The same in every run, although each run changes it.
  static Scenario anEnumIsMadeAfreshInEveryRun() {
    var steps = new AtomicInteger();
    Scenario.Body step = steps::incrementAndGet;
    return of(
        step,
        step,
        () -> {
          var weights = new ArrayList<Integer>();
          for (var planet : Planet.values()) {
            weights.add(planet.weight());
          }
          same(List.of(6, 7, 8), weights);
          same("[planet1, Venus, planet3]3", Planet.NAMES.toString() + Planet.made);
          same("bright", Planet.describe(Enum.valueOf(Planet.class, "VENUS")));
          Planet.NAMES.clear();
          Planet.made++;
        });
  }

  static final class Failing {
    static final Object VALUE = fail();

    private static Object fail() {
      Log.add("Failing");
      throw new IllegalStateException("no value");
    }

    static void use() {}
  }

  /// The first use tells the reason, every later one only that the class cannot be used.
  static Scenario aFailureIsFinal() {
    return notes(
        "Failing",
        () -> {
          same("ExceptionInInitializerError IllegalStateException", thrownBy(Failing::use));
          same("NoClassDefFoundError ExceptionInInitializerError", thrownBy(Failing::use));
          same("NoClassDefFoundError ExceptionInInitializerError", thrownBy(Failing::new));
        });
  }

  private static String thrownBy(Runnable use) {
    try {
      use.run();
      return "nothing";
    } catch (LinkageError thrown) {
      return thrown.getClass().getSimpleName() + " " + thrown.getCause().getClass().getSimpleName();
    }
  }

  /// Two threads use a class that cannot be initialised: one is told why.
  static Scenario aFailureIsToldToAllWhoWaited() {
    var told = new String[2];
    return new Scenario() {
      @Override
      public List<Body> bodies() {
        return List.of(
            () -> told[0] = thrownBy(Failing::use), () -> told[1] = thrownBy(Failing::use));
      }

      @Override
      public void check() {
        Arrays.sort(told);
        same(
            "[ExceptionInInitializerError IllegalStateException,"
                + " NoClassDefFoundError ExceptionInInitializerError]",
            Arrays.toString(told));
      }
    };
  }

  static final class Alone {
    static final int[] VALUES = {1, 2, 3};

    static int sum() {
      return VALUES[0] + VALUES[1];
    }
  }

  /// The class is used by one thread only, beside another.
  static Scenario usedByOneThread() {
    return of(() -> same(3, Alone.sum()), () -> {});
  }

  static Scenario notUsedAtAll() {
    return of(() -> same(3, 1 + 2), () -> {});
  }
}
