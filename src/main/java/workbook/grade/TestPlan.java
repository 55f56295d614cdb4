package workbook.grade;

import static java.util.stream.Collectors.toMap;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.grade.worker.TestOutcome;

/// The graded tests of an exercise, as their class file lists them: nothing of it is run.
///
/// @param tests in the order of the source
record TestPlan(List<GradedTest> tests) {
  /// One graded test.
  ///
  /// @param name the method's
  /// @param says what it asks for
  /// @param explored whether the explorer runs it
  record GradedTest(String name, String says, int points, String read, boolean explored) {
    TestResult marked(TestOutcome outcome, String printed) {
      return new TestResult(name, says, points, read, outcome, printed);
    }
  }

  TestPlan {
    tests = List.copyOf(tests);
  }

  static TestPlan read(byte[] testClass) {
    return new TestPlan(
        ClassFile.of().parse(testClass).methods().stream().flatMap(TestPlan::task).toList());
  }

  private static Stream<GradedTest> task(MethodModel method) {
    var graded = annotation(method, Graded.class);
    if (graded.isEmpty()) {
      return Stream.empty();
    }
    var name = method.methodName().stringValue();
    return Stream.of(
        new GradedTest(
            name,
            annotation(method, DisplayName.class).getOrDefault("value", name).toString(),
            (Integer) graded.get("points"),
            graded.get("read").toString(),
            annotations(method).anyMatch(isA(Explore.class))));
  }

  /// The elements of an annotation by name; empty when the method has none such.
  private static Map<String, Object> annotation(MethodModel method, Class<?> type) {
    return annotations(method)
        .filter(isA(type))
        .flatMap(found -> found.elements().stream())
        .collect(toMap(element -> element.name().stringValue(), TestPlan::value));
  }

  private static Stream<Annotation> annotations(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(all -> all.annotations().stream())
        .orElse(Stream.empty());
  }

  private static java.util.function.Predicate<Annotation> isA(Class<?> type) {
    return annotation -> annotation.className().equalsString(type.descriptorString());
  }

  private static Object value(AnnotationElement element) {
    return switch (element.value()) {
      case AnnotationValue.OfString text -> text.stringValue();
      case AnnotationValue.OfInt number -> number.intValue();
      default -> throw new IllegalArgumentException("neither text nor number: " + element);
    };
  }
}
