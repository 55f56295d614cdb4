package workbook.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class JavaProcessTest {
  public static final class Child {
    public static void main(String[] arguments) {
      System.out.println(Runtime.version() + " grüß " + Arrays.toString(arguments));
    }
  }

  @Test
  void aJvmOfTheSameVersionAndClassPathRunsAClassOfOurs() throws Exception {
    var seen = output(JavaProcess.builder(Child.class, "one", "two words", "\"quoted\"", ""));

    assertEquals(Runtime.version() + " grüß [one, two words, \"quoted\", ]", seen);
  }

  @Test
  void noOptionThatChangesTheCompilerOrTheCollectorIsHandedOn() {
    var command = JavaProcess.builder(Child.class).command();

    assertTrue(command.stream().noneMatch(option -> option.startsWith("-X")), command.toString());
    assertTrue(command.contains("--enable-native-access=ALL-UNNAMED"), command.toString());
  }

  public static final class Parent {
    public static void main(String[] arguments) throws Exception {
      System.out.println(output(JavaProcess.builder(Child.class)));
    }
  }

  /// A JVM that finds options there says so on its standard error, in the midst of what it prints.
  @Test
  void optionsInTheEnvironmentReachNoChild() throws Exception {
    var parent = JavaProcess.builder(Parent.class);
    parent.environment().put("JAVA_TOOL_OPTIONS", "-Dsome=option");
    var seen = output(parent).lines().toList();

    assertTrue(seen.getFirst().contains("JAVA_TOOL_OPTIONS"), seen.toString());
    assertEquals(Runtime.version() + " grüß []", seen.getLast());
    assertEquals(2, seen.size(), seen.toString());
  }

  @Test
  void pythonRunsTheScriptBesideAClassWithArguments() throws Exception {
    var python = PythonScript.builder(JavaProcessTest.class, "hello.py");
    assumeTrue(python.isPresent(), "no python3 here");
    python.get().command().add("you");

    assertEquals("grüß you", output(python.get()));
  }

  @Test
  void aScriptThatIsNotThereIsNamed() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> PythonScript.builder(JavaProcessTest.class, "no.py"));

    assertEquals("there is no no.py beside workbook.process.JavaProcessTest", refused.getMessage());
  }

  @Test
  void aProgramThatIsNotThereIsNotFound() {
    assertFalse(Executables.find("no-such-program-anywhere").isPresent());
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    var process = builder.redirectErrorStream(true).start();
    var seen = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertEquals(0, process.waitFor(), seen);
    return seen;
  }
}
