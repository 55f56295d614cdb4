package _13_websockets.lab;

import _13_websockets.HeartbeatServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;

/// A server with a heartbeat that knows how long each of its clients was silent.
final class ObservedHeartbeat extends HeartbeatServer {
  private final List<WebSocket> clients = new CopyOnWriteArrayList<>(); // as they came
  private final Map<WebSocket, Long> last = new ConcurrentHashMap<>(); // heard, not a moment later
  private final Map<WebSocket, Long> longest = new ConcurrentHashMap<>(); // silence, in ns

  ObservedHeartbeat(InetSocketAddress at, Duration limit) {
    super(at, limit);
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake request) {
    last.put(client, System.nanoTime());
    super.onOpen(client, request);
    clients.add(client);
  }

  @Override
  public void onWebsocketPong(WebSocket client, Framedata pong) {
    var began = System.nanoTime();
    super.onWebsocketPong(client, pong);
    longest.merge(client, System.nanoTime() - last.get(client), Math::max);
    last.put(client, began);
  }

  /// How many have come so far.
  int clients() {
    return clients.size();
  }

  boolean isConnected(int client) {
    return getConnections().contains(clients.get(client));
  }

  /// How long this client was silent at most, up to now, in ms; never less than it really was.
  double silence(int client) {
    var it = clients.get(client);
    return Math.max(longest.getOrDefault(it, 0L), System.nanoTime() - last.get(it)) / 1e6;
  }
}
