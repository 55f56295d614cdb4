package workbook.explore.runtime;

/// What rewritten code calls where the JVM would initialise a class.
public final class InitialisationHooks {
  private InitialisationHooks() {}

  /// Before a class under test is used.
  ///
  /// @return whether the running thread has to initialise it now
  public static boolean begin(Class<?> type) {
    return Execution.current().classes.begin(type);
  }

  /// After the running thread has initialised a class.
  ///
  /// @return whether nobody needs to ask again in this execution
  public static boolean end(Class<?> type) {
    return Execution.current().classes.end(type);
  }

  /// After the running thread could not initialise a class.
  ///
  /// @return what to throw
  public static Throwable fail(Class<?> type, Throwable thrown) {
    return Execution.current().classes.fail(type, thrown);
  }

  /// Before something that initialises a class by reflection, or after it.
  public static void initialise(Class<?> type) {
    if (type != null) {
      StaticState.initialise(type);
    }
  }

  /// Before the initialiser of a copied class of the JDK: no other thread runs meanwhile.
  public static void enterLibrary() {
    Execution.current().scheduler.enterAtomic();
  }

  public static void exitLibrary() {
    Execution.current().scheduler.exitAtomic();
  }
}
