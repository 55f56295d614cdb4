package _13_websockets.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What the bytes of a handshake and of two frames say.
final class HandshakeFindings {
  static final String TEXT = "hi";
  static final String BYTES = "bytes";
  static final String REQUEST = "request";
  static final String RESPONSE = "answer to it";
  static final String SENT = "frame of the client: " + TEXT;
  static final String GOT = "frame of the server: " + TEXT + " has joined.";
  static final String EXPECTED = "accept, worked out";
  static final String ACCEPT = "Sec-WebSocket-Accept";
  static final String UNDERSTOOD = "the server says";
  static final String FIRST = "header of the server's frame";

  private HandshakeFindings() {}

  static Findings of(Observations seen) {
    var expected = seen.fact(EXPECTED).orElse("nothing expected");
    var accept = seen.fact(ACCEPT).orElse("nothing said");
    var says = seen.fact(UNDERSTOOD).orElse("");
    var header = seen.fact(FIRST).orElse("nothing sent");
    return answer(says, seen)
        .claim(
            "The server's Accept is the SHA-1 of the key and a fixed text, in Base64.",
            accept.equals(expected),
            accept)
        .claim(
            "The server finds the text behind the mask.",
            says.equals(TEXT + " has joined."),
            "it says: \"%s\"".formatted(says))
        .claim(
            "The server's own frame is a text, and isn't masked: its header has two bytes.",
            header.matches("81 [0-7]."),
            header);
  }

  private static Findings answer(String says, Observations seen) {
    var frame = seen.samples(BYTES, SENT).map(Point::median);
    return frame.isPresent() && says.startsWith(TEXT)
        ? Findings.answer("%.0f".formatted(frame.get()))
        : Findings.cannotTell("The server didn't understand the frame. Run it again.");
  }
}
