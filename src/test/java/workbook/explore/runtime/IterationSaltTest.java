package workbook.explore.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The orders that are tried are those that some salt of the JDK gives, all of them and no others.
@Tag("fast")
final class IterationSaltTest {
  /// A multiple of the lengths of all tables below.
  private static final int STARTS = 840;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110000",
        "101010 101010",
        "101010 01010101",
        "1100 101010",
        "1110000011 010101 11",
        "11000101001101",
        "2",
        "2 101010",
        "101010 2 10010010"
      })
  void theOrdersOfOneJvmAreTriedTogether(String tables) {
    assertEquals(given(tables.split(" ")), tried(tables.split(" ")));
  }

  /// What some salt gives, worked out as `java.util.ImmutableCollections` does it.
  private static Set<String> given(String[] tables) {
    var all = new TreeSet<String>();
    for (var i = 0L; i < STARTS; i++) {
      var upper = ((i << 32) + STARTS - 1) / STARTS;
      for (var salt = upper; salt < upper + 2; salt++) {
        var seen = new ArrayList<String>();
        for (var table : tables) {
          seen.add(Arrays.toString(order(table, salt)));
        }
        all.add(seen.toString());
      }
    }
    return all;
  }

  private static int[] order(String table, long salt) {
    var reverse = (salt & 1) == 0;
    if (table.equals("2")) {
      return new int[] {reverse ? 1 : 0};
    }
    var length = table.length();
    var slots = new ArrayList<Integer>();
    var at = (int) (salt * length >>> 32);
    while (slots.size() < table.chars().filter(slot -> slot == '1').count()) {
      at = Math.floorMod(reverse ? at + 1 : at - 1, length);
      if (table.charAt(at) == '1') {
        slots.add(at);
      }
    }
    return slots.stream().mapToInt(slot -> slot).toArray();
  }

  /// What is tried: all choices, one after the other.
  private static Set<String> tried(String[] tables) {
    var all = new TreeSet<String>();
    List<Integer> choices = new ArrayList<>();
    do {
      var next = new ArrayList<int[]>();
      var salt = new IterationSalt();
      var seen = new ArrayList<String>();
      for (var table : tables) {
        seen.add(Arrays.toString(order(table, salt, choices, next)));
      }
      all.add(seen.toString());
      while (!next.isEmpty() && next.getLast()[0] + 1 == next.getLast()[1]) {
        next.removeLast();
      }
      choices = new ArrayList<>(next.stream().map(choice -> choice[0]).toList());
      if (!choices.isEmpty()) {
        choices.set(choices.size() - 1, choices.getLast() + 1);
      }
    } while (!choices.isEmpty());
    return all;
  }

  private static int[] order(
      String table, IterationSalt salt, List<Integer> choices, List<int[]> made) {
    if (table.equals("2")) {
      return new int[] {salt.laterFirst(count -> choose(count, choices, made)) ? 1 : 0};
    }
    var occupied = new boolean[table.length()];
    for (var slot = 0; slot < occupied.length; slot++) {
      occupied[slot] = table.charAt(slot) == '1';
    }
    return salt.visit(occupied, count -> choose(count, choices, made));
  }

  private static int choose(int count, List<Integer> choices, List<int[]> made) {
    var choice = made.size() < choices.size() ? choices.get(made.size()) : 0;
    made.add(new int[] {choice, count});
    return choice;
  }
}
