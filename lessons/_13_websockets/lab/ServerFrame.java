package _13_websockets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A frame of the server's. These are not masked.
///
/// @param header its first bytes: two, or four where the length does not fit into seven bits
public record ServerFrame(byte[] header, byte[] payload) {
  public int opcode() {
    return header[0] & 0x0F;
  }

  public String text() {
    return new String(payload, UTF_8);
  }

  /// What a close frame says; RFC 6455 lists the codes.
  public int closeCode() {
    return (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
  }
}
