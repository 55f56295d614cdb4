package workbook.explore.search;

import workbook.explore.runtime.CodeLocation;

/// A schedule asks for choices that the program does not offer.
public final class ScheduleMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient CodeLocation near;

  ScheduleMismatchException(String how, CodeLocation near) {
    super("this schedule does not fit this code: " + how);
    this.near = near;
  }

  /// The place that the program had reached when it was found out.
  public CodeLocation near() {
    return near;
  }
}
