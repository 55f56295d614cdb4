package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;

/// A place in the code under test where it touches something that others may see.
///
/// @param type the class, in its source name with dots
/// @param method the method, in its source name
/// @param file the source file's name, empty when the class does not tell
/// @param line the line in it, 0 when the class does not tell
/// @param act what the code does there
/// @param name what it does it to: a field's name, a method's name, empty for an array or a monitor
/// @param variable the location's name if it is a field, an array or a collection, else null
/// @param isVolatile whether it is a volatile field
/// @param wide whether it is a plain `long` or `double`, which may be read in two halves
/// @param truth whether its values are `boolean`
public record CodeLocation(
    String type,
    String method,
    String file,
    int line,
    Act act,
    String name,
    SharedVariable variable,
    boolean isVolatile,
    boolean wide,
    boolean truth) {

  /// Before the first site of a thread.
  public static final CodeLocation NOWHERE =
      new CodeLocation("", "", "", 0, Act.CALL, "", null, false, false, false);

  private static final List<CodeLocation> ALL = new ArrayList<>();

  /// What code can do that others may see.
  public enum Act {
    READ,
    WRITE,
    ENTER,
    EXIT,
    CALL
  }

  /// A call, or the use of a monitor.
  public static CodeLocation call(
      String type, String method, String file, int line, Act act, String name) {
    return new CodeLocation(type, method, file, line, act, name, null, false, false, false);
  }

  /// Numbers a site, so that rewritten code can name it with an int.
  public static synchronized int number(CodeLocation site) {
    ALL.add(site);
    return ALL.size() - 1;
  }

  static CodeLocation of(int number) {
    return ALL.get(number);
  }
}
