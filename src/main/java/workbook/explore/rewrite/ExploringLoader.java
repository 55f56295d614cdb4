package workbook.explore.rewrite;

import java.io.InputStream;
import workbook.explore.engine.Restarts;

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
    Restarts.restart(this, LibraryLoader.INSTANCE);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    var internal = name.replace('.', '/');
    if (internal.startsWith(Renames.COPY)) return LibraryLoader.INSTANCE.loadClass(name);
    if (!Hierarchy.rewritten(internal)) return original.loadClass(name);
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
    var model =
        hierarchy.model(name.replace('.', '/')).orElseThrow(() -> new ClassNotFoundException(name));
    var bytes = Rewriter.rewrite(hierarchy, model, false);
    return defineClass(name, bytes, 0, bytes.length);
  }
}
