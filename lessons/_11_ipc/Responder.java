package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The other process. It ends with an empty message, and with the process that started it.
public final class Responder {
  /// No message is longer, in bytes.
  public static final int LONGEST = 1 << 20;

  /// What it does with the messages.
  public enum Job {
    /// It answers each with the same.
    ECHO,
    /// It answers the empty one with the checksum of all before.
    CHECKSUM
  }

  /// @param args the process that started it, the mechanism, the place, and the job
  public static void main(String[] args) throws Exception {
    endWith(Long.parseLong(args[0]));
    var mechanism = MechanismType.valueOf(args[1]).mechanism();
    try (var endpoint = mechanism.child(Path.of(args[2]))) {
      switch (Job.valueOf(args[3])) {
        case ECHO -> echo(endpoint, ByteBuffer.allocateDirect(LONGEST));
        case CHECKSUM -> checksum(endpoint, ByteBuffer.allocateDirect(LONGEST));
      }
    }
  }

  private static void endWith(long parent) {
    ProcessHandle.of(parent)
        .ifPresentOrElse(
            alive -> alive.onExit().thenRun(() -> Runtime.getRuntime().halt(1)),
            () -> Runtime.getRuntime().halt(1));
  }

  private static void echo(Endpoint endpoint, ByteBuffer buffer)
      throws IOException, InterruptedException {
    endpoint.receive(buffer);
    while (buffer.hasRemaining()) {
      endpoint.send(buffer);
      endpoint.receive(buffer);
    }
  }

  private static void checksum(Endpoint endpoint, ByteBuffer buffer)
      throws IOException, InterruptedException {
    var sum = new CRC32C();
    endpoint.receive(buffer);
    while (buffer.hasRemaining()) {
      sum.update(buffer);
      endpoint.receive(buffer);
    }
    endpoint.send(buffer.clear().putLong(sum.getValue()).flip());
  }
}
