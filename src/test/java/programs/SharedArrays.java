package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import workbook.Scenario;

/// An array that two threads use through methods of the JDK.
public final class SharedArrays {
  private static final int MANY = 10_000_000;

  private SharedArrays() {}

  /// One thread hands the numbers to a method, the other one changes the middle one.
  private static Scenario written(Consumer<int[]> method) {
    var numbers = new int[] {3, 1, 2};
    return of(() -> method.accept(numbers), () -> numbers[1] = 7);
  }

  /// One thread hands the numbers to a method, the other one reads the middle one.
  private static Scenario read(Consumer<int[]> method) {
    var numbers = new int[] {3, 1, 2};
    return of(() -> method.accept(numbers), () -> same(true, numbers[1] >= 0));
  }

  private static Scenario namesWritten(Consumer<String[]> method) {
    var names = new String[] {"b", "a"};
    return of(() -> method.accept(names), () -> names[1] = "c");
  }

  private static Scenario namesRead(Consumer<String[]> method) {
    var names = new String[] {"b", "a"};
    return of(() -> method.accept(names), () -> same(1, names[1].length()));
  }

  private static Scenario lettersWritten(Consumer<char[]> method) {
    var letters = new char[] {'b', 'a'};
    return of(() -> method.accept(letters), () -> letters[1] = 'c');
  }

  // Changes that nothing orders

  static Scenario fill() {
    return read(numbers -> Arrays.fill(numbers, 5));
  }

  static Scenario fillByBoth() {
    var numbers = new int[2];
    Scenario.Body fills = () -> Arrays.fill(numbers, 1);
    return of(fills, fills);
  }

  static Scenario sort() {
    return read(Arrays::sort);
  }

  static Scenario sortInOrder() {
    return namesRead(names -> Arrays.sort(names, Comparator.reverseOrder()));
  }

  static Scenario setAll() {
    return read(numbers -> Arrays.setAll(numbers, i -> i));
  }

  static Scenario copyInto() {
    return read(numbers -> System.arraycopy(new int[2], 0, numbers, 1, 2));
  }

  static Scenario toArray() {
    return namesRead(names -> List.of("x", "y").toArray(names));
  }

  static Scenario sortTheList() {
    return namesRead(names -> Collections.sort(Arrays.asList(names)));
  }

  static Scenario getChars() {
    return lettersWritten(letters -> "xy".getChars(0, 2, letters, 0));
  }

  // Reads that nothing orders after a change

  static Scenario copyOut() {
    return written(numbers -> System.arraycopy(numbers, 1, new int[2], 0, 2));
  }

  static Scenario copyOf() {
    return written(numbers -> Arrays.copyOf(numbers, 2));
  }

  static Scenario copyOfRange() {
    return written(numbers -> Arrays.copyOfRange(numbers, 1, 2));
  }

  static Scenario cloned() {
    return written(numbers -> same(3, numbers.clone().length));
  }

  static Scenario equal() {
    return written(numbers -> Arrays.equals(new int[] {3, 1, 2}, numbers));
  }

  static Scenario text() {
    return written(Arrays::toString);
  }

  static Scenario stream() {
    return written(numbers -> Arrays.stream(numbers).sum());
  }

  static Scenario asserted() {
    return written(numbers -> Assertions.assertArrayEquals(numbers, numbers));
  }

  static Scenario deepText() {
    var rows = new int[][] {{1}, {2}};
    return of(() -> rows[1][0] = 3, () -> Arrays.deepToString(rows));
  }

  static Scenario listOf() {
    return namesWritten(List::of);
  }

  static Scenario streamOf() {
    return namesWritten(names -> Stream.of(names).toList());
  }

  static Scenario joined() {
    return namesWritten(names -> String.join(" ", names));
  }

  static Scenario throughTheList() {
    return namesWritten(names -> Arrays.asList(names).get(1));
  }

  static Scenario goesThroughTheList() {
    var names = new String[] {"b", "a"};
    var list = Arrays.asList(names);
    return of(
        () -> {
          for (var name : list) {
            same(1, name.length());
          }
        },
        () -> names[1] = "c");
  }

  static Scenario valueOf() {
    return lettersWritten(String::valueOf);
  }

  static Scenario newString() {
    return lettersWritten(letters -> same(2, new String(letters).length()));
  }

  // Right programs

  static Scenario eachItsHalf() {
    var numbers = new int[4];
    return of(
        () -> {
          Arrays.fill(numbers, 0, 2, 1);
          Arrays.sort(numbers, 0, 2);
          same("[1, 1]", Arrays.toString(Arrays.copyOf(numbers, 2)));
        },
        () -> {
          System.arraycopy(new int[] {2, 2}, 0, numbers, 2, 2);
          same(4, Arrays.stream(numbers, 2, 4).sum());
        });
  }

  static Scenario behindALock() {
    var lock = new ReentrantLock();
    var names = new String[] {"b", "a"};
    var list = Arrays.asList(names);
    Scenario.Body body =
        () -> {
          lock.lock();
          try {
            Arrays.sort(names);
            list.set(0, "a");
            same("a a", String.join(" ", names).replace('b', 'a'));
            names[0] = names.clone()[1];
          } finally {
            lock.unlock();
          }
        };
    return of(body, body);
  }

  static Scenario sizeOfTheList() {
    var names = new String[] {"b", "a"};
    var list = Arrays.asList(names);
    return of(() -> names[1] = "c", () -> same(2, list.size()));
  }

  /// Millions of elements that one thread keeps to itself.
  static Scenario manyOfItsOwn() {
    Scenario.Body body =
        () -> {
          var numbers = new byte[MANY];
          Arrays.fill(numbers, (byte) 1);
          numbers[7] = 2;
          same((byte) 2, numbers.clone()[7]);
        };
    return of(body, body);
  }

  /// What was done to all elements is known of each.
  static Scenario afterManyAtOnce() {
    var numbers = new int[MANY];
    return of(() -> Arrays.fill(numbers, 1), () -> numbers[MANY - 1]++);
  }

  static Scenario nothing() {
    return of(() -> {}, () -> {});
  }

  /// The arrays that hold the arguments are nobody else's.
  static Scenario formats() {
    Scenario.Body body = () -> same("1 2", String.format("%s %s", 1, 2));
    return of(body, body);
  }
}
