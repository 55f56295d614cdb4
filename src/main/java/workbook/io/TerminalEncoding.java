package workbook.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which letters a person's terminal can show, as the locale in their environment says.
public final class TerminalEncoding {
  /// The locale that the person had, where the launcher has given this JVM another one to be able
  /// to read the names of files.
  private static final String LOCALE = "workbook.locale";

  private TerminalEncoding() {}

  /// The environment of this process, with the person's own locale.
  public static Map<String, String> environment() {
    var locale = System.getProperty(LOCALE);
    if (locale == null) {
      return System.getenv();
    }
    var environment = new HashMap<>(System.getenv());
    environment.put("LC_ALL", locale);
    return Map.copyOf(environment);
  }

  /// Whether letters beyond ASCII can be shown: always, unless the locale names another encoding.
  ///
  /// @param environment the variables that count here: `LC_ALL`, `LC_CTYPE`, `LANG`
  public static boolean unicode(Map<String, String> environment) {
    for (var name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      var locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
      }
    }
    return true;
  }
}
