package _10_servers;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;

/// A process that accepts clients and has a thread for each of them. It inherits the listening
/// socket.
public final class AcceptingProcess {
  private AcceptingProcess() {}

  /// @param arguments the class of the handlers, and the process id of the server
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    ParentProcess.follow(Long.parseLong(arguments[1]));
    var handlers = HandlerType.named(arguments[0]);
    var acceptor = new Acceptor((ServerSocketChannel) System.inheritedChannel());
    try {
      new ThreadPerConnection().serve(acceptor, handlers);
    } catch (ClosedChannelException stopped) {
      System.exit(Workers.STOPPED);
    }
  }
}
