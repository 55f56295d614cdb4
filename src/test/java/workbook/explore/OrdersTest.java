package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import programs.IdentityOrders;
import programs.Orders;

/// The order of an immutable set or map is another in each JVM, and so is that of a hash table of
/// objects without a hash code of their own: all that can come are explored.
@Tag("fast")
final class OrdersTest {
  @ParameterizedTest
  @MethodSource("taken")
  void locksTakenInAnOpenOrderDeadlock(Program program) {
    var fails = assertInstanceOf(Verdict.Fails.class, Explorer.explore(program));
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
  }

  static List<Program> taken() {
    return List.of(
        Orders::ofMap,
        Orders::copiedMap,
        Orders::ofEntries,
        Orders::ofSet,
        Orders::copiedSet,
        Orders::collectedSet,
        Orders::collectedMap,
        Orders::streamed,
        Orders::inAnArray);
  }

  @Test
  void identityHashCodesCanBeTheSame() {
    var fails = assertInstanceOf(Verdict.Fails.class, Explorer.explore(Orders::byHashCode));
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
    assertInstanceOf(Verdict.Holds.class, Explorer.explore(Orders::byHashCodeOrTie));
  }

  @Test
  void theyAreInNoOrder() {
    assertInstanceOf(Verdict.Fails.class, Explorer.explore(Orders::olderIsSmaller));
  }

  @ParameterizedTest
  @EnumSource
  void eachOrderOfAHashTableIsTried(IdentityOrders table) {
    for (var reversed : List.of(false, true)) {
      var verdict = Explorer.explore(table.againstFixed(reversed));
      var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
      assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesFilledInTheSameWayHaveTheSameOrder(IdentityOrders table) {
    var verdict = Explorer.explore(table.twice());
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @Test
  void whoOnlyLooksUpLearnsNoHashCode() {
    assertEquals(
        "holds in every schedule; they all come to the same",
        Explorer.explore(IdentityOrders::onlyLooksUp).says());
  }

  @Test
  void theOrderIsTheSameForAllWhoLookInOneRun() {
    var holds = assertInstanceOf(Verdict.Holds.class, Explorer.explore(Orders::oneOrderForAll));
    assertTrue(holds.complete(), holds::says);
  }

  /// Each step of an iterator takes its loop further, though nothing else changes.
  @Test
  void whoGoesThroughASetWithoutALookAtItsElementsComesToAnEnd() {
    var verdict = Explorer.explore(Orders::onlyGoesThrough);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @Test
  void anOrderThatNobodySeesIsNoChoice() {
    assertEquals(
        "holds in every schedule; they all come to the same",
        Explorer.explore(Orders::nobodySeesTheOrder).says());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a b c", "one two three four", "1 2 3 4 5 6 7"})
  void theOrderOfThisJvmIsAmongThem(String words) {
    var printed = Set.copyOf(List.of(words.split(" "))).toString();
    var verdict = Explorer.explore(Orders.neverPrinted(words, printed));
    assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }

  /// Two elements have 2 orders, three have 6, four have 8: from each one on, forwards or
  /// backwards.
  @Test
  void anOrderThatNoJvmGivesIsNotTried() {
    var all = List.of("a", "b", "c", "d");
    var printed = new TreeSet<String>();
    for (var order : permutations(all)) {
      var verdict = Explorer.explore(Orders.neverPrinted("a b c d", order));
      if (verdict instanceof Verdict.Fails) {
        printed.add(order);
      }
    }
    assertEquals(8, printed.size(), printed::toString);
  }

  private static List<String> permutations(List<String> words) {
    return orders(List.of(), words).stream().map(List::toString).toList();
  }

  private static List<List<String>> orders(List<String> begun, List<String> left) {
    if (left.isEmpty()) {
      return List.of(begun);
    }
    return left.stream()
        .flatMap(
            next ->
                orders(
                    Stream.concat(begun.stream(), Stream.of(next)).toList(),
                    left.stream().filter(word -> !word.equals(next)).toList())
                    .stream())
        .toList();
  }
}
