package workbook.explore.runtime;

import java.lang.reflect.Array;

/// Calls of methods that are given arrays and are not rewritten: one step for the whole call, which
/// reads or changes each element of a range.
public final class ArrayAccess {
  /// The call changes the elements; otherwise it only reads them.
  public static final int CHANGES = 1;

  /// The call is a decision point if others use such elements without order.
  public static final int DECIDES = 2;

  /// The call goes on into collections that are elements.
  public static final int DEEP = 4;

  /// The call goes on into arrays that are elements.
  public static final int DEEPEST = 8;

  private static final int MOST_TOLD = 100;

  /// Of longer arrays, elements that were never used one by one have no older values.
  private static final int MOST_ONE_BY_ONE = 1_000;

  private ArrayAccess() {}

  /// Before the call.
  ///
  /// @param array what it is given; nothing happens if that is no array
  /// @param to the index after the last one; may be too large
  /// @param how which of the constants above hold
  static void elements(Execution execution, Object array, int from, int to, int how, int number) {
    if (!isRange(array, from, to)) {
      return;
    }
    var site = execution.locate(number, array);
    var variable = SharedVariable.elementsOf(array.getClass().getComponentType());
    var known = execution.shared.contains(variable);
    if (known && has(how, DECIDES)) {
      execution.scheduler.decisionPoint();
    }
    var end = Math.min(to, Array.getLength(array));
    use(new ArrayStep(execution, site, variable, has(how, CHANGES)), known, array, from, end);
    if (has(how, CHANGES)) {
      execution.scheduler.stateChanged();
    } else {
      tell(execution, site, array, from, end);
    }
    if (has(how, DEEP) && array instanceof Object[] elements) {
      for (var index = from; index < end; index++) {
        GivenHooks.lookedInto(elements[index], number);
        if (has(how, DEEPEST)) {
          elements(execution, elements[index], 0, Integer.MAX_VALUE, how & ~DECIDES, number);
        }
      }
    }
  }

  /// After a call that changed the elements, if anybody listens.
  static void changed(Execution execution, Object array, int from, int to, int number) {
    if (isRange(array, from, to)) {
      tell(execution, CodeLocation.of(number), array, from, Math.min(to, Array.getLength(array)));
    }
  }

  private static boolean has(int how, int what) {
    return (how & what) != 0;
  }

  private static boolean isRange(Object array, int from, int to) {
    return array != null
        && array.getClass().isArray()
        && from >= 0
        && from < to
        && from < Array.getLength(array);
  }

  private static void use(ArrayStep step, boolean known, Object array, int from, int end) {
    var memory = step.execution().memory;
    var length = Array.getLength(array);
    if (end - from < length || known && length <= MOST_ONE_BY_ONE) {
      for (var index = from; index < end; index++) {
        step.element(memory.element(array, index), known, array, index);
      }
    } else {
      memory
          .knownElements(array)
          .forEach((index, location) -> step.element(location, known, array, index));
      step.many(memory.otherElements(array), known);
    }
  }

  private static void tell(Execution execution, CodeLocation site, Object array, int from, int to) {
    if (execution.listener == null) {
      return;
    }
    var me = execution.currentThread();
    var names = execution.names();
    for (var index = from; index < Math.min(to, from + MOST_TOLD); index++) {
      var location = execution.memory.element(array, index);
      var target = names.of(array) + "[" + index + "]";
      var value = names.of(Array.get(array, index));
      var changes = site.operation() == CodeLocation.Operation.WRITE;
      execution.listener.stepped(me, site, location, target, changes ? value : null);
      if (!changes) {
        execution.listener.valueRead(me, value, 0);
      }
    }
  }
}
