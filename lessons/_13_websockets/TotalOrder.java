package _13_websockets;

import java.net.InetSocketAddress;
import java.util.concurrent.locks.ReentrantLock;

/// A server in which several threads send to all clients at the same time.
public abstract sealed class TotalOrder extends PushServer {
  TotalOrder(InetSocketAddress at) {
    super(at);
  }

  public abstract void sendAll(String message);

  public static final class Unlocked extends TotalOrder {
    public Unlocked(InetSocketAddress at) {
      super(at);
    }

    @Override
    public void sendAll(String message) {
      broadcast(message);
    }
  }

  public static final class Locked extends TotalOrder {
    private final ReentrantLock order = new ReentrantLock();

    public Locked(InetSocketAddress at) {
      super(at);
    }

    @Override
    public void sendAll(String message) {
      order.lock();
      try {
        broadcast(message);
      } finally {
        order.unlock();
      }
    }
  }
}
