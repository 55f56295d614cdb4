package _13_websockets;

import java.net.InetSocketAddress;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;

/// A web socket server with limits. What its clients do does not concern it, unless a subclass says
/// so.
abstract class BoundedServer extends TrackingServer {
  private static final int LONGEST = 64 * 1024; // bytes of a message
  private static final int MOST_WAITING = 1_000; // messages for a client

  BoundedServer(InetSocketAddress at) {
    super(at, LONGEST);
  }

  /// Sends a client a text, unless it has left or doesn't read. Never blocks.
  final void tell(WebSocket client, String text) {
    if (FanOut.waiting(client) < MOST_WAITING) {
      broadcast(text, List.of(client));
    } else { // on a thread of its own: onClose may need locks that this one holds
      Thread.startVirtualThread(() -> client.closeConnection(CloseFrame.POLICY_VALIDATION, "slow"));
    }
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake request) {}

  @Override
  public void onMessage(WebSocket client, String text) {}

  @Override
  public void onClose(WebSocket client, int code, String reason, boolean byClient) {}
}
