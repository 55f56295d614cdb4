package workbook.grade;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Keeps what the compiler makes, instead of writing it to the disk.
final class InMemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

  InMemoryFileManager(JavaFileManager libraries) {
    super(libraries);
  }

  /// The class files made, by class name.
  Map<String, byte[]> classes() {
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

  private static String slashed(String type) {
    return type.replace('.', '/');
  }

  /// A text that stands for the source file of a class.
  static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String type, String text) {
      super(URI.create("text:///" + slashed(type) + Kind.SOURCE.extension), Kind.SOURCE);
      path = slashed(type) + Kind.SOURCE.extension;
      this.text = text;
    }

    /// Where it would lie below the source folder.
    String path() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
