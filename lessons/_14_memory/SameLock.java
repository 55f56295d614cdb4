package _14_memory;

import java.util.List;

/// Both threads lock. Does it matter which lock?
public abstract sealed class SameLock extends Handover {
  private final Object writers = new Object();
  private boolean ready;

  abstract Object readers(Object writers);

  private void write() {
    synchronized (writers) {
      data = 42;
      ready = true;
    }
  }

  private void read() {
    synchronized (readers(writers)) {
      if (ready) {
        seen = data;
      }
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  public static final class Broken extends SameLock {
    private final Object own = new Object();

    @Override
    Object readers(Object writers) {
      return own;
    }
  }

  public static final class Mended extends SameLock {
    @Override
    Object readers(Object writers) {
      return writers;
    }
  }
}
