package workbook.course;

import java.util.List;

/// What an answer is worth, and why not more.
///
/// @param verdict `passed`, `failed`, `not judged`, `rejected` for a file that cannot be graded, or
///   `missing`
/// @param points of the tests that passed
/// @param of the points that there are
/// @param sha256 of what was graded; empty where nothing was
/// @param says what to mend first, one sentence; empty when it passed
public record Mark(String verdict, int points, int of, String sha256, String says) {
  public static final String MISSING = "missing";
  public static final String NOT_JUDGED = "not judged";

  /// All verdicts, the best first.
  public static final List<String> VERDICTS =
      List.of("passed", "failed", NOT_JUDGED, "rejected", MISSING);

  /// Whether the points are a mark. An answer that could not be judged has none: somebody must look
  /// at it.
  public boolean counts() {
    return !verdict.equals(NOT_JUDGED);
  }
}
