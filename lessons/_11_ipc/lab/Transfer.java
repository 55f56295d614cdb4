package _11_ipc.lab;

import _11_ipc.Endpoint;
import _11_ipc.Responder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32C;

/// Messages went to another process, which answered with their checksum.
///
/// @param isWhole whether checksum and length are those of what was sent
public record Transfer(long bytes, double seconds, boolean isWhole) {
  /// Blocks until the answer has come.
  ///
  /// @param messages how many, of the greatest length
  public static Transfer of(int messages, Endpoint endpoint)
      throws IOException, InterruptedException {
    var message = randomBytes(messages);
    var sum = new CRC32C();
    var begin = System.nanoTime();
    for (var n = 0; n < messages; n++) {
      sum.update(message.putInt(0, n).rewind());
      endpoint.send(message.rewind());
    }
    endpoint.send(ByteBuffer.allocate(0));
    endpoint.receive(message);
    var seconds = (System.nanoTime() - begin) / 1e9;
    var bytes = (long) messages * Responder.LONGEST;
    var isWhole = message.getLong() == sum.getValue() && message.getLong() == bytes;
    return new Transfer(bytes, seconds, isWhole);
  }

  private static ByteBuffer randomBytes(int seed) {
    var bytes = new byte[Responder.LONGEST];
    new Random(seed).nextBytes(bytes);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes);
  }

  /// In megabytes per second.
  double speed() {
    return bytes / 1e6 / seconds;
  }
}
