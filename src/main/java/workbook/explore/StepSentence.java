package workbook.explore;

/// A step of a trace in words.
final class StepSentence {
  private static final String CALLS = "calls ";

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
    var sees =
        step.value().isEmpty() || step.value().equals(target)
            ? "reads " + target
            : target + " is " + step.value();
    return sees + (step.stale() > 0 ? " (an old value: nothing orders it after the write)" : "");
  }

  private static String call(Trace.Step step) {
    var target = step.target();
    var receiver = target.isEmpty() || target.equals("Object") ? "" : target + ".";
    var method = step.does().substring(CALLS.length());
    var text = new StringBuilder(receiver + method + "(" + step.arguments() + ")");
    if (!step.value().isEmpty()) {
      text.append(" finds ").append(step.value());
    }
    if (tellsMore(step, method)) {
      text.append(step.value().isEmpty() ? " gives " : ", gives ").append(step.gives());
    }
    if (!step.becomes().isEmpty()) {
      text.append(", ").append(target).append(" becomes ").append(step.becomes());
    }
    if (!step.wakes().isEmpty()) {
      text.append(" wakes ").append(String.join(" and ", step.wakes()));
    }
    return text.toString();
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
