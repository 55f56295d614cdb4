package _15_puzzles;

import java.util.List;
import java.util.concurrent.Phaser;
import workbook.Scenario;

/// A guide and a guest meet at each stop of a tour: a phaser counts who has come. Does the guide
/// ever leave a guest behind?
public abstract sealed class GuidedTour implements Scenario {
  private final Phaser stop;
  private volatile boolean guestHasSeen;

  GuidedTour(int registered) {
    stop = new Phaser(registered);
  }

  abstract void join(Phaser stop);

  private void guide() {
    stop.arriveAndAwaitAdvance();
    if (!guestHasSeen) {
      throw new AssertionError("the guide went on, and the guest has seen nothing");
    }
  }

  private void guest() {
    join(stop);
    guestHasSeen = true;
    stop.arriveAndDeregister();
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::guide, this::guest);
  }

  /// The guest registers on arrival. By then the guide may have left.
  public static final class Broken extends GuidedTour {
    public Broken() {
      super(1);
    }

    @Override
    void join(Phaser stop) {
      stop.register();
    }
  }

  /// Both were registered before the tour began.
  public static final class Mended extends GuidedTour {
    public Mended() {
      super(2);
    }

    @Override
    void join(Phaser stop) {}
  }
}
