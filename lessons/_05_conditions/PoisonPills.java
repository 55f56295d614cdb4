package _05_conditions;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import workbook.Scenario;

/// Two workers take items from a queue until a pill tells them to end. How many pills do they need?
public abstract sealed class PoisonPills implements Scenario {
  private static final Optional<Integer> PILL = Optional.empty();

  private final BlockingQueue<Optional<Integer>> queue = new ArrayBlockingQueue<>(5);

  /// What a worker does with an item.
  public interface Processing {
    void of(int item) throws InterruptedException;
  }

  abstract int pills();

  public final void produce(int items) throws InterruptedException {
    for (var item = 0; item < items; item++) {
      queue.put(Optional.of(item));
    }
    for (var pill = 0; pill < pills(); pill++) {
      queue.put(PILL);
    }
  }

  public final void work(Processing processing) throws InterruptedException {
    while (true) {
      var item = queue.take();
      if (item.isEmpty()) {
        return;
      }
      processing.of(item.get());
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> produce(1), () -> work(_ -> {}), () -> work(_ -> {}));
  }

  public static final class Broken extends PoisonPills {
    @Override
    int pills() {
      return 1;
    }
  }

  public static final class Mended extends PoisonPills {
    @Override
    int pills() {
      return 2; // one for each worker
    }
  }
}
