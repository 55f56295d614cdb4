package _13_websockets;

import java.net.InetSocketAddress;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;

/// Sends each client the messages of a log: first what it has missed, then whatever comes.
public final class NewsPusher extends PushServer {
  private final MessageLog log;

  public NewsPusher(MessageLog log, InetSocketAddress at) {
    super(at);
    this.log = log;
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake request) {
    catchUp(client);
  }

  /// Call it when there are more messages.
  public void catchUp() {
    getConnections().forEach(this::catchUp);
  }

  /// Two threads may do this for one client at the same time: it gets each message once all the
  /// same, and in order.
  private void catchUp(WebSocket client) {
    synchronized (client) {
      Integer seen = client.getAttachment();
      var sent = seen == null ? 0 : seen;
      for (var message : log.after(sent)) {
        tell(client, message);
        sent++;
      }
      client.setAttachment(sent);
    }
  }
}
