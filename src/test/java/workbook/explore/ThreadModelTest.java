package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever code may ask of a thread or of a group of threads, the models answer, or refuse it by
/// name: no member of this JDK's classes is missing.
@Tag("fast")
final class ThreadModelTest {
  private static final String MODEL = "workbook.explore.model.Model";

  /// Throws an exception for many versions, and will be gone.
  private static final Set<String> GONE = Set.of("void stop()");

  @ParameterizedTest
  @CsvSource({
    "java.lang.Thread, Thread",
    "java.lang.Thread$Builder, ThreadBuilder",
    "java.lang.Thread$Builder$OfPlatform, ThreadBuilder$OfPlatform",
    "java.lang.Thread$Builder$OfVirtual, ThreadBuilder$OfVirtual",
    "java.lang.ThreadGroup, ThreadGroup",
    "java.util.concurrent.ThreadFactory, ThreadFactory",
    "java.util.concurrent.locks.LockSupport, LockSupport",
  })
  void theModelLacksNothing(String original, String model) throws ClassNotFoundException {
    var missing = members(Class.forName(original));
    missing.removeAll(members(Class.forName(MODEL + model)));
    missing.removeAll(GONE);
    assertEquals(Set.of(), missing);
  }

  private static Set<String> members(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge()),
            Arrays.stream(type.getConstructors()))
        .map(ThreadModelTest::told)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(Executable member) {
    var parameters =
        Arrays.stream(member.getParameterTypes())
            .map(ThreadModelTest::named)
            .collect(Collectors.joining(", ", "(", ")"));
    if (!(member instanceof Method method)) {
      return "new" + parameters;
    }
    var isStatic = Modifier.isStatic(method.getModifiers()) ? "static " : "";
    return isStatic + named(method.getReturnType()) + " " + method.getName() + parameters;
  }

  /// The same for a class and its model.
  private static String named(Class<?> type) {
    return type.getTypeName()
        .replace(MODEL, "")
        .replace("Thread$Builder", "ThreadBuilder")
        .replaceAll(".*[.$](?=Thread|Of|Unc)", "");
  }
}
