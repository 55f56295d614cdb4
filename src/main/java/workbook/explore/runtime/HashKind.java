package workbook.explore.runtime;

/// Whether the objects of a class have a hash code that differs from one JVM to the next.
final class HashKind {
  private static final ClassValue<Boolean> BY_IDENTITY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            var declaring = type.getMethod("hashCode").getDeclaringClass();
            return declaring == Object.class || declaring == Enum.class;
          } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
          }
        }
      };

  private HashKind() {}

  /// Whether nothing in the class says what its hash code is, or it is an enum.
  static boolean byIdentity(Class<?> type) {
    return BY_IDENTITY.get(type);
  }
}
