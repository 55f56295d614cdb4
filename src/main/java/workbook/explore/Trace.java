package workbook.explore;

import java.util.List;

/// What happened in one run, step by step: the evidence for a verdict.
///
/// @param threads the columns, in the order they were started
/// @param steps what the threads did that others could notice, in the order it happened
/// @param ending how it ended, one sentence
/// @param facts who waits for what, one sentence each
/// @param schedule repeats this run exactly
public record Trace(
    List<String> threads, List<Step> steps, String ending, List<String> facts, String schedule) {
  public Trace {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
    facts = List.copyOf(facts);
  }

  /// One step of one thread.
  ///
  /// @param thread its name, one of the columns
  /// @param file the source file's name, empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source the text of that line, empty when the source was not found
  /// @param does what it does: `reads`, `writes`, `enters`, `leaves`, `calls put`, `waits`, `wakes`
  /// @param target what it does it to, as the source names it; empty for none
  /// @param value what is read or written, or why it waits or wakes; empty for none
  /// @param stale how many writes a read missed; 0 for the newest value
  /// @param preempts the thread that was stopped here although it could have gone on; empty for
  ///   none
  public record Step(
      String thread,
      String file,
      int line,
      String source,
      String does,
      String target,
      String value,
      int stale,
      String preempts) {
    /// `Counter.java:12`, empty when not known.
    public String place() {
      return line == 0 ? file : file + ":" + line;
    }
  }

  /// As plain text, one column for each thread, at most `width` characters wide.
  public String text(int width) {
    return new TraceText(this, width, false).toString();
  }

  /// As text for a terminal with colours.
  public String colour(int width) {
    return new TraceText(this, width, true).toString();
  }

  @Override
  public String toString() {
    return text(100);
  }
}
