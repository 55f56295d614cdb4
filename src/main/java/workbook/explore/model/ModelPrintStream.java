package workbook.explore.model;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import workbook.explore.runtime.Kernel;

/// Stands in for the stream behind `System.out` or `System.err`: what thousands of runs print is of
/// use to nobody, so only whoever listens to a run hears it.
///
/// It takes no lock of the JDK, because printing an object may run code under test.
final class ModelPrintStream extends PrintStream {
  private final String name;

  /// @param name as the source calls it
  ModelPrintStream(String name) {
    super(OutputStream.nullOutputStream());
    this.name = name;
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      Kernel.print(name, text);
    }
  }

  @Override
  public void write(int character) {
    add(String.valueOf((char) (character & 0xFF)));
  }

  @Override
  public void write(byte[] bytes) {
    add(new String(bytes));
  }

  @Override
  public void writeBytes(byte[] bytes) {
    add(new String(bytes));
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    add(new String(bytes, from, length));
  }

  @Override
  public void print(boolean value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(char value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(int value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(long value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(float value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(double value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(char[] value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(String value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(Object value) {
    add(String.valueOf(value));
  }

  @Override
  public void println() {
    add("\n");
  }

  @Override
  public void println(boolean value) {
    add(value + "\n");
  }

  @Override
  public void println(char value) {
    add(value + "\n");
  }

  @Override
  public void println(int value) {
    add(value + "\n");
  }

  @Override
  public void println(long value) {
    add(value + "\n");
  }

  @Override
  public void println(float value) {
    add(value + "\n");
  }

  @Override
  public void println(double value) {
    add(value + "\n");
  }

  @Override
  public void println(char[] value) {
    add(String.valueOf(value) + "\n");
  }

  @Override
  public void println(String value) {
    add(value + "\n");
  }

  @Override
  public void println(Object value) {
    add(value + "\n");
  }

  @Override
  public PrintStream format(String format, Object... values) {
    add(String.format(format, values));
    return this;
  }

  @Override
  public PrintStream format(Locale locale, String format, Object... values) {
    add(String.format(locale, format, values));
    return this;
  }

  @Override
  public PrintStream append(CharSequence text) {
    add(String.valueOf(text));
    return this;
  }

  @Override
  public PrintStream append(CharSequence text, int from, int to) {
    return append(String.valueOf(text).subSequence(from, to));
  }

  @Override
  public PrintStream append(char character) {
    add(String.valueOf(character));
    return this;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
