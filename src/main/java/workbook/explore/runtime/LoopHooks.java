package workbook.explore.runtime;

/// What rewritten code calls at the head of a loop.
public final class LoopHooks {
  private LoopHooks() {}

  /// At the head of a loop: before its first round, and before each further one.
  ///
  /// @param call what tells this call of the method from others; 0 when the loop is not inside one
  ///   yet
  /// @param number of the site where the loop begins
  /// @return what tells this call from others
  public static long loopHead(long call, int number) {
    return Execution.current().loopHead(call, number);
  }

  /// Before a jump back to the head of a loop.
  public static void goesOn() {
    Execution.current().mustGoOn();
  }

  /// Whether the head of the loop is to tell the local variables.
  public static boolean wantsLocals() {
    return Execution.current().scheduler.loops.wantsLocals();
  }

  public static void local(Object value) {
    Execution.current().local(value);
  }

  public static void local(int value) {
    Execution.current().currentThread().loops.local(value);
  }

  public static void local(long value) {
    Execution.current().currentThread().loops.local(value);
  }

  public static void local(float value) {
    local(Float.floatToRawIntBits(value));
  }

  public static void local(double value) {
    local(Double.doubleToRawLongBits(value));
  }

  /// After the local variables.
  public static void atHead(long call, int number) {
    Execution.current().scheduler.loops.atHead(Hashing.mix(call, number));
  }
}
