package workbook.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Loads a person's own classes: those just compiled, then those of their class path. Only then
/// come those of the workbook, which may have classes of the same names.
final class CompiledLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;
  private final List<Path> sources;

  /// @param classes class files by class name
  /// @param sources the folders below which the texts lie
  /// @param classPath jars and folders of classes
  CompiledLoader(Map<String, byte[]> classes, List<Path> sources, List<Path> classPath) {
    super(classPath.stream().map(CompiledLoader::url).toArray(URL[]::new), parent());
    this.classes = Map.copyOf(classes);
    this.sources = sources;
  }

  private static ClassLoader parent() {
    return CompiledLoader.class.getClassLoader();
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible); // it is a file:
    }
  }

  /// Whether the workbook's own class is meant, whatever else has this name.
  private static boolean isShared(String type) {
    return type.startsWith("java.")
        || type.startsWith("workbook.")
        || type.startsWith("org.junit.")
        || type.startsWith("org.opentest4j.")
        || type.startsWith("org.apiguardian.");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isShared(name) && !classes.containsKey(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return findClass(name);
      } catch (ClassNotFoundException notMine) {
        return super.loadClass(name, resolve);
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var bytes = classes.get(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  /// A class file, or the text of a class.
  @Override
  public InputStream getResourceAsStream(String name) {
    var type =
        name.endsWith(".class") ? name.substring(0, name.length() - 6).replace('/', '.') : "";
    var bytes = classes.get(type);
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    if (name.endsWith(".java")) {
      return text(name);
    }
    var mine = isShared(type) ? null : findResource(name);
    try {
      return mine == null ? super.getResourceAsStream(name) : mine.openStream();
    } catch (IOException unreadable) {
      return null;
    }
  }

  private InputStream text(String name) {
    for (var folder : sources) {
      try {
        return Files.newInputStream(folder.resolve(name));
      } catch (IOException notThere) {
        // In the next folder, then.
      }
    }
    return super.getResourceAsStream(name);
  }
}
