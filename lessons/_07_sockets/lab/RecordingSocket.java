package _07_sockets.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import workbook.MessageEvent.Act;

/// A socket that records what its party does with it. No wait is longer than [#LIMIT], unless a
/// program sets another one.
public final class RecordingSocket extends Socket {
  /// In milliseconds. Reached only when something is wrong: a busy machine is slow, not stuck.
  static final int LIMIT = 30_000;

  private final Party party;

  public RecordingSocket(Party party) {
    this.party = party;
  }

  /// Blocks until it's connected.
  public static RecordingSocket connected(Party party, SocketAddress server) throws IOException {
    var socket = new RecordingSocket(party);
    socket.connect(server);
    return socket;
  }

  @Override
  public void connect(SocketAddress server, int limit) throws IOException {
    party.turn(Act.CONNECTS);
    try {
      super.connect(server, limit == 0 ? LIMIT : limit);
      setSoTimeout(LIMIT);
    } catch (IOException failure) {
      throw party.failed(failure);
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    try {
      return new RecordingInputStream(super.getInputStream(), party);
    } catch (IOException closed) {
      throw party.failed(closed);
    }
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new RecordingOutputStream(super.getOutputStream(), party);
  }

  @Override
  public void shutdownOutput() throws IOException {
    party.turn(Act.ENDS);
    super.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    if (isConnected() && !isClosed() && !isOutputShutdown()) {
      party.turn(Act.ENDS);
    }
    super.close();
  }
}
