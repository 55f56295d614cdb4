package programs;

import java.util.List;
import workbook.Scenario;

/// Two interfaces with default methods, whose initialisers need each other.
public final class EagerInterfaces implements Scenario {
  interface Left {
    Object OTHER = make();

    static Object make() {
      return new UsesRight();
    }

    default void left() {}
  }

  interface Right {
    Object OTHER = make();

    static Object make() {
      return new UsesLeft();
    }

    default void right() {}
  }

  static final class UsesLeft implements Left {}

  static final class UsesRight implements Right {}

  @Override
  public List<Body> bodies() {
    return List.of(() -> new UsesLeft().left(), () -> new UsesRight().right());
  }

  @Override
  public void check() {}
}
