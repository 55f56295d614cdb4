package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import workbook.ServerExperiment.Service;

/// An echo server of one design, open for clients.
///
/// @param design in a few words
/// @param handlers makes a handler for each client
record EchoService(String design, HandlerType handlers, OpenServer server) implements Service {
  @Override
  public InetSocketAddress address() {
    return server.address();
  }

  @Override
  public String says() {
    return "echo, " + design;
  }

  @Override
  public String stopped() {
    return "send the line stop";
  }

  @Override
  public void serve() throws IOException {
    server.serve(handlers);
  }

  @Override
  public void close() {
    server.close();
  }
}
