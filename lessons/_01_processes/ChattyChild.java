package _01_processes;

import java.io.IOException;

/// A child prints a lot, and its parent collects the output. Do both of them end?
public abstract sealed class ChattyChild {
  /// Blocks until the child has ended.
  ///
  /// @return how many bytes of its output arrived
  public abstract int collect(Process child) throws IOException, InterruptedException;

  public static final class Broken extends ChattyChild {
    @Override
    public int collect(Process child) throws IOException, InterruptedException {
      child.waitFor();
      return child.getInputStream().readAllBytes().length;
    }
  }

  public static final class Mended extends ChattyChild {
    @Override
    public int collect(Process child) throws IOException, InterruptedException {
      var length = child.getInputStream().readAllBytes().length;
      child.waitFor();
      return length;
    }
  }
}
