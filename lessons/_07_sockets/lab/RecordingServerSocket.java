package _07_sockets.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// A server socket whose accepted sockets record what the server does with them. No wait is longer
/// than the limit of a [RecordingSocket], unless a program sets another one.
public final class RecordingServerSocket extends ServerSocket {
  private final String server;
  private final Recorder record;
  private final List<String> peers;
  private int accepted;

  /// Not bound yet.
  ///
  /// @param server the party that accepts
  /// @param peers who connects, one after the other; the last stays
  RecordingServerSocket(String server, Recorder record, String... peers) throws IOException {
    this.server = server;
    this.record = record;
    this.peers = List.of(peers);
    setSoTimeout(RecordingSocket.LIMIT);
  }

  /// Listens on a free port of this machine.
  public static RecordingServerSocket listening(String server, Recorder record, String... peers)
      throws IOException {
    var listening = new RecordingServerSocket(server, record, peers);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return listening;
  }

  /// For one thread.
  @Override
  public Socket accept() throws IOException {
    var party = new Party(server, peers.get(Math.min(accepted++, peers.size() - 1)), record);
    var socket = new RecordingSocket(party);
    implAccept(socket);
    party.turn(Act.ACCEPTS);
    socket.setSoTimeout(RecordingSocket.LIMIT);
    return socket;
  }
}
