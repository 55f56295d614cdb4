package workbook.explore.rewrite;

/// Loads the JDK's own concurrency classes again under the prefix `explored.`, rewritten so that
/// they stand on the models. One loader serves every exploration in the JVM.
public final class LibraryLoader extends ClassLoader {
  static final LibraryLoader INSTANCE = new LibraryLoader();

  static {
    registerAsParallelCapable();
  }

  private final Hierarchy hierarchy = new Hierarchy(ClassLoader.getSystemClassLoader());

  private LibraryLoader() {
    super("explored-library", LibraryLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var internal = name.replace('.', '/');
    if (!internal.startsWith(Renames.COPY)) {
      throw new ClassNotFoundException(name);
    }
    var model = hierarchy.model(internal).orElseThrow(() -> new ClassNotFoundException(name));
    var bytes = Rewriter.rewrite(hierarchy, model, true);
    return defineClass(name, bytes, 0, bytes.length);
  }
}
