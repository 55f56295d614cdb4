package _10_servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// An echo for one client by two threads: one reads, the other says back. A queue is between them.
public abstract sealed class Backpressure {
  final BlockingQueue<ByteBuffer> answers;

  private Backpressure(BlockingQueue<ByteBuffer> answers) {
    this.answers = answers;
  }

  /// The queue takes whatever comes.
  public static final class Broken extends Backpressure {
    public Broken() {
      super(new LinkedBlockingQueue<>());
    }
  }

  /// The queue has 16 places: whoever finds it full waits.
  public static final class Mended extends Backpressure {
    public Mended() {
      super(new ArrayBlockingQueue<>(16));
    }
  }

  /// Reads until the client leaves. Blocks.
  public void read(SocketChannel client) throws IOException, InterruptedException {
    var chunk = ByteBuffer.allocate(BlockingConnection.CHUNK);
    while (client.read(chunk) != -1) {
      answers.put(chunk.flip());
      chunk = ByteBuffer.allocate(BlockingConnection.CHUNK);
    }
  }

  /// Says back what was read, until the client leaves or the thread is interrupted. Blocks.
  public void write(SocketChannel client) throws IOException, InterruptedException {
    while (true) {
      var answer = answers.take();
      while (answer.hasRemaining()) {
        client.write(answer);
      }
    }
  }

  /// How many bytes wait in the queue at one moment.
  public long waiting() {
    return List.copyOf(answers).stream().mapToLong(ByteBuffer::remaining).sum();
  }
}
