package _14_memory;

import java.util.concurrent.CountDownLatch;

/// Two classes that need each other. Each one's initialiser waits until the other one's has begun,
/// so that the two meet every time.
public final class MeetingClasses {
  private static final CountDownLatch BOTH_HAVE_BEGUN = new CountDownLatch(2);

  private MeetingClasses() {}

  private static void meet() {
    BOTH_HAVE_BEGUN.countDown();
    try {
      BOTH_HAVE_BEGUN.await();
    } catch (InterruptedException unexpected) {
      Thread.currentThread().interrupt();
    }
  }

  /// Blocks until both initialisers have begun.
  public static void awaitBoth() throws InterruptedException {
    BOTH_HAVE_BEGUN.await();
  }

  /// Needs Right.
  public static final class Left {
    public static final Object PART;

    static {
      meet();
      PART = new Right();
    }
  }

  /// Needs Left.
  public static final class Right {
    public static final Object PART;

    static {
      meet();
      PART = new Left();
    }
  }
}
