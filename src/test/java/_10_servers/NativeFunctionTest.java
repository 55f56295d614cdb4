package _10_servers;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("fast")
@EnabledOnOs({OS.LINUX, OS.MAC})
class NativeFunctionTest {
  private static final FunctionDescriptor TYPE = FunctionDescriptor.of(JAVA_INT);

  @Test
  void itAnswersWhatJavaKnows() throws Throwable {
    var getpid = NativeFunction.find("getpid", TYPE);
    try (var arena = Arena.ofConfined()) {
      var pid = (int) getpid.invokeExact(NativeFunction.errorPlace(arena));
      assertEquals(ProcessHandle.current().pid(), pid);
    }
  }

  @Test
  void aFailureHasItsNumberAndTheSystemsWords() throws Throwable {
    var close = NativeFunction.find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try (var arena = Arena.ofConfined()) {
      var error = NativeFunction.errorPlace(arena);
      assertEquals(-1, (int) close.invokeExact(error, -1));
      assertEquals(9, NativeFunction.errorNumber(error)); // EBADF on Linux and macOS
      assertEquals(
          "close -1: Bad file descriptor", NativeFunction.failure("close -1", error).getMessage());
    }
  }

  @Test
  void whatTheSystemDoesNotHaveIsRefusedByName() {
    var refused =
        assertThrows(
            UnsupportedOperationException.class, () -> NativeFunction.find("get_pizza", TYPE));
    assertEquals("This system has no get_pizza().", refused.getMessage());
  }
}
