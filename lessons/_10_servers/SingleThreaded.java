package _10_servers;

import java.io.IOException;

/// One thread for everybody.
///
/// It talks to one client until that one leaves. Meanwhile, all others wait.
final class SingleThreaded implements Server {
  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    while (true) {
      var client = acceptor.accept();
      BlockingConnection.serve(client, handlers.create(), acceptor);
    }
  }
}
