package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.search.ExecutionState;

/// What may happen next, in words.
final class MoveWords {
  private MoveWords() {}

  /// What these options are for a person.
  static List<PlaySession.Move> moves(List<ExecutionState.Option> options) {
    var offered = new ArrayList<PlaySession.Move>();
    for (var option : options) {
      var how =
          switch (option.wakeReason()) {
            case null -> outcome(options, offered.size());
            case READY -> "goes on";
            case INTERRUPTED -> "is interrupted";
            case TIMED_OUT -> "its time is up";
            case SPURIOUS -> "wakes for no reason";
          };
      offered.add(new PlaySession.Move(option.thread(), how, option.cost(), of(option.next())));
    }
    return offered;
  }

  /// How a step can turn out, if that is what has to be decided.
  private static String outcome(List<ExecutionState.Option> options, int index) {
    var next = options.get(index).next();
    if (next.operation() == CodeLocation.Operation.READ) {
      return index == 0 ? "sees the newest value" : "sees an old value";
    }
    if (next.name().equals("notify")) {
      return "wakes waiter " + (index + 1);
    }
    if (next.name().equals("identityHashCode")) {
      return List.of("gets a larger hash code", "gets a smaller one", "gets the last one again")
          .get(index);
    }
    if (options.get(1).cost() == 0) {
      return "goes through the elements in order " + (index + 1);
    }
    return index == 0 ? "succeeds" : "fails for no reason";
  }

  /// The step at a place: `reads count`.
  static String of(CodeLocation next) {
    if (next == CodeLocation.NOWHERE) {
      return "begins";
    }
    var what = next.name().isEmpty() ? "an element" : next.name();
    return switch (next.operation()) {
      case READ -> "reads " + what;
      case WRITE -> "writes " + what;
      case ENTER -> "enters synchronized";
      case EXIT -> "leaves synchronized";
      case INITIALISE -> "initialises " + what;
      case CALL -> "calls " + what + "()";
    };
  }
}
