package workbook.grade.worker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workbook.explore.RewriteCacheProvider;

/// Loads an [CompiledSubmission]. Its classes hide those of the same name in the book; all others
/// are the book's own. Every `assert` in them is checked, whatever the JVM was told.
final class SubmissionClassLoader extends ClassLoader implements RewriteCacheProvider {
  private static final String CLASS = ".class";

  static {
    registerAsParallelCapable();
  }

  private final CompiledSubmission submission;
  private final Map<String, byte[]> rewriteCache;

  SubmissionClassLoader(CompiledSubmission submission) {
    this(submission, new ConcurrentHashMap<>());
  }

  private SubmissionClassLoader(CompiledSubmission submission, Map<String, byte[]> rewriteCache) {
    super("answer", SubmissionClassLoader.class.getClassLoader());
    clearAssertionStatus(); // or `-da:some.package` would count
    setDefaultAssertionStatus(true);
    this.submission = submission;
    this.rewriteCache = rewriteCache;
  }

  /// A loader of the same answer that has loaded none of it yet.
  SubmissionClassLoader afresh() {
    return new SubmissionClassLoader(submission, rewriteCache);
  }

  /// Whether it loads this answer.
  boolean loads(CompiledSubmission one) {
    return submission == one;
  }

  @Override
  public Map<String, byte[]> rewriteCache() {
    return rewriteCache;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    var bytes = submission.classes().get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /// Class files and source texts, as if they lay on the class path.
  @Override
  public InputStream getResourceAsStream(String path) {
    var found = resource(path);
    return found == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(found);
  }

  private byte[] resource(String path) {
    if (path.endsWith(CLASS)) {
      var name = path.substring(0, path.length() - CLASS.length()).replace('/', '.');
      return submission.classes().get(name);
    }
    return submission.sources().get(path);
  }
}
