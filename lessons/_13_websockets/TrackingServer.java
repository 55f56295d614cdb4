package _13_websockets;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.server.WebSocketServer;

/// A web socket server that knows all its connections, including those that have not asked for a
/// web socket yet, and takes a limited number of them.
abstract class TrackingServer extends WebSocketServer {
  private static final int MOST_CLIENTS = 5_000;

  final Set<WebSocket> sockets = ConcurrentHashMap.newKeySet();

  /// @param longest bytes of a message; a longer one ends its connection with the code 1009
  TrackingServer(InetSocketAddress at, int longest) {
    super(at, List.of(new BoundedDraft(longest)));
    setReuseAddr(true);
    setTcpNoDelay(true);
  }

  /// Where it listens, once it does.
  public final InetSocketAddress address() {
    return new InetSocketAddress(getAddress().getAddress(), getPort());
  }

  /// Is called for each connection that is accepted.
  @Override
  protected final void allocateBuffers(WebSocket client) throws InterruptedException {
    super.allocateBuffers(client);
    sockets.add(client);
    if (sockets.size() > MOST_CLIENTS) {
      client.closeConnection(CloseFrame.TRY_AGAIN_LATER, "too many clients");
    }
  }

  /// Is called for each connection that ends.
  @Override
  protected final void releaseBuffers(WebSocket client) throws InterruptedException {
    sockets.remove(client);
    super.releaseBuffers(client);
  }
}
