package workbook.explore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles one source file at a time, without a disk.
final class InMemoryCompiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final JavaFileManager files = javac.getStandardFileManager(null, null, null);

  /// Class files by class name.
  ///
  /// @throws AssertionError with what javac says when the source is wrong
  Map<String, byte[]> compile(String name, String source) {
    var made = new HashMap<String, ByteArrayOutputStream>();
    var says = new StringWriter();
    var options = List.of("-proc:none", "-g", "-nowarn", "-implicit:none");
    var unit = List.of(new Source(name, source));
    if (!javac.getTask(says, new Output(files, made), null, options, null, unit).call()) {
      throw new AssertionError(says + "\n" + source);
    }
    var classes = new HashMap<String, byte[]>();
    made.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> made;

    Output(JavaFileManager files, Map<String, ByteArrayOutputStream> made) {
      super(files);
      this.made = made;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, javax.tools.FileObject sibling)
        throws IOException {
      return new SimpleJavaFileObject(URI.create("mem:///" + type + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return made.computeIfAbsent(type, t -> new ByteArrayOutputStream());
        }
      };
    }
  }

  /// Loads what was compiled.
  static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(InMemoryCompiler.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      var bytes = classes.get(name.replace(".class", "").replace('/', '.'));
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }
}
