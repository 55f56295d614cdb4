package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Messages in files, one at a time. A file with nothing in it waits for the next message: one byte
/// that says "here", and the message. The lock keeps the other process from a half-written one.
record LockedFileEndpoint(FileChannel out, FileChannel in, ProcessHandle other)
    implements Endpoint {
  private static final byte HERE = 1;

  @Override
  public void send(ByteBuffer message) throws IOException, InterruptedException {
    Polling.until("took the message before", other, () -> write(message));
  }

  /// @return whether the message before has been taken; if not, nothing is written
  private boolean write(ByteBuffer message) throws IOException {
    try (var _ = out.lock()) {
      if (out.size() > 0) {
        return false;
      }
      var parts = new ByteBuffer[] {ByteBuffer.wrap(new byte[] {HERE}), message};
      out.position(0);
      while (parts[0].hasRemaining() || message.hasRemaining()) {
        out.write(parts);
      }
      return true;
    }
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException, InterruptedException {
    Polling.until("sent its message", other, () -> read(buffer.clear()));
    buffer.flip();
  }

  /// @return whether there was a message
  private boolean read(ByteBuffer buffer) throws IOException {
    try (var _ = in.lock()) {
      var length = in.size() - 1;
      while (buffer.position() < length) {
        in.read(buffer, 1 + buffer.position());
      }
      in.truncate(0);
      return length >= 0;
    }
  }

  @Override
  public void close() throws IOException {
    try (in) {
      out.close();
    }
  }
}
