package _11_ipc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Messages in queues. Whoever made them calls them like any object; for the other process, each
/// call is a request to the first and its answer.
record RemoteQueueEndpoint(RemoteQueue out, RemoteQueue in, Closeable queues) implements Endpoint {
  @Override
  public void send(ByteBuffer message) throws IOException, InterruptedException {
    var bytes = new byte[message.remaining()];
    message.get(bytes);
    out.put(bytes);
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException, InterruptedException {
    buffer.clear().put(in.take()).flip();
  }

  @Override
  public void close() throws IOException {
    queues.close();
  }
}
