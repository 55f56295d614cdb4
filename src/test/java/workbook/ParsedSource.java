package workbook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A Java file and its syntax tree, as the compiler sees it before it looks up any name.
///
/// @param file relative to the project's folder
record ParsedSource(Path file, CompilationUnitTree unit, Trees trees) {
  /// All Java files below these folders, without the learner's own.
  static List<ParsedSource> below(String... folders) throws IOException {
    var files = new ArrayList<Path>();
    for (var folder : folders) {
      try (var all = Files.walk(Path.of(folder))) {
        files.addAll(all.filter(ParsedSource::isOurs).sorted().toList());
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  problem -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      var trees = Trees.instance(task);
      var parsed = new ArrayList<ParsedSource>();
      for (var unit : task.parse()) {
        parsed.add(new ParsedSource(Path.of(unit.getSourceFile().getName()), unit, trees));
      }
      return parsed;
    }
  }

  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".java") && !hasFolder(file, "exercise");
  }

  /// Whether the file lies in a folder of one of these names.
  boolean isIn(String... folders) {
    return Stream.of(folders).anyMatch(folder -> hasFolder(file, folder));
  }

  private static boolean hasFolder(Path file, String folder) {
    return Stream.iterate(file.getParent(), above -> above != null, Path::getParent)
        .anyMatch(above -> above.endsWith(folder));
  }

  String packageName() {
    return String.valueOf(unit.getPackageName());
  }

  /// The name of the file's main type.
  String typeName() {
    return file.getFileName().toString().replace(".java", "");
  }

  List<ClassTree> types() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .toList();
  }

  /// All named types inside other types.
  List<ClassTree> nestedTypes() {
    var nested = new ArrayList<ClassTree>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void unused) {
        nested.add(type);
        return super.visitClass(type, unused);
      }
    }.scan(unit, null);
    nested.removeAll(types());
    nested.removeIf(type -> type.getSimpleName().isEmpty());
    return nested;
  }

  /// Where a part of the file begins, for example `lessons/A.java:12`.
  String place(Tree part) {
    var start = trees.getSourcePositions().getStartPosition(unit, part);
    return file + ":" + unit.getLineMap().getLineNumber(start);
  }
}
