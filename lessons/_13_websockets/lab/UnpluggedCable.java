package _13_websockets.lab;

import _13_websockets.HeartbeatServer;
import java.time.Duration;
import workbook.Await;
import workbook.Recorder;

/// A client is connected, and its cable is unplugged: who notices?
final class UnpluggedCable {
  private static final int FAR = 0;
  private static final int NEAR = 1;

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

  /// Somebody makes the server's heart beat. A machine that is busy may make it let go of both, and
  /// even before the cable is unplugged.
  static void withHeartbeat(ObservedHeartbeat server, Recorder record) throws Exception {
    try (var cable = new TcpProxy(server.address());
        var far = new Audience(cable.address());
        var near = new Audience(server.address())) {
      far.join(1);
      Await.until("the far one has come", () -> server.clients() == FAR + 1);
      near.join(1);
      Await.until("so has the near one", () -> server.clients() == NEAR + 1);
      cable.silent = true;
      var start = System.nanoTime();
      Await.until("the server lets go", () -> !server.isConnected(FAR));
      record.sample(HalfOpenFindings.TIME, "ms", "server", (System.nanoTime() - start) / 1e6);
      HalfOpenFindings.near(!server.isConnected(NEAR), server.silence(NEAR), record);
    }
  }
}
