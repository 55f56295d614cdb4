package _10_servers.traps.echoserver;

import _10_servers.NetworkServer;
import book.Trap;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;

@Trap(
    belief = "a channel takes it in the end, so ask again",
    fails = "neverReads",
    saying = "so a thread of the server computes all the time")
public final class WritesInALoop implements NetworkServer {
  private final Selector selector;
  private final ServerSocketChannel listening;
  private final InetSocketAddress address;
  private volatile boolean stopping;
  private boolean serving; // guarded by this

  public WritesInALoop(InetSocketAddress at) throws IOException {
    Objects.requireNonNull(at);
    selector = Selector.open();
    ServerSocketChannel open = null;
    try {
      open = ServerSocketChannel.open();
      open.bind(at, 1_000).configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
      listening = open;
      address = (InetSocketAddress) open.getLocalAddress();
    } catch (IOException | RuntimeException refused) {
      closeQuietly(open);
      selector.close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve() {
    synchronized (this) {
      if (stopping) {
        return;
      }
      serving = true;
    }
    try {
      while (!stopping && !Thread.currentThread().isInterrupted()) {
        selector.select(this::proceed);
      }
    } catch (IOException broken) {
      // There is nothing to wait with any more.
    } finally {
      stopping = true;
      closeAll();
    }
  }

  private void proceed(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        for (SocketChannel client; (client = listening.accept()) != null; ) {
          client.configureBlocking(false);
          client.register(selector, SelectionKey.OP_READ, new Talk());
        }
      } else {
        proceed(key, (SocketChannel) key.channel(), (Talk) key.attachment());
      }
    } catch (IOException gone) {
      if (key.channel() != listening) {
        closeQuietly(key.channel());
      }
    }
  }

  private void proceed(SelectionKey key, SocketChannel client, Talk talk) throws IOException {
    if (key.isReadable()) {
      if (client.read(talk.chunk.clear()) == -1) {
        client.close();
        return;
      }
      talk.look(talk.chunk.flip());
    }
    while (talk.chunk.hasRemaining()) {
      client.write(talk.chunk);
    }
    if (talk.chunk.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE); // and not OP_READ: it must take this first
    } else if (talk.state < Talk.QUIT) {
      key.interestOps(SelectionKey.OP_READ);
    } else {
      client.close();
      stopping |= talk.state == Talk.STOP;
    }
  }

  @Override
  public synchronized void close() {
    stopping = true;
    if (serving) {
      selector.wakeup();
    } else {
      closeAll();
    }
  }

  private void closeAll() {
    if (selector.isOpen()) {
      selector.keys().forEach(key -> closeQuietly(key.channel()));
    }
    try {
      selector.close();
    } catch (IOException closed) {
      // It is closed all the same.
    }
  }

  private static void closeQuietly(Channel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException gone) {
      // Then it is closed.
    }
  }

  /// What must be remembered of a client from one step to the next. It knows commands as a machine
  /// with states: how many letters of which word have come.
  private static final class Talk {
    private static final String[] WORDS = {"quit\n", "quit\r\n", "stop\n", "stop\r\n"};
    private static final int QUIT = 1;
    private static final int STOP = 2;

    private final ByteBuffer chunk = ByteBuffer.allocate(16_384);
    private int column;
    private int possible = 0b1111; // which of the words it can still become
    private int state;

    private void look(ByteBuffer bytes) {
      for (var at = 0; at < bytes.limit(); at++) {
        var next = bytes.get(at);
        for (var word = 0; word < WORDS.length && possible != 0; word++) {
          if (column >= WORDS[word].length() || WORDS[word].charAt(column) != next) {
            possible &= ~(1 << word);
          }
        }
        if (next != '\n') {
          column = Math.min(column + 1, 6);
        } else if (possible == 0) {
          column = 0;
          possible = 0b1111;
        } else {
          state = possible < 0b0100 ? QUIT : STOP;
          bytes.limit(at + 1);
          return;
        }
      }
    }
  }
}
