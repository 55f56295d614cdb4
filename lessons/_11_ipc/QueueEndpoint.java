package _11_ipc;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// Messages in queues of the kernel. A message that is longer than the queue allows goes in pieces,
/// and before each piece goes the number of bytes that are still to come.
record QueueEndpoint(
    PosixMessageQueue out, PosixMessageQueue in, ProcessHandle other, ByteBuffer piece)
    implements Endpoint {
  static QueueEndpoint open(String out, String in, ProcessHandle other) throws IOException {
    var first = PosixMessageQueue.open(out);
    try {
      var piece = ByteBuffer.allocateDirect((int) PosixMessageQueue.mostBytes());
      return new QueueEndpoint(first, PosixMessageQueue.open(in), other, piece);
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  @Override
  public void send(ByteBuffer message) throws IOException, InterruptedException {
    do {
      var length = Math.min(message.remaining(), piece.capacity() - Integer.BYTES);
      piece.clear().putInt(message.remaining() - length);
      piece.put(message.slice(message.position(), length)).flip();
      message.position(message.position() + length);
      var bytes = MemorySegment.ofBuffer(piece);
      TimedAttempts.until("took a message", other, () -> out.trySend(bytes, TimedAttempts.SLICE));
    } while (message.hasRemaining());
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException, InterruptedException {
    buffer.clear();
    int toCome;
    do {
      TimedAttempts.until("sent a message", other, this::receivePiece);
      toCome = piece.getInt();
      buffer.put(piece);
    } while (toCome > 0);
    buffer.flip();
  }

  private boolean receivePiece() throws IOException {
    var length = in.tryReceive(MemorySegment.ofBuffer(piece.clear()), TimedAttempts.SLICE);
    piece.limit((int) Math.max(0, length));
    return length >= 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      in.close();
    }
  }
}
