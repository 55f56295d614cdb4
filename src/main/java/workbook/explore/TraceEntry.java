package workbook.explore;

import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.QuotedText;

/// A step that was recorded and may still learn what it saw and what came of it.
final class TraceEntry {
  private static final int LONGEST_PRINT = 100;
  private static final Supplier<String> NOTHING = () -> "";

  final LogicalThread thread;
  final CodeLocation site;

  /// What it touches; null for what is no access.
  final Object object;

  /// The locks its thread holds.
  final List<String> held;

  private final Supplier<String> contents;
  private StringBuilder printed;

  /// Why no thread went on by itself, where one was chosen to follow.
  String follows = "";

  Trace.Step step;

  TraceEntry(
      LogicalThread thread,
      CodeLocation site,
      Object object,
      Supplier<String> contents,
      List<String> held,
      Trace.Step step) {
    this.thread = thread;
    this.site = site;
    this.object = object;
    this.contents = contents == null ? NOTHING : contents;
    this.held = held;
    this.step = step;
  }

  /// What the object holds now; empty when nobody can tell.
  String contents() {
    return contents.get();
  }

  /// Whether it touches the object itself, not its monitor.
  boolean isAccess() {
    return isRead() || step.does().equals("writes") || step.does().startsWith("calls ");
  }

  boolean isRead() {
    return step.does().equals("reads");
  }

  boolean prints() {
    return printed != null;
  }

  /// Whether the other begins in the line that this one has left unfinished.
  boolean goesOnIn(TraceEntry other) {
    return prints()
        && other.prints()
        && thread == other.thread
        && step.target().equals(other.step.target())
        && printed.lastIndexOf("\n") < printed.length() - 1;
  }

  /// Takes over what another has printed.
  void print(TraceEntry other) {
    print(other.printed.toString());
  }

  void print(String text) {
    if (printed == null) {
      printed = new StringBuilder();
    }
    printed.append(text);
    var end = printed.length() - (printed.toString().endsWith("\n") ? 1 : 0);
    var line = printed.substring(0, end);
    var words = line.isEmpty() ? "an empty line" : QuotedText.of(line, LONGEST_PRINT);
    var left = line.length() - LONGEST_PRINT;
    step = step.seeing(left > 0 ? words + " and %,d characters more".formatted(left) : words, 0);
  }
}
