package _10_servers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Answers everything with a line that names the process that serves the client.
final class ProcessIdHandler implements Handler {
  @Override
  public Answer received(ByteBuffer chunk) {
    var line = ProcessHandle.current().pid() + "\n";
    return new Answer(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), Then.GO_ON);
  }
}
