package _10_servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.process.PythonScript;

/// A client that is no Java program at all.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PythonClientTest {
  @ParameterizedTest
  @EnumSource
  void everyDesignServesIt(Design design) throws Exception {
    assumeTrue(design.missing().isEmpty(), () -> "" + design.missing());
    var python = PythonScript.builder(Design.class, "echo_client.py");
    assumeTrue(python.isPresent(), "there is no python3 on this machine");
    try (var server = ServerThread.start(design)) {
      var builder = python.get();
      var address = server.address();
      builder.command().add(address.getAddress().getHostAddress());
      builder.command().add(Integer.toString(address.getPort()));
      var client = builder.redirectErrorStream(true).start();
      try {
        try (var typed = client.outputWriter(StandardCharsets.UTF_8)) {
          typed.write("hello\nгрюезі\nquit\n");
        }
        try (var said = client.inputReader(StandardCharsets.UTF_8)) {
          assertEquals(
              List.of("hello", "грюезі", "The server has closed the connection."),
              said.lines().toList());
        }
      } finally {
        client.destroyForcibly().waitFor();
      }
    }
  }
}
