package workbook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The site's own scripts and styles, and the modules of its editor.
final class WebFiles {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(?<type>js|css)");

  private static final Map<String, String> TYPES =
      Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8");

  /// A module's address names its version: what is there never changes.
  private static final Map<String, String> FOR_EVER =
      Map.of("Cache-Control", "private, max-age=31536000, immutable");

  private WebFiles() {}

  /// The file at an address.
  ///
  /// @param path parts between slashes
  static Optional<Response> get(String[] path) {
    var address = "/" + String.join("/", path);
    if (EditorModules.ADDRESSES.contains(address)) {
      return text("/META-INF/resources" + address)
          .map(bytes -> new Response(200, TYPES.get("js"), bytes, FOR_EVER));
    }
    var name = NAME.matcher(path[0]);
    return path.length == 1 && name.matches()
        ? text("/workbook/web/" + path[0])
            .map(bytes -> new Response(200, TYPES.get(name.group("type")), bytes, Map.of()))
        : Optional.empty();
  }

  private static Optional<byte[]> text(String resource) {
    try (var file = WebFiles.class.getResourceAsStream(resource)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
