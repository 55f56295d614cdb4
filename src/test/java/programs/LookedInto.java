package programs;

import static programs.Classes.of;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import workbook.Scenario;

/// A list that one thread adds to, while the other one hands it to a method that looks into it.
public final class LookedInto {
  private LookedInto() {}

  private static Scenario list(Consumer<List<Integer>> method) {
    var list = new ArrayList<Integer>();
    return of(() -> list.add(1), () -> method.accept(list));
  }

  static Scenario printed() {
    return list(System.out::println);
  }

  static Scenario concatenated() {
    return list(list -> Objects.requireNonNull("all: " + list));
  }

  static Scenario appended() {
    return list(list -> new StringBuilder().append(list));
  }

  static Scenario valueOf() {
    return list(String::valueOf);
  }

  static Scenario formatted() {
    return list("%s"::formatted);
  }

  static Scenario compared() {
    return list(List.of(2)::equals);
  }

  static Scenario comparedNullOrNot() {
    return list(list -> Objects.equals(List.of(2), list));
  }

  static Scenario asserted() {
    return list(list -> Assertions.assertNotEquals(List.of(2), list));
  }

  static Scenario elementsTold() {
    return list(list -> Arrays.toString(new Object[] {list}));
  }

  static Scenario sortedByReference() {
    return list(Collections::sort);
  }

  static Scenario seenThroughAView() {
    var list = new ArrayList<Integer>();
    var view = Collections.unmodifiableList(list);
    return of(() -> list.add(1), view::size);
  }

  // Not found; see EXPLORER.md

  static Scenario printedInsideAnother() {
    var list = new ArrayList<Integer>();
    var outer = List.of(list);
    return of(() -> list.add(1), () -> System.out.println(outer));
  }

  private record Held(List<Integer> list) {}

  static Scenario printedInARecord() {
    var list = new ArrayList<Integer>();
    var held = new Held(list);
    return of(() -> list.add(1), () -> System.out.println(held));
  }

  static Scenario streamedLater() {
    var list = new ArrayList<>(List.of(2));
    var lock = new Object();
    return of(
        () -> {
          synchronized (lock) {
            list.set(0, 1);
          }
        },
        () -> {
          Stream<Integer> stream;
          synchronized (lock) {
            stream = list.stream();
          }
          Classes.same(1L, stream.peek(Objects::requireNonNull).count());
        });
  }

  static Scenario bufferFilled() {
    var buffer = ByteBuffer.allocate(2);
    Scenario.Body body = () -> buffer.put((byte) 1);
    return of(body, body);
  }

  // Right

  static Scenario printedBehindALock() {
    var list = new ArrayList<Integer>();
    return of(
        () -> {
          synchronized (list) {
            list.add(1);
          }
        },
        () -> {
          synchronized (list) {
            System.out.println(list + " " + Collections.unmodifiableList(list));
          }
        });
  }
}
