package _13_websockets.lab;

import _13_websockets.HeartbeatServer;
import java.time.Duration;
import workbook.Recorder;

/// A client is connected, and its cable is unplugged: who notices?
final class UnpluggedCable {
  private UnpluggedCable() {}

  /// Says something to the client behind it, and waits.
  static void withoutHeartbeat(HeartbeatServer server, Duration patience, Recorder record)
      throws Exception {
    try (var cable = new TcpProxy(server.address());
        var far = new Audience(cable.address())) {
      far.join(1);
      Loopback.awaitClients(1, server);
      cable.silent = true;
      server.broadcast("Are you there?");
      Thread.sleep(patience);
      HalfOpenFindings.noticed(HalfOpenFindings.SERVER, server.getConnections().isEmpty(), record);
      HalfOpenFindings.noticed(
          HalfOpenFindings.CLIENT, far.clients.getFirst().end.isDone(), record);
    }
  }

  /// Somebody makes the server's heart beat.
  static void withHeartbeat(HeartbeatServer server, Recorder record) throws Exception {
    try (var cable = new TcpProxy(server.address());
        var far = new Audience(cable.address());
        var near = new Audience(server.address())) {
      far.join(1);
      near.join(1);
      Loopback.awaitClients(2, server);
      cable.silent = true;
      var start = System.nanoTime();
      Loopback.awaitClients(1, server);
      record.sample(HalfOpenFindings.TIME, "ms", "server", (System.nanoTime() - start) / 1e6);
      HalfOpenFindings.noticed(HalfOpenFindings.NEAR, near.clients.getFirst().end.isDone(), record);
    }
  }
}
