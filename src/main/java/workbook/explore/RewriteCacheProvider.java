package workbook.explore;

import java.util.Map;

/// A class loader whose classes are explored more than once and rewritten only once.
///
/// Loaders that define the same class files can all return the same map: the class files that one
/// exploration rewrites serve the others, too.
public interface RewriteCacheProvider {
  /// Rewritten class files by class name; the explorer fills it. Safe for use by several threads.
  Map<String, byte[]> rewriteCache();
}
