package _14_memory;

import java.util.List;

/// A thread writes data and starts another. Does it matter which comes first?
public abstract sealed class StartRule extends Handover {
  abstract void write(Thread reader);

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          var reader = Thread.ofVirtual().unstarted(() -> seen = data);
          write(reader);
          reader.join();
        });
  }

  public static final class Broken extends StartRule {
    @Override
    void write(Thread reader) {
      reader.start();
      data = 42;
    }
  }

  public static final class Mended extends StartRule {
    @Override
    void write(Thread reader) {
      data = 42;
      reader.start();
    }
  }
}
