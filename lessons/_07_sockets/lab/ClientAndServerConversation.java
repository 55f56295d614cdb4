package _07_sockets.lab;

import _07_sockets.ClientAndServer;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// One thread plays both: first all of the client, then the server's `accept()`.
public final class ClientAndServerConversation implements Experiment {
  private static final String CLIENT = "client";
  private static final String SERVER = "server";

  @Override
  public String id() {
    return "client-and-server";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Conversation("What client and server did", CLIENT, SERVER));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var listening = new RecordingServerSocket(SERVER, record, CLIENT)) {
      ClientAndServer.listen(listening);
      record.turn(SERVER, "listens");
      var server = listening.getLocalSocketAddress();
      ClientAndServer.client(new RecordingSocket(new Party(CLIENT, SERVER, record)), server);
      ClientAndServer.serve(listening); // the first call of accept()
    } catch (ConnectException | SocketTimeoutException notConnected) {
      // The client's socket has recorded it.
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ClientAndServerFindings.of(Exchange.between(CLIENT, SERVER, seen));
  }
}
