package workbook.grade;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workbook.Exercise;

/// Compiles answers, one after another, and their graded test again only for an answer that callers
/// can tell from those before: most of what the compiler does is for the test. Not for several
/// threads at once.
final class CompiledTests {
  /// Forms of answers to one test that are remembered. A learner who changes more than bodies goes
  /// from one form to another.
  private static final int FORMS = 16;

  private final Map<GradedText, Map<List<String>, Map<String, byte[]>>> known = new HashMap<>();

  private record GradedText(Exercise exercise, String test) {}

  /// Blocks until it is done or has computed too long. What comes out is what the compiler makes of
  /// the answer and the whole test.
  ///
  /// @param text the answer's
  /// @param file where that is from, for diagnostics
  /// @param test the graded test's
  Compiler.Compiled compile(
      Compiler compiler, Exercise exercise, String text, Path file, String test)
      throws InterruptedException {
    var forms = forms(exercise, test);
    if (!forms.isEmpty()) {
      var one = forms.values().iterator().next();
      var made = compiler.compile(exercise, text, file, test, one);
      var fitting = made.diagnostics().isEmpty() ? forms.get(form(exercise, made)) : null;
      if (fitting != null) {
        return fitting == one ? made : compiler.compile(exercise, text, file, test, fitting);
      }
    }
    return compileWhole(compiler, exercise, text, file, test);
  }

  private Compiler.Compiled compileWhole(
      Compiler compiler, Exercise exercise, String text, Path file, String test)
      throws InterruptedException {
    var whole = compiler.compile(exercise, text, file, test);
    if (whole.diagnostics().isEmpty()) {
      var forms = forms(exercise, test);
      if (forms.size() == FORMS) {
        forms.clear();
      }
      var tests = new HashMap<>(whole.submission().classes());
      tests.keySet().removeIf(name -> !isOfTest(exercise, name));
      forms.putIfAbsent(form(exercise, whole), tests);
    }
    return whole;
  }

  private Map<List<String>, Map<String, byte[]>> forms(Exercise exercise, String test) {
    return known.computeIfAbsent(new GradedText(exercise, test), _ -> new HashMap<>());
  }

  private static boolean isOfTest(Exercise exercise, String name) {
    return name.equals(exercise.test()) || name.startsWith(exercise.test() + "$");
  }

  private static List<String> form(Exercise exercise, Compiler.Compiled made) {
    var answer = new HashMap<>(made.submission().classes());
    answer.keySet().removeIf(name -> !name.startsWith(exercise.room() + ".exercise."));
    return VisibleMembers.of(answer);
  }
}
