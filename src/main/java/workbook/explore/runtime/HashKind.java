package workbook.explore.runtime;

/// Whether the objects of a class have a hash code that differs from one JVM to the next.
public final class HashKind {
  private static final String COPY = "explored.";

  /// Where the copies of the JDK's plain hash tables are.
  private static final String COPIES = COPY + "java.util.";

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
  public static boolean byIdentity(Class<?> type) {
    return BY_IDENTITY.get(type);
  }

  /// Whether it is a copy of a class of the JDK.
  public static boolean isCopy(Class<?> type) {
    return type.getName().startsWith(COPY);
  }

  /// Whether it is a copy of one of the JDK's hash tables, in which all hash codes are the same in
  /// every JVM.
  public static boolean isCopiedTable(Class<?> type) {
    var name = type.getName();
    return name.startsWith(COPIES) && name.indexOf('.', COPIES.length()) < 0;
  }
}
