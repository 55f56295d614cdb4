package programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import workbook.Scenario;
import workbook.explore.ChosenProgram;

/// The classic small programs of memory models, with two variables that are accessed in one mode or
/// another. [ChosenProgram] says which: `store-buffering opaque`. What each run saw is told to
/// [FinalStates].
public final class AccessModes implements Scenario {
  private static final VarHandle X;
  private static final VarHandle Y;
  private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(Object[].class);

  static {
    try {
      var lookup = MethodHandles.lookup();
      X = lookup.findVarHandle(Fields.class, "x", int.class);
      Y = lookup.findVarHandle(Fields.class, "y", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Scenario chosen;

  public AccessModes() {
    var words = ChosenProgram.name().split(" ");
    var pair = inMode(words[1]);
    chosen =
        switch (words[0]) {
          case "store-buffering" -> storeBuffering(pair);
          case "message-passing" -> messagePassing(pair);
          case "independent-reads" -> independentReads(pair);
          case "coherence" -> coherence(pair);
          case "crossed-writes" -> crossedWrites(pair);
          case "load-buffering" -> loadBuffering(pair);
          default -> throw new IllegalArgumentException(words[0]);
        };
  }

  private static Pair inMode(String mode) {
    return switch (mode) {
      case "plain" -> plain();
      case "handle" -> handle();
      case "opaque" -> opaque(() -> {});
      case "full-fence" -> opaque(VarHandle::fullFence);
      case "half-fence" -> opaque(AccessModes::halfFence);
      case "release" -> released();
      case "lazy" -> lazy();
      case "atomic" -> atomic();
      case "volatile" -> declared();
      case "references" -> references();
      case "opaque-references" -> opaqueReferences();
      default -> throw new IllegalArgumentException(mode);
    };
  }

  @Override
  public List<Body> bodies() {
    return chosen.bodies();
  }

  @Override
  public void check() throws Exception {
    chosen.check();
  }

  private static final class Fields {
    int x;
    int y;
    volatile int vx;
    volatile int vy;
  }

  /// One shared variable.
  private record Variable(IntConsumer setter, IntSupplier getter) {
    void set(int value) {
      setter.accept(value);
    }

    int get() {
      return getter.getAsInt();
    }
  }

  /// Two shared variables, both used in the same mode, and what stands between two accesses.
  private record Pair(Variable x, Variable y, Runnable fence) {
    Pair(Variable x, Variable y) {
      this(x, y, () -> {});
    }
  }

  private static Pair plain() {
    var f = new Fields();
    return new Pair(
        new Variable(value -> f.x = value, () -> f.x),
        new Variable(value -> f.y = value, () -> f.y));
  }

  private static Pair handle() {
    var f = new Fields();
    return new Pair(
        new Variable(value -> X.set(f, value), () -> (int) X.get(f)),
        new Variable(value -> Y.set(f, value), () -> (int) Y.get(f)));
  }

  private static Pair opaque(Runnable fence) {
    var f = new Fields();
    return new Pair(
        new Variable(value -> X.setOpaque(f, value), () -> (int) X.getOpaque(f)),
        new Variable(value -> Y.setOpaque(f, value), () -> (int) Y.getOpaque(f)),
        fence);
  }

  private static void halfFence() {
    VarHandle.releaseFence();
    VarHandle.acquireFence();
  }

  private static Pair released() {
    var f = new Fields();
    return new Pair(
        new Variable(value -> X.setRelease(f, value), () -> (int) X.getAcquire(f)),
        new Variable(value -> Y.setRelease(f, value), () -> (int) Y.getAcquire(f)));
  }

  private static Pair lazy() {
    var x = new AtomicInteger();
    var y = new AtomicInteger();
    return new Pair(new Variable(x::lazySet, x::get), new Variable(y::lazySet, y::get));
  }

  private static Pair atomic() {
    var x = new AtomicInteger();
    var y = new AtomicInteger();
    return new Pair(new Variable(x::set, x::get), new Variable(y::set, y::get));
  }

  private static Pair declared() {
    var f = new Fields();
    return new Pair(
        new Variable(value -> f.vx = value, () -> f.vx),
        new Variable(value -> f.vy = value, () -> f.vy));
  }

  private static Pair references() {
    var cells = new Integer[] {0, 0};
    return new Pair(
        new Variable(value -> cells[0] = value, () -> cells[0]),
        new Variable(value -> cells[1] = value, () -> cells[1]));
  }

  private static Pair opaqueReferences() {
    var cells = new Object[] {0, 0};
    return new Pair(
        new Variable(
            value -> CELLS.setOpaque(cells, 0, value), () -> (int) CELLS.getOpaque(cells, 0)),
        new Variable(
            value -> CELLS.setOpaque(cells, 1, value), () -> (int) CELLS.getOpaque(cells, 1)));
  }

  private static Scenario storeBuffering(Pair pair) {
    var seen = new int[2];
    return Litmus.of(
        words(seen),
        () -> {
          pair.x.set(1);
          pair.fence.run();
          seen[0] = pair.y.get();
        },
        () -> {
          pair.y.set(1);
          pair.fence.run();
          seen[1] = pair.x.get();
        });
  }

  private static Scenario messagePassing(Pair pair) {
    var seen = new int[2];
    return Litmus.of(
        words(seen),
        () -> {
          pair.x.set(1);
          pair.fence.run();
          pair.y.set(1);
        },
        () -> {
          seen[0] = pair.y.get();
          pair.fence.run();
          seen[1] = pair.x.get();
        });
  }

  private static Scenario independentReads(Pair pair) {
    var seen = new int[4];
    return Litmus.of(
        words(seen),
        () -> pair.x.set(1),
        () -> pair.y.set(1),
        () -> {
          seen[0] = pair.x.get();
          pair.fence.run();
          seen[1] = pair.y.get();
        },
        () -> {
          seen[2] = pair.y.get();
          pair.fence.run();
          seen[3] = pair.x.get();
        });
  }

  private static Scenario coherence(Pair pair) {
    var seen = new int[2];
    return Litmus.of(
        words(seen),
        () -> {
          pair.x.set(1);
          pair.x.set(2);
        },
        () -> {
          seen[0] = pair.x.get();
          seen[1] = pair.x.get();
        });
  }

  /// Two threads write both variables, in opposite order; who was last?
  private static Scenario crossedWrites(Pair pair) {
    return Litmus.of(
        () -> "" + pair.x.get() + pair.y.get(),
        () -> {
          pair.x.set(1);
          pair.fence.run();
          pair.y.set(2);
        },
        () -> {
          pair.y.set(1);
          pair.fence.run();
          pair.x.set(2);
        });
  }

  private static Scenario loadBuffering(Pair pair) {
    var seen = new int[2];
    return Litmus.of(
        words(seen),
        () -> {
          seen[0] = pair.x.get();
          pair.y.set(1);
        },
        () -> {
          seen[1] = pair.y.get();
          pair.x.set(1);
        });
  }

  private static Supplier<String> words(int[] seen) {
    return () -> Arrays.stream(seen).mapToObj(Integer::toString).collect(Collectors.joining());
  }
}
