package _11_ipc;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two processes choose the same temporary file. A synchronized method is one system call.
public abstract sealed class TemporaryFile implements Scenario {
  private final AtomicInteger owners = new AtomicInteger();
  private boolean there;

  synchronized boolean exists() {
    return there;
  }

  /// `CREATE`: opens the file, and makes it if it isn't there.
  synchronized void open() {
    there = true;
  }

  /// `CREATE_NEW`: makes the file, and refuses if it's there.
  synchronized boolean openNew() {
    var made = !there;
    there = true;
    return made;
  }

  abstract boolean make();

  @Override
  public List<Body> bodies() {
    return Collections.nCopies(2, () -> owners.addAndGet(make() ? 1 : 0));
  }

  @Override
  public void check() {
    if (owners.get() != 1) {
      throw new AssertionError("expected 1 owner of the file, saw " + owners);
    }
  }

  public static final class Broken extends TemporaryFile {
    @Override
    boolean make() {
      if (exists()) {
        return false;
      }
      open();
      return true;
    }
  }

  public static final class Mended extends TemporaryFile {
    @Override
    boolean make() {
      return openNew();
    }
  }
}
