package workbook.explore.model;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LogicalThread;

/// Stands in for the stream behind `System.in`: bytes that were given to the program, from the
/// beginning in every run.
///
/// One thread may read it. The order in which several do is not followed, so that is refused.
public final class ModelInput extends InputStream {
  static final ModelInput STREAM = new ModelInput();

  private byte[] bytes;
  private int next;
  private LogicalThread reader;

  private ModelInput() {}

  /// Before a run: what the program may read.
  ///
  /// @param bytes null when it must not read
  public static void give(byte[] bytes) {
    STREAM.bytes = bytes;
    STREAM.next = 0;
    STREAM.reader = null;
  }

  /// The stream, for code that names it.
  ///
  /// @param what its name and the place, for a refusal
  static ModelInput stream(String what) {
    if (STREAM.bytes == null) {
      Hooks.refuse(what);
    }
    return STREAM;
  }

  @Override
  public int read() {
    var thread = Kernel.currentThread();
    if (reader != null && reader != thread) {
      Hooks.refuse("java.lang.System.in, read by two threads");
    }
    reader = thread;
    Kernel.changed();
    return next < bytes.length ? bytes[next++] & 0xFF : -1;
  }

  @Override
  public int available() {
    return bytes.length - next;
  }

  /// The text up to the end of the line, which is taken, too; null at the end.
  String readLine() {
    var line = new ByteArrayOutputStream();
    var one = read();
    if (one < 0) {
      return null;
    }
    for (; one >= 0 && one != '\n'; one = read()) {
      line.write(one);
    }
    return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
  }
}
