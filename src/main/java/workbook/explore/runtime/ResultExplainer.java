package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Explains how a run ended: who waits for what, and what that is called.
public final class ResultExplainer {
  /// Waits for one thread in particular.
  private static final Set<WaitCondition.Kind> LOCKS =
      EnumSet.of(
          WaitCondition.Kind.LOCK,
          WaitCondition.Kind.INITIALISATION,
          WaitCondition.Kind.THREAD_END);

  private ResultExplainer() {}

  static ExecutionResult thrown(LogicalThread thread, Throwable thrown) {
    if (thrown instanceof NotExplorableError error) {
      return new ExecutionResult.Refused(error.getMessage());
    }
    if (thrown instanceof LinkageError missing && isOurs(missing)) {
      return new ExecutionResult.Refused("not modelled: " + plain(missing.getMessage()));
    }
    if (thrown instanceof VerifyError || thrown instanceof ClassFormatError) {
      return rejected(thrown.getMessage());
    }
    if (thrown instanceof UnsatisfiedLinkError missing) {
      return new ExecutionResult.Refused("native code: " + missing.getMessage());
    }
    if (thrown instanceof OutOfMemoryError && !askedForTooMuch(thrown)) {
      return new ExecutionResult.Refused("it needs more memory than this JVM has");
    }
    var told =
        thrown instanceof ExceptionInInitializerError && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    var kind =
        told instanceof AssertionError
            ? ExecutionResult.Kind.ASSERTION
            : ExecutionResult.Kind.EXCEPTION;
    return new ExecutionResult.Failed(
        kind, thread, thrown, thread.name() + ": " + plain(text(told)), List.of());
  }

  /// The compiler made a class that the JVM takes, and the explorer made one of it that it doesn't.
  private static ExecutionResult rejected(String message) {
    var place = Pattern.compile("Location:\\s+([\\w/$]+\\.[\\w$<>]+)").matcher(message);
    var where = place.find() ? " in " + plain(place.group(1).replace('/', '.')) : "";
    return new ExecutionResult.Refused(
        "the JVM rejects the explorer's hooks%s (%s), which is a fault of the explorer, not of this program; please report it"
            .formatted(where, message.lines().findFirst().orElse("no reason given")));
  }

  /// Whether there is no JVM that could give it that.
  private static boolean askedForTooMuch(Throwable outOfMemory) {
    return String.valueOf(outOfMemory.getMessage()).startsWith("Requested array size");
  }

  /// What it says about itself, unless that throws, too.
  private static String text(Throwable thrown) {
    try {
      var message = thrown instanceof AssertionError ? thrown.getMessage() : null;
      return message != null ? message : thrown.toString();
    } catch (Throwable broken) {
      return thrown.getClass().getName();
    }
  }

  /// A message without the explorer's own names, and without what differs from JVM to JVM: identity
  /// hash codes and the addresses of lambdas.
  public static String plain(String message) {
    return message
        .replaceAll("\\$\\$Lambda(/0x[0-9a-f]+)?", " lambda")
        .replaceAll("(?<=[\\w$])@[0-9a-f]{5,8}\\b", "")
        .replaceAll("explored([./])java\\b", "java")
        .replaceAll("workbook[./]explore[./]model[./](Model|Internal)", "");
  }

  /// Whether code under test asked for something that a model does not have.
  private static boolean isOurs(LinkageError missing) {
    var message = String.valueOf(missing.getMessage());
    return message.contains("workbook.explore.model") || message.contains("workbook/explore/model");
  }

  /// The same decisions led elsewhere than before, near this location.
  public static ExecutionResult.Refused diverged(CodeLocation near) {
    var where = near.line() == 0 ? "" : " at " + near.file() + ":" + near.line();
    return new ExecutionResult.Refused(
        "the explorer saw different choices%s when it ran the same schedule again, which is a fault"
                .formatted(where)
            + " of the explorer, not of this program; please report it");
  }

  /// The running thread is about to end the JVM, and all other threads with it.
  static ExecutionResult endedProgram(Execution execution) {
    var thread = execution.currentThread();
    var site = thread.site;
    var says =
        "%s calls %s(), at %s:%d".formatted(thread.name(), site.name(), site.file(), site.line());
    return new ExecutionResult.Failed(ExecutionResult.Kind.EXIT, thread, null, says, List.of());
  }

  /// All threads that can go on go round in circles.
  ///
  /// @param thread one of them
  private static ExecutionResult noProgress(Execution execution, LogicalThread thread) {
    if (execution.scheduler.onlyDaemonsLeft()) {
      return new ExecutionResult.Passed();
    }
    var at = thread.loop;
    var where = at.line() == 0 ? "" : ", at " + at.file() + ":" + at.line();
    return new ExecutionResult.Failed(
        ExecutionResult.Kind.NO_PROGRESS,
        thread,
        null,
        thread.name() + " runs in circles" + where + ", and nothing it sees changes any more",
        facts(execution));
  }

  /// The execution was given up, and that is nobody's fault.
  ///
  /// @param limit how far it was followed, for example `20,000 steps`
  /// @param at where it is
  static ExecutionResult tooLong(Execution execution, String limit, CodeLocation at) {
    if (execution.scheduler.onlyDaemonsLeft()) {
      return new ExecutionResult.Passed();
    }
    var where = at.line() == 0 ? "" : ", at " + at.file() + ":" + at.line();
    return new ExecutionResult.TooLong(
        "after %s, %s still runs%s".formatted(limit, execution.currentThread().name(), where),
        execution.threads().stream()
            .anyMatch(thread -> !thread.finished() && thread.loops.returns()));
  }

  /// The same ending, unless nothing failed but two accesses were not ordered.
  public static ExecutionResult orRace(Execution execution, ExecutionResult result) {
    var race = execution.races.first();
    var nothingFailed =
        result instanceof ExecutionResult.Passed || result instanceof ExecutionResult.TooLong;
    return nothingFailed && race != null
        ? new ExecutionResult.Failed(
            ExecutionResult.Kind.DATA_RACE, race.thread(), null, race.says(), List.of())
        : result;
  }

  /// Nobody can go on, or only threads that go in circles. The first is no fault if the main thread
  /// has ended and nobody is left, or only daemons are, with which a JVM ends. Threads that wait
  /// for each other's locks are a fault even so: that they are daemons, or that main does not ask
  /// for them, saves no work of theirs.
  static ExecutionResult stuck(Execution execution) {
    var allEnded = true;
    for (var thread : execution.threads()) {
      if (!thread.finished() && thread.ready()) {
        return noProgress(execution, thread);
      }
      allEnded &= thread.finished();
    }
    if (allEnded) {
      return new ExecutionResult.Passed();
    }
    var inCycle = lockCycle(execution);
    if (execution.threads().getFirst().finished() && inCycle == null) {
      return afterMain(execution);
    }
    var signal = execution.threads().stream().anyMatch(ResultExplainer::needsSignal);
    var kind =
        inCycle == null && signal
            ? ExecutionResult.Kind.LOST_WAKEUP
            : ExecutionResult.Kind.DEADLOCK;
    var says =
        switch (kind) {
          case LOST_WAKEUP -> "a thread waits for a signal that nobody will send any more";
          default -> "no thread can go on";
        };
    return new ExecutionResult.Failed(kind, null, null, says, facts(execution));
  }

  /// Whether it waits for a signal. A helper that a class of the JDK has put to sleep, or a worker
  /// that waits for its next task, misses nothing.
  private static boolean needsSignal(LogicalThread thread) {
    return thread.waitCondition != null
        && thread.waitCondition.kind() == WaitCondition.Kind.SIGNAL
        && !thread.idle
        && !(thread.daemon() && inLibrary(thread));
  }

  private static boolean inLibrary(LogicalThread thread) {
    return thread.target != null && thread.target.getClass().getName().startsWith("explored.");
  }

  private static ExecutionResult afterMain(Execution execution) {
    var left =
        execution.threads().stream()
            .filter(thread -> !thread.finished() && !thread.daemon())
            .toList();
    if (left.isEmpty()) {
      return new ExecutionResult.Passed();
    }
    return new ExecutionResult.Failed(
        ExecutionResult.Kind.NOT_TERMINATED,
        null,
        null,
        "main has ended, and %s for ever".formatted(waiting(left)),
        left.stream().map(thread -> leftFact(execution, thread)).toList());
  }

  private static String waiting(List<LogicalThread> left) {
    var first = left.getFirst().name();
    return switch (left.size()) {
      case 1 -> first + " waits";
      case 2 -> "%s and %s wait".formatted(first, left.getLast().name());
      default -> "%s and %d other threads wait".formatted(first, left.size() - 1);
    };
  }

  private static String leftFact(Execution execution, LogicalThread thread) {
    if (!thread.idle) {
      return fact(execution, thread) + at(thread);
    }
    var timer = thread.threadObject().getClass().getSimpleName().equals("TimerThread");
    return thread.name()
        + " waits for work, and nobody "
        + (timer ? "cancels its timer" : "shuts down its pool");
  }

  /// Who waits where and for what, one sentence for each waiting thread. That the explorer itself
  /// waits for the others to end is only told when there is nothing else to tell.
  static List<String> facts(Execution execution) {
    var facts = new ArrayList<String>();
    for (var thread : execution.threads()) {
      if (!thread.finished() && thread.waitCondition != null) {
        facts.add(fact(execution, thread) + at(thread));
      }
    }
    var first = execution.threads().getFirst();
    var joins =
        first.waitCondition != null && first.waitCondition.kind() == WaitCondition.Kind.THREAD_END;
    var dull = joins && first.waitsAt.isEmpty();
    if (dull && facts.size() > 1) {
      facts.removeFirst();
    }
    return facts;
  }

  private static String at(LogicalThread thread) {
    return thread.waitsAt.isEmpty() ? "" : ", at " + thread.waitsAt;
  }

  /// What one waiting thread waits for, as a sentence.
  public static String fact(Execution execution, LogicalThread thread) {
    if (thread.idle) {
      return thread.name() + " waits for work";
    }
    return thread.name()
        + doing(execution, thread)
        + " waits "
        + what(execution, thread)
        + heldBy(thread);
  }

  /// What it is in the middle of, while others have to wait for it.
  private static String doing(Execution execution, LogicalThread thread) {
    var classes = String.join(" and ", execution.classes.initialisedBy(thread));
    var calls = String.join(" and ", execution.entries.callsOf(thread));
    return (classes.isEmpty() ? "" : " initialises " + classes + " and")
        + (calls.isEmpty() ? "" : " is inside " + calls + " and");
  }

  private static String heldBy(LogicalThread thread) {
    var holder = thread.waitCondition.holder().get();
    if (holder == null) {
      return "";
    }
    return switch (thread.waitCondition.kind()) {
      case THREAD_END -> "";
      case INITIALISATION -> ", which " + holder.name() + " initialises";
      default -> ", held by " + (holder == thread ? "itself" : who(holder));
    };
  }

  /// The holder of a lock. One that has ended, or waits for other work, will never let go.
  private static String who(LogicalThread holder) {
    if (holder.finished) {
      var thrown = holder.thrown == null ? "" : " by " + holder.thrown.getClass().getSimpleName();
      return holder.name() + ", which has ended" + thrown;
    }
    return holder.name() + (holder.idle ? ", which has left it and waits for work" : "");
  }

  private static String what(Execution execution, LogicalThread thread) {
    var wait = thread.waitCondition;
    var target = thread.target;
    if (wait.on() instanceof EntryLocks.Wanted wanted) {
      return execution.entries.words(wanted);
    }
    if (inLibrary(thread)) {
      return "in " + execution.names().of(target) + "." + thread.site.name() + "()";
    }
    return switch (wait.kind()) {
      case TIME -> "for time to pass";
      case PERMIT -> "to be unparked";
      case NEXT_PERMIT ->
          "to be unparked again, since the permit it had went while it waited for something else";
      case SIGNAL -> "for a signal on " + execution.names().of(wait.on());
      case LOCK -> "for the lock " + execution.names().of(wait.on());
      case INITIALISATION -> "for the class " + ClassInitialiser.name((Class<?>) wait.on());
      case THREAD_END -> "for the end of " + execution.names().of(wait.on());
    };
  }

  private static LogicalThread lockCycle(Execution execution) {
    for (var start : execution.threads()) {
      var seen = new HashSet<LogicalThread>();
      var thread = start;
      while (thread != null
          && !thread.finished()
          && thread.waitCondition != null
          && LOCKS.contains(thread.waitCondition.kind())
          && seen.add(thread)) {
        thread = thread.waitCondition.holder().get();
      }
      if (thread != null && seen.contains(thread)) {
        return thread;
      }
    }
    return null;
  }
}
