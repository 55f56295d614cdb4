package _07_sockets.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import workbook.MessageEvent.Act;

/// A server socket whose accepted sockets record what their party does with them.
final class RecordingServerSocket extends ServerSocket {
  private final Party party;

  RecordingServerSocket(Party party) throws IOException {
    this.party = party;
    setSoTimeout(RecordingSocket.LIMIT);
  }

  @Override
  public Socket accept() throws IOException {
    var socket = new RecordingSocket(party);
    implAccept(socket);
    party.turn(Act.ACCEPTS);
    socket.setSoTimeout(RecordingSocket.LIMIT);
    return socket;
  }
}
