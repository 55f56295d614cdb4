package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What rewritten code tells whoever listens, beside the steps themselves: what calls are given and
/// return, what variables are called, who catches what. None of it decides anything.
public final class TraceHooks {
  /// Whether anybody listens; rewritten code asks before it calls. One execution runs at a time,
  /// and this is set before any of its fibers run.
  public static boolean listening;

  private static final int LONGEST = 40;

  /// The arguments of the call that is about to be made.
  private static final List<Object> ARGUMENTS = new ArrayList<>();

  private TraceHooks() {}

  static void listening(boolean on) {
    listening = on;
  }

  private static boolean heard() {
    return Execution.inProgress()
        && Execution.current().listener != null
        && !Execution.current().ended();
  }

  /// Before a call: its next argument.
  public static void argument(Object value) {
    ARGUMENTS.add(value);
  }

  public static void argument(boolean value) {
    ARGUMENTS.add(value);
  }

  public static void argument(char value) {
    ARGUMENTS.add(value);
  }

  public static void argument(int value) {
    ARGUMENTS.add(value);
  }

  public static void argument(long value) {
    ARGUMENTS.add(value);
  }

  public static void argument(float value) {
    ARGUMENTS.add(value);
  }

  public static void argument(double value) {
    ARGUMENTS.add(value);
  }

  /// Before a call whose arguments have been told.
  public static void calling(int number) {
    if (heard()) {
      var execution = Execution.current();
      execution.listener.calling(
          execution.currentThread(), CodeLocation.of(number), words(execution));
    }
    ARGUMENTS.clear();
  }

  private static String words(Execution execution) {
    var told = ARGUMENTS.stream().map(execution.names()::mention).collect(Collectors.joining(", "));
    return told.length() > LONGEST || told.matches("[…, ]+") ? ObjectNames.UNTOLD : told;
  }

  /// After a call that returns nothing.
  public static void returned(int number) {
    if (heard()) {
      var execution = Execution.current();
      execution.listener.returned(execution.currentThread(), CodeLocation.of(number), "");
    }
  }

  /// After a call.
  public static void returned(Object value, int number) {
    if (!heard()) {
      return;
    }
    var execution = Execution.current();
    var me = execution.currentThread();
    var site = CodeLocation.of(number);
    var isPartOfLock =
        site.name().equals("readLock")
            || site.name().equals("writeLock")
            || site.name().equals("newCondition");
    if (isPartOfLock && me.target != null && !ObjectNames.isPlainValue(value)) {
      execution.names().learnPart(value, me.target, site.name());
    }
    execution.listener.returned(me, site, execution.names().mention(value));
  }

  public static void returned(boolean value, int number) {
    returned((Object) value, number);
  }

  public static void returned(char value, int number) {
    returned((Object) value, number);
  }

  public static void returned(int value, int number) {
    returned((Object) value, number);
  }

  public static void returned(long value, int number) {
    returned((Object) value, number);
  }

  public static void returned(float value, int number) {
    returned((Object) value, number);
  }

  public static void returned(double value, int number) {
    returned((Object) value, number);
  }

  /// After a local variable was given its first value.
  public static void named(Object value, String name) {
    if (value != null && heard()) {
      Execution.current().names().learnLocal(value, name);
    }
  }

  /// The same where the class file does not tell the name.
  public static void named(Object value, int number) {
    if (value != null && heard()) {
      var execution = Execution.current();
      execution.names().learnLocal(value, execution.listener.variableAt(CodeLocation.of(number)));
    }
  }

  /// After a lambda or an instance of an anonymous class was made.
  public static void created(Object object, int number) {
    if (heard()) {
      Execution.current().names().learnCreation(object, CodeLocation.of(number));
    }
  }

  /// At the beginning of a `catch`.
  public static void caught(Object thrown, int number) {
    if (heard() && !(thrown instanceof Fiber.Abandoned)) {
      var execution = Execution.current();
      execution.listener.caught(
          execution.currentThread(), CodeLocation.of(number), (Throwable) thrown);
    }
  }

  /// Before a future of the JDK keeps what its task threw.
  public static void kept(Object future, Object thrown) {
    if (heard() && !(thrown instanceof Fiber.Abandoned)) {
      var execution = Execution.current();
      execution.listener.kept(execution.currentThread(), future, (Throwable) thrown);
    }
  }
}
