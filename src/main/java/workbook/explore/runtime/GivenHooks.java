package workbook.explore.runtime;

/// What rewritten code calls around calls of methods that are not rewritten and will look into what
/// they are given.
public final class GivenHooks {
  private GivenHooks() {}

  /// Before the method is given an array, see [ArrayAccess].
  public static void elements(Object array, int from, int to, int how, int number) {
    ArrayAccess.elements(Execution.current(), array, from, to, how, number);
  }

  /// After it has changed the elements, if anybody listens.
  public static void elementsChanged(Object array, int from, int to, int number) {
    ArrayAccess.changed(Execution.current(), array, from, to, number);
  }

  /// After `Arrays.asList`: using the list is using the array.
  public static void list(Object array, Object list) {
    Execution.current().memory.array(list, array);
  }

  /// Before the method is given a collection.
  public static void collection(Object collection, boolean reads, int number) {
    if (collection == null) {
      return;
    }
    var execution = Execution.current();
    var owner = execution.memory.owner(collection);
    CollectionAccess.given(execution, owner, reads, number);
  }

  /// Before the method asks an object for its text, or whether it equals another.
  public static void lookedInto(Object object, int number) {
    if (CollectionAccess.hasElements(object)) {
      collection(object, true, number);
    }
  }
}
