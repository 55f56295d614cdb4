package _10_servers;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// A process that talks to one client. It inherits the connection.
public final class ConnectionProcess {
  private ConnectionProcess() {}

  /// @param arguments the class of the handler, and the process id of the server
  public static void main(String[] arguments) throws ReflectiveOperationException {
    ParentProcess.follow(Long.parseLong(arguments[1]));
    var handler = HandlerType.named(arguments[0]).create();
    try {
      if (System.inheritedChannel() instanceof SocketChannel client // else it has left already
          && BlockingConnection.converse(client, handler) == Handler.Then.STOP) {
        System.exit(Workers.STOPPED);
      }
    } catch (IOException gone) {
      // The client is, and so is the reason for this process.
    }
  }
}
