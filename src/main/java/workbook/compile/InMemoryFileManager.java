package workbook.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// Keeps what the compiler makes, instead of writing it to the disk.
///
/// Beside a `module-info.java` it compiles as if that were not there: all code is in the unnamed
/// module, where it may use the book's libraries.
public final class InMemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {
  private static final String MODULE = "module-info";

  private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

  public InMemoryFileManager(JavaFileManager libraries) {
    super(libraries);
  }

  /// The class files made, by class name.
  public Map<String, byte[]> classes() {
    var classes = new HashMap<String, byte[]>();
    made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    return new SimpleJavaFileObject(URI.create("made:///" + slashed(name) + kind.extension), kind) {
      @Override
      public OutputStream openOutputStream() {
        var bytes = new ByteArrayOutputStream();
        made.put(name, bytes);
        return bytes;
      }
    };
  }

  @Override
  public JavaFileObject getJavaFileForInput(
      Location location, String name, JavaFileObject.Kind kind) throws IOException {
    var declaresModule = name.equals(MODULE) && location == StandardLocation.SOURCE_PATH;
    return declaresModule ? null : super.getJavaFileForInput(location, name, kind);
  }

  private static String slashed(String type) {
    return type.replace('.', '/');
  }

  /// A text that stands for the source file of a class.
  public static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    /// @param type the class, with dots
    public Source(String type, String text) {
      super(URI.create("text:///" + slashed(type) + Kind.SOURCE.extension), Kind.SOURCE);
      path = slashed(type) + Kind.SOURCE.extension;
      this.text = text;
    }

    /// A text that was read from a file.
    public Source(Path file, String text) {
      super(file.toUri(), Kind.SOURCE);
      path = file.getFileName().toString();
      this.text = text;
    }

    /// Where it would lie below the source folder; of a file that was read, its name.
    public String path() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
