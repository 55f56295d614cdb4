package _11_ipc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// Messages on streams, which know only bytes: the length of each message goes before it.
final class StreamEndpoint implements Endpoint {
  private final ReadableByteChannel in;
  private final WritableByteChannel out;
  private final ByteBuffer length = ByteBuffer.allocateDirect(Integer.BYTES);
  private final ByteBuffer frame = ByteBuffer.allocateDirect(Integer.BYTES + Responder.LONGEST);

  StreamEndpoint(ReadableByteChannel in, WritableByteChannel out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void send(ByteBuffer message) throws IOException {
    frame.clear().putInt(message.remaining()).put(message).flip();
    while (frame.hasRemaining()) {
      out.write(frame);
    }
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException {
    fill(length.clear());
    fill(buffer.clear().limit(length.flip().getInt()));
    buffer.flip();
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (in.read(buffer) == -1) {
        throw new EOFException("The other process has closed its end.");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (in) {
      out.close();
    }
  }
}
