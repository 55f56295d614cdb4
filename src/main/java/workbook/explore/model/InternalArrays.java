package workbook.explore.model;

/// Stands in for the JDK's internal arithmetic of growing arrays.
public final class InternalArrays {
  private InternalArrays() {}

  public static int newLength(int length, int least, int preferred) {
    return Math.addExact(length, Math.max(least, preferred));
  }
}
