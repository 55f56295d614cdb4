package workbook.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/// What annotations in Java files say, read without compiling them.
public final class SourceAnnotations {
  private SourceAnnotations() {}

  /// The texts of each annotation of this name, by the names of its members, in the order of the
  /// files. Members that are no text are left out. Blocks while the disk does.
  ///
  /// @param name without its package
  public static List<Map<String, String>> named(String name, List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return List.of();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<Map<String, String>>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var options = List.of("-proc:none");
      var task = (JavacTask) compiler.getTask(null, manager, problem -> {}, options, null, sources);
      for (var unit : task.parse()) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            if (annotation.getAnnotationType().toString().equals(name)) {
              found.add(texts(annotation));
            }
            return super.visitAnnotation(annotation, nothing);
          }
        }.scan(unit, null);
      }
    }
    return found;
  }

  private static Map<String, String> texts(AnnotationTree annotation) {
    var texts = new HashMap<String, String>();
    for (var argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree member
          && member.getVariable() instanceof IdentifierTree variable) {
        var text = text(member.getExpression());
        if (text != null) {
          texts.put(variable.getName().toString(), text);
        }
      }
    }
    return texts;
  }

  /// The text of a literal, or of several that are joined; null for something else.
  private static String text(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal when literal.getValue() instanceof String text -> text;
      case BinaryTree sum -> {
        var left = text(sum.getLeftOperand());
        var right = text(sum.getRightOperand());
        yield left == null || right == null ? null : left + right;
      }
      default -> null;
    };
  }
}
