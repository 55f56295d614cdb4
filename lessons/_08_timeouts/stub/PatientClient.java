package _08_timeouts.stub;

import _08_timeouts.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// Asks a server one question.
public final class PatientClient implements Caller {
  private final Limits limits;
  private final BackOff backOff;
  private final SocketFactory sockets;
  private final Time time;

  public PatientClient(Limits limits, BackOff backOff, SocketFactory sockets, Time time) {
    this.limits = limits;
    this.backOff = backOff;
    this.sockets = sockets;
    this.time = time;
  }

  // TODO: right as long as the server is there and answers at once. For what does each line wait,
  // and how long? Who closes the socket when a line throws? When may the question be asked again?

  @Override
  public String ask(InetSocketAddress server, Question question)
      throws IOException, InterruptedException {
    var socket = sockets.createSocket();
    socket.connect(server);
    var line = question.text() + "\n";
    socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
    var answer = new BufferedReader(reader).readLine();
    socket.close();
    return answer;
  }
}
