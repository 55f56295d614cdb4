package workbook.explore.search;

/// A step of the code under test does not end. The stack of this exception is the step's.
public final class HungStepException extends IllegalStateException {
  HungStepException(Thread thread) {
    super("one step does not end: it loops or blocks inside the JDK");
    setStackTrace(thread.getStackTrace());
  }
}
