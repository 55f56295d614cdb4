package scenarios.more;

import static scenarios.more.Program.expectEquals;

import java.util.function.IntUnaryOperator;

/// Read, change, write in arrays of every type.
final class Elements {
  private Elements() {}

  private interface Adder {
    int get();

    void set(int value);

    default void add() {
      set(get() + 1);
    }

    static Program twice(Adder adder) {
      return Program.of(adder::add, adder::add).then(() -> expectEquals(2, adder.get()));
    }
  }

  private static Program arrays(Adder adder, boolean locked) {
    if (!locked) {
      return Adder.twice(adder);
    }
    var lock = new Object();
    Program.Body body =
        () -> {
          synchronized (lock) {
            adder.add();
          }
        };
    return Program.of(body, body).then(() -> expectEquals(2, adder.get()));
  }

  private static Adder bytes() {
    var cells = new byte[1];
    return adder(() -> cells[0], n -> cells[0] = (byte) n);
  }

  private static Adder chars() {
    var cells = new char[1];
    return adder(() -> cells[0], n -> cells[0] = (char) n);
  }

  private static Adder shorts() {
    var cells = new short[1];
    return adder(() -> cells[0], n -> cells[0] = (short) n);
  }

  private static Adder longs() {
    var cells = new long[1];
    return adder(() -> (int) cells[0], n -> (int) (cells[0] = n));
  }

  private static Adder floats() {
    var cells = new float[1];
    return adder(() -> (int) cells[0], n -> (int) (cells[0] = n));
  }

  private static Adder doubles() {
    var cells = new double[1];
    return adder(() -> (int) cells[0], n -> (int) (cells[0] = n));
  }

  private static Adder objects() {
    var cells = new Integer[] {0};
    return adder(() -> cells[0], n -> cells[0] = n);
  }

  private static Adder booleans() {
    var cells = new boolean[2];
    return adder(
        () -> (cells[0] ? 1 : 0) + (cells[1] ? 1 : 0),
        n -> {
          cells[n - 1] = true;
          return n;
        });
  }

  private static Adder grid() {
    var cells = new int[2][2];
    return adder(() -> cells[1][1], n -> cells[1][1] = n);
  }

  private static Adder adder(java.util.function.IntSupplier get, IntUnaryOperator set) {
    return new Adder() {
      @Override
      public int get() {
        return get.getAsInt();
      }

      @Override
      public void set(int value) {
        set.applyAsInt(value);
      }
    };
  }

  static Program bytesBad() {
    return arrays(bytes(), false);
  }

  static Program bytesGood() {
    return arrays(bytes(), true);
  }

  static Program charsBad() {
    return arrays(chars(), false);
  }

  static Program charsGood() {
    return arrays(chars(), true);
  }

  static Program shortsBad() {
    return arrays(shorts(), false);
  }

  static Program shortsGood() {
    return arrays(shorts(), true);
  }

  static Program longsBad() {
    return arrays(longs(), false);
  }

  static Program longsGood() {
    return arrays(longs(), true);
  }

  static Program floatsBad() {
    return arrays(floats(), false);
  }

  static Program floatsGood() {
    return arrays(floats(), true);
  }

  static Program doublesBad() {
    return arrays(doubles(), false);
  }

  static Program doublesGood() {
    return arrays(doubles(), true);
  }

  static Program objectsBad() {
    return arrays(objects(), false);
  }

  static Program objectsGood() {
    return arrays(objects(), true);
  }

  static Program booleansBad() {
    return arrays(booleans(), false);
  }

  static Program booleansGood() {
    return arrays(booleans(), true);
  }

  static Program gridBad() {
    return arrays(grid(), false);
  }

  static Program gridGood() {
    return arrays(grid(), true);
  }
}
