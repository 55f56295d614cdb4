package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.usecase.ExitCode;

/// Where the browser's book can't begin, it says why.
@Tag("fast")
final class OpenCommandTest {
  @TempDir private Path home;

  @Test
  void aPortInUseIsTold() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = taken.getLocalPort();
      var said = CapturedConsole.by(home, "open", "--no-browser", "--port=" + port);
      assertEquals(ExitCode.USAGE, said.code());
      assertEquals(
          "Nobody can listen on port %d here: it is taken, or not allowed. Try another one, or leave"
                  .formatted(port)
              + " out --port.\n",
          said.err());
    }
  }
}
