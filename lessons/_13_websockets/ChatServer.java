package _13_websockets;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.java_websocket.WebSocket;

/// A chat. The first message of a client is its name; everybody in the room hears all others.
public final class ChatServer extends PushServer {
  private static final int LONGEST_NAME = 20;

  private final Runnable stop;
  private final ReentrantLock lock = new ReentrantLock(); // everybody hears the same order
  private final Map<WebSocket, String> names = new LinkedHashMap<>(); // guarded by the lock

  /// @param stop is called when somebody in the room says `/stop`
  public ChatServer(InetSocketAddress at, Runnable stop) {
    super(at);
    this.stop = stop;
  }

  @Override
  public void onMessage(WebSocket client, String text) {
    lock.lock();
    try {
      var name = names.get(client);
      if (name != null && text.equals("/stop")) {
        stop.run();
      } else if (name != null) {
        tellAll(name + ": " + text);
      } else if (names.containsValue(text) || text.isBlank() || text.length() > LONGEST_NAME) {
        tell(client, "Choose another name: this one is taken, empty or too long.");
      } else {
        names.put(client, text);
        tellAll(text + " has joined.");
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onClose(WebSocket client, int code, String reason, boolean byClient) {
    lock.lock();
    try {
      var name = names.remove(client);
      if (name != null) {
        tellAll(name + " has left.");
      }
    } finally {
      lock.unlock();
    }
  }

  private void tellAll(String text) {
    names.keySet().forEach(client -> tell(client, text));
  }
}
