package workbook.explore.runtime;

import java.util.Arrays;

/// A place in the code under test where it touches something that others may see.
///
/// @param type the class, in its source name with dots
/// @param method the method, in its source name
/// @param file the source file's name, empty when the class does not tell
/// @param line the line in it, 0 when the class does not tell
/// @param operation what the code does there
/// @param name what it does it to: a field's name, a method's name, empty for an array or a monitor
/// @param variable the location's name if it is a field, an array or a collection, else null
/// @param isVolatile whether it is a volatile field
/// @param wide whether it is a plain `long` or `double`, which may be read in two halves
/// @param isBoolean whether its values are `boolean`
/// @param isFinal whether it is a final field
public record CodeLocation(
    String type,
    String method,
    String file,
    int line,
    Operation operation,
    String name,
    SharedVariable variable,
    boolean isVolatile,
    boolean wide,
    boolean isBoolean,
    boolean isFinal) {

  /// Before the first site of a thread.
  public static final CodeLocation NOWHERE =
      new CodeLocation("", "", "", 0, Operation.CALL, "", null, false, false, false, false);

  /// All locations by number. One exploration may be loading classes while another runs, so a full
  /// array is replaced by a longer copy, and the field is volatile.
  private static volatile CodeLocation[] all = new CodeLocation[1 << 10];

  private static int count;

  /// What code can do that others may see.
  public enum Operation {
    READ,
    WRITE,
    ENTER,
    EXIT,
    /// The first use of a class.
    INITIALISE,
    CALL
  }

  /// A call, or the use of a monitor.
  public static CodeLocation call(
      String type, String method, String file, int line, Operation operation, String name) {
    return new CodeLocation(
        type, method, file, line, operation, name, null, false, false, false, false);
  }

  /// Numbers a site, so that rewritten code can name it with an int.
  public static synchronized int number(CodeLocation site) {
    var longer = count == all.length ? Arrays.copyOf(all, 2 * count) : all;
    longer[count] = site;
    all = longer;
    return count++;
  }

  static CodeLocation of(int number) {
    return all[number];
  }
}
