package workbook.explore;

/// Throws checked exceptions where the language does not let us declare them.
final class SneakyThrow {
  private SneakyThrow() {}

  static RuntimeException thrown(Throwable thrown) {
    throw SneakyThrow.<RuntimeException>as(thrown);
  }

  @SuppressWarnings("unchecked") // erased: the cast never happens
  private static <T extends Throwable> T as(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
