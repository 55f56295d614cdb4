package _08_timeouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/// Lines of text on a connection, each ended by a newline.
final class TextLines {
  private TextLines() {}

  static void write(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\n").getBytes(UTF_8));
  }

  /// Reads ahead: one reader for a connection, not one for each line.
  static BufferedReader from(Socket connection) throws IOException {
    return new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
  }
}
