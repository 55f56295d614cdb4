package workbook.explore;

import java.util.Set;
import workbook.explore.runtime.ExecutionListener;

/// A step of a trace in words.
final class StepSentence {
  private static final String CALLS = "calls ";
  private static final Set<String> OF_ITERATORS =
      Set.of("hasNext", "next", "hasPrevious", "previous", "forEachRemaining");

  private StepSentence() {}

  static String of(Trace.Step step) {
    var what = step.target().isEmpty() ? "" : " " + step.target();
    return switch (step.does()) {
      case "reads" -> read(step);
      case "writes" -> step.target() + " becomes " + step.value();
      case "enters" -> "enters synchronized" + what;
      case "leaves" -> "leaves synchronized" + what;
      case "initialises" -> "initialises" + what;
      case "prints" -> "prints " + step.value() + (what.isEmpty() ? "" : " on" + what);
      default -> step.does().startsWith(CALLS) ? call(step) : step.does();
    };
  }

  /// What is called by the name of the place it is read from need not be named twice. What is read
  /// may not have been decided yet.
  private static String read(Trace.Step step) {
    var target = step.target();
    var isNamesake = ("." + target).endsWith("." + step.value());
    var sees =
        step.value().isEmpty() || isNamesake ? "reads " + target : target + " is " + step.value();
    return sees + oddity(step.stale());
  }

  private static String oddity(int stale) {
    if (stale == ExecutionListener.TORN) {
      return " (half of one write and half of another: nothing orders it after the write)";
    }
    return stale > 0 ? " (an old value: nothing orders it after the write)" : "";
  }

  private static String call(Trace.Step step) {
    var target = step.target();
    var method = step.does().substring(CALLS.length());
    var text = new StringBuilder(called(step, step.arguments()));
    if (!step.value().isEmpty()) {
      text.append(" finds ").append(step.value());
    }
    if (tellsMore(step, method)) {
      text.append(step.value().isEmpty() ? " gives " : ", gives ").append(step.gives());
    }
    if (isSameToTheEye(step, method)) {
      text.append(" (equal, but not the same object: it compares with ==)");
    }
    if (!step.becomes().isEmpty()) {
      text.append(", ").append(target).append(" becomes ").append(step.becomes());
    }
    if (!step.wakes().isEmpty()) {
      text.append(" wakes ").append(String.join(" and ", step.wakes()));
    }
    return text.toString();
  }

  /// A call as the source has it: a `+` that puts a collection into a text asks it for its own, and
  /// what an iterator does is told of the collection it goes through.
  static String called(Trace.Step step, String arguments) {
    var target = step.target();
    var method = step.does().substring(CALLS.length());
    if (target.isEmpty() || target.equals("Object")) {
      return method + "(" + arguments + ")";
    }
    if (OF_ITERATORS.contains(method)) {
      return method + "(" + arguments + ") of an iterator of " + target;
    }
    return switch (method) {
      case "identityHashCode" -> "System.identityHashCode(" + target + ")";
      case "valueOf" -> target + ".toString()";
      default -> target + "." + method + "(" + arguments + ")";
    };
  }

  /// Whether it did not find what it expected, although that is told in the same words.
  private static boolean isSameToTheEye(Trace.Step step, String method) {
    return method.equals("compareAndSet")
        && step.gives().equals("false")
        && (", " + step.arguments()).contains(", " + step.value() + ", ");
  }

  /// Whether what the call returned says more than what it found and left.
  private static boolean tellsMore(Trace.Step step, String method) {
    var gives = step.gives();
    if (gives.isEmpty() || gives.equals("…") || gives.equals(step.value())) {
      return false;
    }
    var obvious =
        gives.equals(step.becomes())
            || method.equals("add") && gives.equals("true")
            || method.equals("put") && gives.equals("null");
    return step.becomes().isEmpty() || !obvious;
  }
}
