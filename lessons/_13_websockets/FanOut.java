package _13_websockets;

import java.net.InetSocketAddress;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;

/// A server that sends everybody everything. What if somebody doesn't read?
public final class FanOut extends PushServer {
  /// What to do with a message for a client that is far behind.
  public enum WhenBehind {
    KEEP,
    DROP,
    DISCONNECT
  }

  static final int MOST_WAITING = 16; // messages for a client

  private final WhenBehind policy;

  public FanOut(InetSocketAddress at, WhenBehind policy) {
    super(at);
    this.policy = policy;
    setConnectionLostTimeout(0); // no pings of the library: they would wait, too, and be counted
  }

  public void sendAll(String message) {
    getConnections().forEach(client -> send(client, message));
  }

  private void send(WebSocket client, String message) {
    if (policy == WhenBehind.KEEP || waiting(client) < MOST_WAITING) {
      broadcast(message, List.of(client));
    } else if (policy == WhenBehind.DISCONNECT) {
      client.closeConnection(CloseFrame.POLICY_VALIDATION, "too slow");
    }
  }

  /// How many messages the server keeps for the client that is furthest behind.
  public int mostWaiting() {
    return getConnections().stream().mapToInt(FanOut::waiting).max().orElse(0);
  }

  /// How many messages the server keeps for a client, because the kernel takes no more of them.
  static int waiting(WebSocket client) {
    return ((WebSocketImpl) client).outQueue.size();
  }
}
