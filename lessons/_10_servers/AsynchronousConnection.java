package _10_servers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ShutdownChannelGroupException;

/// A conversation in which each step begins a read or a write, and returns. When that is done, it
/// calls back: with the answer that is being written, or with none when it was a read.
///
/// One read or write is underway at a time, so one thread at a time is here.
record AsynchronousConnection(
    AsynchronousSocketChannel client, Handler handler, ByteBuffer buffer, AsynchronousServer server)
    implements CompletionHandler<Integer, Handler.Answer> {
  void begin() {
    try {
      read();
    } catch (ShutdownChannelGroupException stopped) {
      close();
    }
  }

  @Override
  public void completed(Integer bytes, Handler.Answer answer) {
    try {
      if (bytes == -1) {
        close();
      } else {
        write(answer == null ? handler.received(buffer.flip()) : answer);
      }
    } catch (ShutdownChannelGroupException stopped) {
      close();
    }
  }

  private void read() {
    client.read(buffer.clear(), null, this);
  }

  private void write(Handler.Answer answer) {
    if (answer.bytes().hasRemaining()) {
      client.write(answer.bytes(), answer, this);
      return;
    }
    switch (answer.then()) {
      case GO_ON -> read();
      case QUIT -> close();
      case STOP -> server.close();
    }
  }

  @Override
  public void failed(Throwable gone, Handler.Answer answer) {
    close(); // the client is gone; the server lives on
  }

  private void close() {
    server.connections.close(client);
  }
}
