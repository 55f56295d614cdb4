package _08_timeouts.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// A socket that records what its owner does with it. To a program it is one like any other.
final class RecordedSocket extends Socket {
  private final String party;
  private final String peer;
  private final Recorder record;

  RecordedSocket(String party, String peer, Recorder record) {
    this.party = party;
    this.peer = peer;
    this.record = record;
  }

  static Socket to(SocketAddress address, String party, String peer, Recorder record)
      throws IOException {
    var socket = new RecordedSocket(party, peer, record);
    socket.connect(address, Pair.GENEROUS);
    return socket;
  }

  void did(Act act, byte... bytes) {
    record.turn(party, act, peer, bytes);
  }

  IOException failed(String to, IOException failure) {
    record.turn(party, "fails to %s: %s".formatted(to, failure.getMessage()));
    return failure;
  }

  @Override
  public void connect(SocketAddress to, int limit) throws IOException {
    did(Act.CONNECTS);
    try {
      super.connect(to, limit);
    } catch (IOException failure) {
      throw failed("connect", failure);
    }
  }

  @Override
  public void close() throws IOException {
    if (isConnected() && !isClosed()) {
      did(Act.ENDS);
    }
    super.close();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new RecordedInput(super.getInputStream(), this);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new RecordedOutput(super.getOutputStream(), this);
  }
}
