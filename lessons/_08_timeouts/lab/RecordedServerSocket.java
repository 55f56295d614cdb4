package _08_timeouts.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// A server's socket on this machine that records what becomes of its connections.
final class RecordedServerSocket extends ServerSocket {
  private final String party;
  private final Recorder record;
  private final List<String> peers;
  private int accepted;

  /// @param peers who connects, one after the other; the last stays
  RecordedServerSocket(String party, Recorder record, String... peers) throws IOException {
    super(0, 1, InetAddress.getLoopbackAddress());
    this.party = party;
    this.record = record;
    this.peers = List.of(peers);
  }

  /// For one thread.
  @Override
  public Socket accept() throws IOException {
    var peer = peers.get(Math.min(accepted++, peers.size() - 1));
    var connection = new RecordedSocket(party, peer, record);
    implAccept(connection);
    connection.did(Act.ACCEPTS);
    return connection;
  }
}
