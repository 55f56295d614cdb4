package workbook.explore;

import java.util.List;

/// What happened in one run, step by step: the evidence for a verdict.
///
/// @param threads the columns, in the order they were started
/// @param steps what the threads did that others could notice, in the order it happened
/// @param end how it ended
/// @param ending the same as one sentence; empty when it goes on
/// @param facts who waits for what, one sentence each
/// @param schedule repeats this run exactly
public record Trace(
    List<String> threads,
    List<Step> steps,
    End end,
    String ending,
    List<String> facts,
    String schedule) {
  public Trace {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
    facts = List.copyOf(facts);
  }

  /// How a run can end.
  public enum End {
    HELD,
    FAILED,
    /// It did something the explorer does not control.
    REFUSED,
    /// It goes on for longer than the explorer follows it.
    TOO_LONG,
    /// It has not ended: somebody has to decide how it goes on.
    OPEN
  }

  /// One step of one thread.
  ///
  /// @param thread its name, one of the columns
  /// @param file the source file's name, empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source the text of that line, empty when the source was not found
  /// @param does what it does: `reads`, `writes`, `enters`, `leaves`, `calls put`, `waits`, `wakes`
  /// @param target what it does it to, as the source names it; empty for none
  /// @param value what is read or written, or what a call finds before it begins; empty for none
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

    /// The step in words, for example `count becomes 1`.
    public String says() {
      var what = target.isEmpty() ? "" : " " + target;
      return switch (does) {
        case "reads" -> read();
        case "writes" -> target + " becomes " + value;
        case "enters" -> "enters synchronized" + what;
        case "leaves" -> "leaves synchronized" + what;
        case "initialises" -> "initialises" + what;
        default -> does.startsWith("calls ") ? call() : does;
      };
    }

    /// What is called by the name of the place it is read from need not be named twice.
    private String read() {
      var sees = value.equals(target) ? "reads " + target : target + " is " + value;
      return sees + (stale > 0 ? " (an old value: nothing orders it after the write)" : "");
    }

    private String call() {
      var receiver = target.isEmpty() || target.equals("Object") ? "" : target + ".";
      var found = value.isEmpty() ? "" : " finds " + value;
      return receiver + does.substring("calls ".length()) + "()" + found;
    }
  }

  /// As text, one column for each thread, then how it ended and who waits for what.
  ///
  /// @param width characters a line may have
  /// @param colour whether to use the colours of a terminal
  public String text(int width, boolean colour) {
    return new TraceText(this, width, colour).toString();
  }

  /// As plain text with the schedule to replay.
  @Override
  public String toString() {
    return text(100, false) + "replay: " + schedule + "\n";
  }
}
