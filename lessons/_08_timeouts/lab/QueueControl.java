package _08_timeouts.lab;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import workbook.Recorder;

/// A control: a client whose limit fired may have found no room, or a machine that was too busy.
final class QueueControl {
  static final String MORE_TIME = "such a client, given 10 s to connect";
  static final String CONNECTED = "is connected";
  private static final int PATIENCE = 10_000;

  private QueueControl() {}

  /// Records, if in doubt, whether a server that never accepts keeps so many clients when all of
  /// them have time to connect. Its queue is as long as that of the server in question.
  ///
  /// @param clients at least one is tried
  static void record(boolean inDoubt, int clients, Recorder record) throws IOException {
    if (inDoubt) {
      record.fact(MORE_TIME, keeps(Math.max(1, clients)) ? CONNECTED : "isn't connected");
    }
  }

  private static boolean keeps(int clients) throws IOException {
    var kept = new ArrayList<Socket>();
    try (var server = Pair.listening()) {
      while (kept.size() < clients) {
        kept.add(new Socket());
        kept.getLast().connect(server.getLocalSocketAddress(), PATIENCE);
      }
      return true;
    } catch (SocketTimeoutException | ConnectException noRoom) {
      return false;
    } finally {
      for (var client : kept) {
        client.close();
      }
    }
  }
}
