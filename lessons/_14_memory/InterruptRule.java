package _14_memory;

import java.util.List;

/// A thread writes data, and interrupts another to say so. Does the other one see the data?
public abstract sealed class InterruptRule extends Handover {
  abstract void tell(Thread reader);

  abstract boolean isTold();

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          var reader = Thread.ofVirtual().unstarted(this::read);
          reader.start();
          data = 42;
          tell(reader);
          reader.join();
        });
  }

  private void read() {
    if (isTold()) {
      seen = data;
    }
  }

  public static final class Broken extends InterruptRule {
    private boolean told;

    @Override
    void tell(Thread reader) {
      told = true;
    }

    @Override
    boolean isTold() {
      return told;
    }
  }

  public static final class Mended extends InterruptRule {
    @Override
    void tell(Thread reader) {
      reader.interrupt();
    }

    @Override
    boolean isTold() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
