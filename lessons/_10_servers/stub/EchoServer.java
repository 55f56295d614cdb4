package _10_servers.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import _10_servers.NetworkServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Says everything back, to one client.
public final class EchoServer implements NetworkServer {
  private final ServerSocket listening;

  public EchoServer(InetSocketAddress at) throws IOException {
    // TODO: what if the port is taken?
    listening = new ServerSocket();
    listening.bind(at);
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  @Override
  public void serve() {
    // TODO: who accepts the next client while this one talks? And what if this one breaks off?
    try (var client = listening.accept()) {
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      // TODO: must a client send text, and a newline? When is it over for this one, when for all?
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      }
    } catch (IOException gone) {
      // TODO: the client, or the server?
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException gone) {
      // TODO: nobody new comes now. But who else may be waiting for something right now?
    }
  }
}
