package _10_servers.alternatives.echoserver;

import _10_servers.NetworkServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Nobody waits: the system calls back when a client has come, when a chunk is read, when it is
/// written. A group of two threads takes these calls, and closes all its channels at the end.
public final class AsynchronousChannels implements NetworkServer {
  private final AsynchronousChannelGroup group;
  private final AsynchronousServerSocketChannel listening;
  private final InetSocketAddress address;

  public AsynchronousChannels(InetSocketAddress at) throws IOException {
    Objects.requireNonNull(at);
    group = AsynchronousChannelGroup.withFixedThreadPool(2, Executors.defaultThreadFactory());
    try {
      listening = AsynchronousServerSocketChannel.open(group).bind(at, 1_000);
      address = (InetSocketAddress) listening.getLocalAddress();
    } catch (IOException | RuntimeException refused) {
      close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve() {
    try {
      acceptNext();
      group.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      close();
      Thread.currentThread().interrupt();
    }
  }

  private void acceptNext() {
    if (!group.isShutdown()) {
      try {
        listening.accept(null, new Accepting());
      } catch (RuntimeException closed) {
        // The group has been shut down just now.
      }
    }
  }

  @Override
  public void close() {
    try {
      group.shutdownNow();
    } catch (IOException gone) {
      // Its channels are closed all the same.
    }
  }

  private final class Accepting implements CompletionHandler<AsynchronousSocketChannel, Void> {
    @Override
    public void completed(AsynchronousSocketChannel client, Void nothing) {
      acceptNext();
      new Talk(client).readNext();
    }

    @Override
    public void failed(Throwable problem, Void nothing) {
      if (listening.isOpen()) {
        pause();
        acceptNext();
      }
    }

    private void pause() {
      try {
        Thread.sleep(10);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The conversation with one client: one step is under way at a time.
  private final class Talk implements CompletionHandler<Integer, Boolean> {
    private static final Pattern COMMAND = Pattern.compile("\n(quit|stop)\r?\n");

    private final AsynchronousSocketChannel client;
    private final ByteBuffer chunk = ByteBuffer.allocate(8_192);
    private String begun = "\n"; // the end of what was said, long enough for a command
    private String command = "";

    Talk(AsynchronousSocketChannel client) {
      this.client = client;
    }

    void readNext() {
      client.read(chunk.clear(), true, this);
    }

    @Override
    public void completed(Integer length, Boolean wasRead) {
      try {
        if (wasRead && length == -1) {
          client.close();
        } else if (wasRead) {
          look();
          client.write(chunk, false, this);
        } else if (chunk.hasRemaining()) {
          client.write(chunk, false, this);
        } else if (command.isEmpty()) {
          readNext();
        } else {
          client.close();
          if (command.equals("stop")) {
            AsynchronousChannels.this.close();
          }
        }
      } catch (IOException | RuntimeException gone) {
        failed(gone, wasRead);
      }
    }

    private void look() {
      var text = begun + StandardCharsets.ISO_8859_1.decode(chunk.flip());
      chunk.rewind();
      var found = COMMAND.matcher(text);
      if (found.find()) {
        command = found.group(1);
        chunk.limit(found.end() - begun.length());
      }
      begun = text.substring(Math.max(0, text.length() - "\nquit\r".length()));
    }

    @Override
    public void failed(Throwable problem, Boolean wasRead) {
      try {
        client.close();
      } catch (IOException gone) {
        // Then it is closed.
      }
    }
  }
}
