package workbook.explore.rewrite;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import workbook.explore.runtime.StaticState;

/// Loads the code under test, rewritten. One loader serves one exploration.
///
/// The classes it loads are not those of the same name that the rest of the program sees; only the
/// JDK, the test framework and the explorer itself are shared.
public final class ExploringLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /// What stack traces call it.
  public static final String NAME = "exploring";

  /// A loader that shares its classes with others: each defines the same files afresh. What one of
  /// them has had rewritten serves them all.
  public interface Shared {
    /// Rewritten classes by name; safe for use by several threads.
    Map<String, byte[]> rewritten();
  }

  private final ClassLoader original;
  private final Hierarchy hierarchy;

  /// @param original the loader whose classes are to be explored
  public ExploringLoader(ClassLoader original) {
    super(NAME, LibraryLoader.INSTANCE);
    this.original = original;
    hierarchy = new Hierarchy(original);
  }

  /// Makes static state begin afresh.
  public void restart() {
    StaticState.restart(this, LibraryLoader.INSTANCE);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    var internal = name.replace('.', '/');
    if (internal.startsWith(Renames.COPY)) {
      return LibraryLoader.INSTANCE.loadClass(name);
    }
    if (!Hierarchy.rewritten(internal)) {
      return original.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return original.getResourceAsStream(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var known =
        original instanceof Shared shared ? shared.rewritten() : new HashMap<String, byte[]>();
    var bytes = known.get(name);
    if (bytes == null) {
      bytes = rewritten(name);
      known.put(name, bytes);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] rewritten(String name) throws ClassNotFoundException {
    var model = hierarchy.model(name.replace('.', '/'));
    return Rewriter.rewrite(
        hierarchy, model.orElseThrow(() -> new ClassNotFoundException(name)), false);
  }
}
