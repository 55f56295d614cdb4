package _13_websockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// How a web socket begins, and what a short text looks like on it: RFC 6455, sections 4 and 5.
public final class Handshake {
  private static final String ANY_SERVER = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int FINAL = 0x80; // the message ends with this frame
  private static final int MASKED = 0x80;
  public static final int TEXT = 1;

  private Handshake() {}

  /// What a client asks for.
  ///
  /// @param key 16 bytes that it has picked at random, in Base64
  public static String request(String host, String key) {
    return """
    GET / HTTP/1.1\r
    Host: %s\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Key: %s\r
    Sec-WebSocket-Version: 13\r
    \r
    """
        .formatted(host, key);
  }

  /// How a server shows that it has understood: the value of `Sec-WebSocket-Accept`.
  public static String accept(String key) throws NoSuchAlgorithmException {
    var sha1 = MessageDigest.getInstance("SHA-1").digest((key + ANY_SERVER).getBytes(US_ASCII));
    return Base64.getEncoder().encodeToString(sha1);
  }

  /// A text of a client, 125 bytes at most, as one frame.
  ///
  /// @param mask 4 bytes that it has picked at random
  public static byte[] frame(String text, byte[] mask) {
    var payload = text.getBytes(UTF_8);
    var frame = new byte[2 + 4 + payload.length];
    frame[0] = (byte) (FINAL | TEXT);
    frame[1] = (byte) (MASKED | payload.length);
    System.arraycopy(mask, 0, frame, 2, 4);
    for (var n = 0; n < payload.length; n++) {
      frame[6 + n] = (byte) (payload[n] ^ mask[n % 4]);
    }
    return frame;
  }
}
