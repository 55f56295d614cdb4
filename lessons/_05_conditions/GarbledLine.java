package _05_conditions;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import workbook.Scenario;

/// Two workers print a line each. Do the lines stay whole?
public abstract sealed class GarbledLine implements Scenario {
  private final Queue<String> written = new ConcurrentLinkedQueue<>();

  /// Where the workers print. Each write is one step.
  public interface Output {
    void write(String text) throws InterruptedException;
  }

  public abstract void print(int worker, int item, Output out) throws InterruptedException;

  @Override
  public List<Body> bodies() {
    return List.of(() -> print(1, 0, written::add), () -> print(2, 1, written::add));
  }

  @Override
  public void check() {
    var lines = String.join("", written).lines().sorted().toList();
    if (!lines.equals(List.of("process data: 1 0", "process data: 2 1"))) {
      throw new AssertionError("the output is " + lines);
    }
  }

  public static final class Broken extends GarbledLine {
    @Override
    public void print(int worker, int item, Output out) throws InterruptedException {
      out.write("process data:");
      out.write(" " + worker);
      out.write(" " + item + "\n");
    }
  }

  public static final class Mended extends GarbledLine {
    @Override
    public void print(int worker, int item, Output out) throws InterruptedException {
      out.write("process data: " + worker + " " + item + "\n");
    }
  }
}
