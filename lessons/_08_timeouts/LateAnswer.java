package _08_timeouts;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// A client gives up on question 1 and asks question 2. Whose answer does it read?
public abstract sealed class LateAnswer {
  private static final int PATIENCE = 30_000;
  private final CountDownLatch gaveUp = new CountDownLatch(1);

  /// The connection on which to ask question 2.
  abstract Socket goOn(Socket abandoned, Callable<Socket> connect) throws Exception;

  /// @param connect makes a connection to a [SlowServer]
  /// @param limit how many milliseconds to wait for answer 1
  /// @return the line that came
  public final String ask(Callable<Socket> connect, int limit) throws Exception {
    var server = connect.call();
    try {
      TextLines.write(server, "question 1");
      server.setSoTimeout(limit);
      return TextLines.from(server).readLine();
    } catch (SocketTimeoutException silence) {
      server = goOn(server, connect);
      TextLines.write(server, "question 2");
      server.setSoTimeout(PATIENCE);
      gaveUp.countDown();
      return TextLines.from(server).readLine();
    } finally {
      server.close();
    }
  }

  /// Opens when the client has given up on question 1.
  public final CountDownLatch gaveUp() {
    return gaveUp;
  }

  /// Asks on the same connection.
  public static final class Broken extends LateAnswer {
    @Override
    Socket goOn(Socket abandoned, Callable<Socket> connect) {
      return abandoned;
    }
  }

  /// Closes it and takes a new one.
  public static final class Mended extends LateAnswer {
    @Override
    Socket goOn(Socket abandoned, Callable<Socket> connect) throws Exception {
      abandoned.close();
      return connect.call();
    }
  }
}
