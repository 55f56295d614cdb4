package scenarios;

import java.util.List;
import java.util.concurrent.*;

/** isEmpty-then-take on a BlockingQueue: two consumers, one element */
public class QueueCheckTake implements Scenario {
  interface Drain {
    Integer next(BlockingQueue<Integer> q) throws InterruptedException;
  }

  static class Bad implements Drain {
    public Integer next(BlockingQueue<Integer> q) throws InterruptedException {
      return q.isEmpty() ? null : q.take();
    }
  }

  static class Good implements Drain {
    public Integer next(BlockingQueue<Integer> q) {
      return q.poll();
    }
  }

  final Drain d;
  final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(2);

  QueueCheckTake(Drain d) {
    this.d = d;
    q.add(1);
  }

  static Scenario bad() {
    return new QueueCheckTake(new Bad());
  }

  static Scenario good() {
    return new QueueCheckTake(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> d.next(q), () -> d.next(q));
  }
}
