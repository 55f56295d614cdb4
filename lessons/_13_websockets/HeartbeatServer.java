package _13_websockets;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;

/// A server that asks its clients whether they are still there, and lets go of those who are not.
public class HeartbeatServer extends PushServer {
  private final Map<WebSocket, Long> heard = new ConcurrentHashMap<>(); // when, of each client
  private final Duration limit;

  /// @param limit how long a client may be silent
  @SuppressWarnings("this-escape") // it only sets a number
  public HeartbeatServer(InetSocketAddress at, Duration limit) {
    super(at);
    this.limit = limit;
    setConnectionLostTimeout(0); // the library has a heartbeat of its own; this turns it off
  }

  /// Call it every now and then, several times within the limit.
  public void beat() {
    heard.forEach(
        (client, last) -> {
          if (System.nanoTime() - last > limit.toNanos()) {
            client.closeConnection(CloseFrame.ABNORMAL_CLOSE, "silent for too long");
          } else {
            ping(client);
          }
        });
  }

  private static void ping(WebSocket client) {
    try {
      client.sendPing();
    } catch (WebsocketNotConnectedException hasJustLeft) {
      // Its onClose follows.
    }
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake request) {
    heard.put(client, System.nanoTime());
  }

  @Override
  public void onWebsocketPong(WebSocket client, Framedata pong) {
    heard.replace(client, System.nanoTime());
  }

  @Override
  public void onClose(WebSocket client, int code, String reason, boolean byClient) {
    heard.remove(client);
  }
}
