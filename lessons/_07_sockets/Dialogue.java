package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/// Two sides take turns; a newline ends each message. The protocol must say who speaks first.
public final class Dialogue {
  private Dialogue() {}

  /// A side that speaks, then listens. Blocks until every message is answered, or the peer's bytes
  /// end.
  ///
  /// @return how many messages got the right answer
  public static int speakFirst(Socket peer, int messages) throws IOException {
    var lines = linesOf(peer);
    var answers = 0;
    for (var m = 1; m <= messages; m++) {
      say(peer, "message " + m);
      var answer = lines.readLine();
      answers += ("answer to message " + m).equals(answer) ? 1 : 0;
    }
    return answers;
  }

  /// A side that listens, then speaks. Blocks until the peer's bytes end.
  ///
  /// @return how many messages it answered
  public static int listenFirst(Socket peer) throws IOException {
    var lines = linesOf(peer);
    var answered = 0;
    for (String line; (line = lines.readLine()) != null; answered++) {
      say(peer, "answer to " + line);
    }
    return answered;
  }

  private static BufferedReader linesOf(Socket peer) throws IOException {
    return new BufferedReader(new InputStreamReader(peer.getInputStream(), UTF_8));
  }

  private static void say(Socket peer, String message) throws IOException {
    peer.getOutputStream().write((message + "\n").getBytes(UTF_8));
  }
}
