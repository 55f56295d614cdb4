package workbook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The modules of the editor, as their jars on the class path describe them: each holds a file that
/// says at which address a page finds the module.
final class EditorModules {
  /// A line of such a file: the module's name, and its address.
  private static final Pattern MODULE =
      Pattern.compile("\"(?<name>[@\\w/-]+)\"\\s*:\\s*\"(?<address>/_static/[\\w./-]+\\.js)\"");

  private static final Map<String, String> BY_NAME = find();

  /// Where the modules are; nothing else of their jars is served.
  static final Set<String> ADDRESSES = Set.copyOf(BY_NAME.values());

  private EditorModules() {}

  /// What a page tells the browser, so that a script can import a module by its name.
  static String importMap() {
    return BY_NAME.entrySet().stream()
        .map(one -> "\"%s\":\"%s\"".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
  }

  private static Map<String, String> find() {
    var found = new TreeMap<String, String>();
    try {
      var loader = EditorModules.class.getClassLoader();
      for (var file : Collections.list(loader.getResources("META-INF/importmap.json"))) {
        try (var text = file.openStream()) {
          var line = MODULE.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
          while (line.find()) {
            found.put(line.group("name"), line.group("address"));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }
}
