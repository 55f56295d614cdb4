package _14_memory;

import java.util.List;
import workbook.Scenario;

/// A class makes an object of its own subclass when it's initialised. Two threads use one each.
public abstract sealed class InitCycle implements Scenario {
  private Object left;
  private Object right;

  abstract Object unit();

  abstract Object another();

  @Override
  public List<Body> bodies() {
    return List.of(() -> left = unit(), () -> right = another());
  }

  @Override
  public void check() {
    LitmusProgram.failIf(left == null || right == null, "expected two circles, saw one");
  }

  public static final class Broken extends InitCycle {
    static class Shape {
      static final Shape UNIT = new Circle();
    }

    static final class Circle extends Shape {}

    @Override
    Object unit() {
      return Shape.UNIT;
    }

    @Override
    Object another() {
      return new Circle();
    }
  }

  public static final class Mended extends InitCycle {
    static class Shape {}

    static final class Circle extends Shape {
      static final Shape UNIT = new Circle();
    }

    @Override
    Object unit() {
      return Circle.UNIT;
    }

    @Override
    Object another() {
      return new Circle();
    }
  }
}
