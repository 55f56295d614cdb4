package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Nothing has been sent. What does a read do: wait for ever, for a while, or not at all?
public final class NothingToRead {
  private NothingToRead() {}

  /// @param limit milliseconds; 0: no limit
  /// @return the byte, or -1 at the end
  public static int socket(Socket from, int limit) throws IOException {
    from.setSoTimeout(limit);
    return from.getInputStream().read();
  }

  /// The same through the stream of a channel's socket.
  public static int channelStream(SocketChannel from, int limit) throws IOException {
    from.socket().setSoTimeout(limit);
    return from.socket().getInputStream().read();
  }

  /// The channel has the setting. Does its own `read` look at it?
  ///
  /// @return the byte, from 0 to 255, or -1 at the end
  public static int channel(SocketChannel from, int limit) throws IOException {
    from.socket().setSoTimeout(limit);
    var buffer = ByteBuffer.allocate(1);
    return from.read(buffer) == 1 ? Byte.toUnsignedInt(buffer.get(0)) : -1;
  }

  /// A channel that must not wait.
  ///
  /// @return how many bytes it has read: 1, or 0 when there is none at the moment; -1 at the end
  public static int nonBlocking(SocketChannel from) throws IOException {
    from.configureBlocking(false);
    return from.read(ByteBuffer.allocate(1));
  }
}
