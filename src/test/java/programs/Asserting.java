package programs;

import java.util.List;
import workbook.Scenario;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// Programs that are wrong only where an `assert` says so; and a program that explores them.
public final class Asserting {
  static final List<String> ALL = List.of("inALambda", "inANestedClass", "inAHelper");

  private Asserting() {}

  static final class Nested {
    static int checked(int number) {
      assert number < 2 : "nested";
      return number;
    }
  }

  static Scenario inALambda() {
    return () ->
        List.of(
            () -> {
              assert false : "lambda";
            });
  }

  static Scenario inANestedClass() {
    return () -> List.of(() -> Nested.checked(2));
  }

  static Scenario inAHelper() {
    return () -> List.of(() -> AssertingHelper.check(2));
  }

  /// Prints the message of each assertion that failed.
  public static void main(String[] arguments) {
    for (var name : ALL) {
      var subject = Subject.named("programs.Asserting::" + name);
      var verdict = Explorer.explore(subject, Budget.DEFAULT);
      System.out.println(verdict instanceof Verdict.Fails fails ? fails.what() : verdict.says());
    }
  }
}

/// A class beside the one that is explored.
final class AssertingHelper {
  private AssertingHelper() {}

  static void check(int number) {
    assert number < 2 : "helper";
  }
}
