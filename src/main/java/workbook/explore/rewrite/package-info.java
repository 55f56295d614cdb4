/// Loads the code under test so that every step another thread could notice goes through the
/// scheduler.
///
/// [ExploringLoader] loads the classes under test and rewrites them: [Renames] replaces the names
/// of threads and blocking classes by those of their models, [Rewriter] puts a hook before each
/// access, lock and call that matters. [LibraryLoader] does the same to the JDK's own concurrency
/// classes, once for all explorations: their code runs as it is, under another name, on top of the
/// few models that are written by hand. What is neither modelled nor harmless is [Forbidden].
package workbook.explore.rewrite;
