package _14_memory;

import java.util.List;

/// A thread starts another one, which writes data. When may it read them?
public abstract sealed class JoinRule extends Handover {
  abstract void read(Thread writer) throws InterruptedException;

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          var writer = Thread.ofVirtual().unstarted(() -> data = 42);
          writer.start();
          read(writer);
        });
  }

  public static final class Broken extends JoinRule {
    @Override
    void read(Thread writer) throws InterruptedException {
      seen = data;
      writer.join();
    }
  }

  public static final class Mended extends JoinRule {
    @Override
    void read(Thread writer) throws InterruptedException {
      writer.join();
      seen = data;
    }
  }
}
