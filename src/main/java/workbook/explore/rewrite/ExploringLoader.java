package workbook.explore.rewrite;

import java.io.InputStream;
import java.util.Map;
import workbook.explore.runtime.NotExplorableError;
import workbook.explore.runtime.StaticState;

/// Loads the code under test, rewritten. One loader serves one exploration.
///
/// The classes it loads are not those of the same name that the rest of the program sees; only the
/// JDK, the test framework and the explorer itself are shared. Every `assert` in them is checked,
/// whatever the JVM was told.
public final class ExploringLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /// What stack traces call it.
  public static final String NAME = "exploring";

  private final ClassLoader original;
  private final Map<String, byte[]> cache;
  private final Hierarchy hierarchy;

  /// @param original the loader whose classes are to be explored
  /// @param cache rewritten class files by class name, which are used and added to
  public ExploringLoader(ClassLoader original, Map<String, byte[]> cache) {
    super(NAME, LibraryLoader.INSTANCE);
    clearAssertionStatus(); // or `-da:some.package` would count
    setDefaultAssertionStatus(true);
    this.original = original;
    this.cache = cache;
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
    var bytes = cache.get(name);
    if (bytes == null) {
      bytes = rewritten(name);
      cache.put(name, bytes);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] rewritten(String name) throws ClassNotFoundException {
    var internal = name.replace('.', '/');
    var holderOf = Statics.interfaceOf(internal);
    if (holderOf != null) {
      return hierarchy
          .model(holderOf)
          .filter(type -> Initialisation.beginsAfresh(hierarchy, type))
          .map(type -> Statics.holderOf(hierarchy, type))
          .orElseThrow(() -> new ClassNotFoundException(name));
    }
    var model = hierarchy.model(internal).orElseThrow(() -> new ClassNotFoundException(name));
    try {
      return Rewriter.rewrite(hierarchy, model, false);
    } catch (IllegalArgumentException tooLarge) { // what the JVM allows a method or a class
      throw new NotExplorableError(
          "the explorer has no room for its hooks in %s; make its methods shorter"
              .formatted(name.replace('$', '.')));
    }
  }
}
