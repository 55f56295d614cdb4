package _11_ipc;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.rmi.RemoteException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The queue itself. It lives in the process that made it, and the other one calls its methods.
final class QueueObject implements RemoteQueue {
  private static final byte[] END = {};
  private static final int LIMIT_SECONDS = 20;

  private final BlockingQueue<byte[]> messages = new ArrayBlockingQueue<>(16);

  @Override
  public void put(byte[] message) throws RemoteException, InterruptedException {
    if (!messages.offer(message, LIMIT_SECONDS, SECONDS)) {
      throw new RemoteException("The other process keeps us waiting for room in the queue.");
    }
  }

  @Override
  public byte[] take() throws RemoteException, InterruptedException {
    var message = messages.poll(LIMIT_SECONDS, SECONDS);
    if (message == null) {
      throw new RemoteException("The other process keeps us waiting for its message.");
    } else if (message == END) {
      end();
      throw new RemoteException("The other process has ended.");
    }
    return message;
  }

  /// After what is in the queue, nothing will come.
  void end() {
    messages.offer(END);
  }
}
