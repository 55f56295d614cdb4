package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The other process. It ends with an empty message after nothing, and with the process that
/// started it.
public final class Responder {
  /// No message is longer, in bytes.
  public static final int LONGEST = 1 << 20;

  /// What it does with the messages.
  public enum Job {
    /// It answers each with the same.
    ECHO,
    /// It answers an empty one with the checksum of all since the last such answer, and their
    /// length.
    CHECKSUM
  }

  /// @param args the process that started it, the mechanism, the place, and the job
  public static void main(String[] args) throws Exception {
    var parent = ProcessHandle.of(Long.parseLong(args[0])).orElseThrow();
    parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    var mechanism = MechanismType.valueOf(args[1]).mechanism();
    try (var endpoint = mechanism.child(Path.of(args[2]))) {
      switch (Job.valueOf(args[3])) {
        case ECHO -> echo(endpoint, ByteBuffer.allocateDirect(LONGEST));
        case CHECKSUM -> checksum(endpoint, ByteBuffer.allocateDirect(LONGEST));
      }
    }
  }

  static void echo(Endpoint endpoint, ByteBuffer buffer) throws IOException, InterruptedException {
    endpoint.receive(buffer);
    while (buffer.hasRemaining()) {
      endpoint.send(buffer);
      endpoint.receive(buffer);
    }
  }

  private static void checksum(Endpoint endpoint, ByteBuffer buffer)
      throws IOException, InterruptedException {
    long bytes;
    do {
      var sum = new CRC32C();
      bytes = 0;
      for (endpoint.receive(buffer); buffer.hasRemaining(); endpoint.receive(buffer)) {
        bytes += buffer.remaining();
        sum.update(buffer);
      }
      endpoint.send(buffer.clear().putLong(sum.getValue()).putLong(bytes).flip());
    } while (bytes > 0);
  }
}
