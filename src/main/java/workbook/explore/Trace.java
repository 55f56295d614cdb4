package workbook.explore;

import java.util.List;
import workbook.explore.runtime.ExecutionResult;

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
    OPEN;

    /// @param result null for a run that has not ended
    static End of(ExecutionResult result) {
      return switch (result) {
        case null -> OPEN;
        case ExecutionResult.Failed _ -> FAILED;
        case ExecutionResult.Refused _ -> REFUSED;
        case ExecutionResult.TooLong _ -> TOO_LONG;
        case ExecutionResult.Passed _ -> HELD;
        case ExecutionResult.Pruned _, ExecutionResult.Discovery _ -> OPEN;
      };
    }
  }

  /// One step of one thread.
  ///
  /// @param thread its name, one of the columns
  /// @param file the source file's name, empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source the text of that line, empty when the source was not found
  /// @param does what it does: `reads`, `writes`, `enters`, `leaves`, `calls put`, `prints`, `waits
  ///   for the lock a`, `its time is up`, `catches IllegalStateException`
  /// @param target what it does it to, as the source names it; empty for none
  /// @param arguments of a call, in words; `…` for what cannot be told; empty for none
  /// @param value what is read, written or printed, or what a call finds before it begins; empty
  ///   for none
  /// @param gives what a call returned; empty for nothing, or when it has not returned
  /// @param becomes what a call left there, if that is not what it found
  /// @param stale how many writes a read missed; 0 for the newest value, negative for one that is
  ///   half of one write and half of another
  /// @param preempts the thread that was stopped here although it could have gone on; empty for
  ///   none
  /// @param follows where a thread could not go on and one was chosen to follow that would not have
  ///   been by default: why not, for example `T1 waits`; empty otherwise
  /// @param type the class with that code, with dots; empty when not known
  /// @param holds the locks that the thread holds after the step, as the source names them, the
  ///   outermost first; one that it has taken twice stands there twice
  /// @param waitsFor the lock, or what is to be signalled, that the thread waits for after the
  ///   step; empty when it does not wait, or for nothing that has a name
  /// @param signal whether it waits for a signal there, not for the lock
  /// @param wakes the threads that a signal wakes, [#NOBODY] alone where none has waited; empty for
  ///   what isn't a signal, and where it isn't decided yet
  public record Step(
      String thread,
      String file,
      int line,
      String source,
      String does,
      String target,
      String arguments,
      String value,
      String gives,
      String becomes,
      int stale,
      String preempts,
      String follows,
      String type,
      List<String> holds,
      String waitsFor,
      boolean signal,
      List<String> wakes) {
    /// Stands in place of a thread that a signal wakes.
    static final String NOBODY = "nobody";

    public Step {
      holds = holds == null ? List.of() : List.copyOf(holds); // null in older JSON
      wakes = wakes == null ? List.of() : List.copyOf(wakes); // likewise
    }

    /// A step of a thread that holds no lock and waits for nothing.
    public Step(
        String thread,
        String file,
        int line,
        String source,
        String does,
        String target,
        String arguments,
        String value,
        String gives,
        String becomes,
        int stale,
        String preempts,
        String follows) {
      this(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, "", List.of(), "", false, List.of());
    }

    /// `Counter.java:12`, empty when not known.
    public String place() {
      return line == 0 ? file : file + ":" + line;
    }

    /// The source file's path from the folder of its packages: `shop/Counter.java`; empty when not
    /// known.
    public String path() {
      return file.isEmpty() ? "" : Sources.path(type, file);
    }

    /// The step in words, for example `count becomes 1`.
    public String says() {
      return StepSentence.of(this);
    }

    /// Whether something was decided here without which the run would be another.
    public boolean isTurn() {
      return isPaidTurn() || !follows.isEmpty();
    }

    /// Whether something unusual happens here: a thread is stopped, woken early or for no reason,
    /// or shown an old value.
    public boolean isPaidTurn() {
      return stale != 0
          || !preempts.isEmpty()
          || does.equals(TraceRecorder.TIME_IS_UP)
          || does.equals(TraceRecorder.SPURIOUS);
    }

    Step seeing(String value, int stale) {
      return new Step(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, type, holds, waitsFor, signal, wakes);
    }

    Step with(String arguments, String gives, String becomes) {
      return new Step(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, type, holds, waitsFor, signal, wakes);
    }

    Step following(String follows) {
      return new Step(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, type, holds, waitsFor, signal, wakes);
    }

    Step holding(List<String> locks) {
      return waiting(locks, waitsFor, signal);
    }

    Step waiting(List<String> locks, String on, boolean forSignal) {
      return new Step(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, type, locks, on, forSignal, wakes);
    }

    Step waking(List<String> woken) {
      return new Step(
          thread, file, line, source, does, target, arguments, value, gives, becomes, stale,
          preempts, follows, type, holds, waitsFor, signal, woken);
    }
  }

  /// The same run, which this string repeats.
  Trace repeatedBy(String text) {
    return new Trace(threads, steps, end, ending, facts, text);
  }

  /// What is told of it, one thing after the other: of a long run its beginning, its end, every
  /// turn and what the last step is about.
  public List<TraceLine> lines() {
    return TraceLine.of(steps);
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
