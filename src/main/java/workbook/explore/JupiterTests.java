package workbook.explore;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/// What JUnit Jupiter sees in a test class, and what of it an exploration cannot do: it makes
/// objects and calls methods, and that is all.
final class JupiterTests {
  private JupiterTests() {}

  /// Every method of a class that JUnit would run as a test or make tests of, by name: inherited
  /// ones, too.
  static List<Method> in(Class<?> type) {
    return AnnotationSupport.findAnnotatedMethods(
            type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /// Why a test cannot be explored, the rest of a sentence about it: `is disabled: not yet`. Empty
  /// when it can.
  static Optional<String> obstacle(Class<?> type, Method test) {
    return Stream.of(disabled(test), parameters(test), extension(test), obstacle(type))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> obstacle(Class<?> type) {
    return around(type).stream()
        .flatMap(level -> Stream.of(disabled(level), lacking(level), extension(level)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// A class and the classes whose objects are around its own, the outermost first.
  static List<Class<?>> around(Class<?> type) {
    var levels = new ArrayList<Class<?>>();
    if (isInner(type)) {
      levels.addAll(around(type.getEnclosingClass()));
    }
    levels.add(type);
    return levels;
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  private static Optional<String> disabled(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, Disabled.class)
        .map(Disabled::value)
        .map(reason -> "is disabled" + (reason.isBlank() ? "" : ": " + reason.strip()));
  }

  private static Optional<String> parameters(Method test) {
    var single =
        AnnotationSupport.isAnnotated(test, Test.class)
            || AnnotationSupport.isAnnotated(test, RepeatedTest.class);
    return single && test.getParameterCount() == 0
        ? Optional.empty()
        : Optional.of("needs arguments from JUnit");
  }

  private static Optional<String> lacking(Class<?> type) {
    if (Stream.of(BeforeAll.class, AfterAll.class).anyMatch(all -> !having(type, all).isEmpty())) {
      return Optional.of("needs @BeforeAll or @AfterAll");
    }
    if (isInner(type) && !AnnotationSupport.isAnnotated(type, Nested.class)) {
      return Optional.of("is in an inner class that is not @Nested");
    }
    var constructors = type.getDeclaredConstructors();
    var given = isInner(type) ? 1 : 0;
    return constructors.length == 1
            && constructors[0].getParameterCount() == given
            && Stream.of(BeforeEach.class, AfterEach.class)
                .flatMap(each -> having(type, each).stream())
                .allMatch(method -> method.getParameterCount() == 0)
        ? Optional.empty()
        : Optional.of("needs arguments from JUnit");
  }

  private static List<Method> having(Class<?> type, Class<? extends Annotation> annotation) {
    return AnnotationSupport.findAnnotatedMethods(
        type, annotation, HierarchyTraversalMode.TOP_DOWN);
  }

  private static Optional<String> extension(AnnotatedElement element) {
    var extended =
        AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
            .flatMap(with -> Stream.of(with.value()))
            .anyMatch(with -> with != ExploreExtension.class);
    var prepared =
        element instanceof Class<?> type
            && Stream.of(TempDir.class, RegisterExtension.class)
                .anyMatch(on -> !AnnotationSupport.findAnnotatedFields(type, on).isEmpty());
    return extended || prepared ? Optional.of("needs an extension of JUnit") : Optional.empty();
  }

  /// What JUnit calls before each test of a class: the methods of the classes above it first.
  static List<Method> before(Class<?> type) {
    return open(having(type, BeforeEach.class));
  }

  /// What JUnit calls after each test of a class: the methods of the classes above it last.
  static List<Method> after(Class<?> type) {
    return open(
        AnnotationSupport.findAnnotatedMethods(
            type, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP));
  }

  private static List<Method> open(List<Method> methods) {
    methods.forEach(method -> method.setAccessible(true));
    return methods;
  }
}
