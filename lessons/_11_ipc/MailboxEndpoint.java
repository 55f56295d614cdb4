package _11_ipc;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Messages as files with numbers for names. Each is written under another name and then renamed in
/// one step, so whoever finds it, finds all of it.
final class MailboxEndpoint implements Endpoint {
  private static final int ROOM = 16;

  private final Path out;
  private final Path in;
  private final ProcessHandle other;
  private long sent;
  private long received;

  MailboxEndpoint(Path out, Path in, ProcessHandle other) {
    this.out = out;
    this.in = in;
    this.other = other;
  }

  @Override
  public void send(ByteBuffer message) throws IOException, InterruptedException {
    var oldest = out.resolve("" + (sent - ROOM));
    Polling.until("emptied its mailbox", other, () -> Files.notExists(oldest));
    var unfinished = out.resolve("unfinished");
    try (var file = FileChannel.open(unfinished, CREATE_NEW, WRITE)) {
      while (message.hasRemaining()) {
        file.write(message);
      }
    }
    Files.move(unfinished, out.resolve("" + sent++), ATOMIC_MOVE);
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException, InterruptedException {
    var next = in.resolve("" + received++);
    Polling.until("sent its message", other, () -> Files.exists(next));
    buffer.clear();
    try (var file = FileChannel.open(next, READ)) {
      while (buffer.position() < file.size()) {
        file.read(buffer);
      }
    }
    Files.delete(next);
    buffer.flip();
  }

  @Override
  public void close() {}
}
