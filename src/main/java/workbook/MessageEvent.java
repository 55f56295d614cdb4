package workbook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What one party of a conversation did at a moment: wrote bytes, read bytes, closed its side.
///
/// Bytes on their way have no borders between messages. So a chart finds out which read took the
/// bytes of which write as a network does: it counts them.
///
/// @param at nanoseconds since the run began
/// @param party who did it, for example `client`
/// @param peer whom the bytes go to or come from; empty when nobody else is concerned
/// @param bytes how many were written or read; 0 for every other act
/// @param text the bytes, or what was done, as a reader of a chart sees it
public record MessageEvent(long at, String party, Act act, String peer, int bytes, String text) {
  /// What can be done in a conversation.
  public enum Act {
    /// Asks for a connection. What was written on an earlier one of the same two is forgotten.
    CONNECTS("connects"),
    /// Takes the connection that the peer asked for.
    ACCEPTS("accepts"),
    WRITES("writes"),
    READS("reads"),
    /// Says that no byte will follow: closes its socket, or its output only.
    ENDS("ends"),
    /// Reads that the peer's bytes have ended.
    SEES_END("sees the end"),
    /// Anything that concerns nobody else, for example a limit that was reached.
    DOES("");

    private final String verb;

    Act(String verb) {
      this.verb = verb;
    }

    /// The act as a reader of a chart sees it; empty for [#DOES].
    public String verb() {
      return verb;
    }
  }

  private static final int LONGEST_SHOWN = 32;

  public MessageEvent {
    if (bytes < 0) {
      throw new IllegalArgumentException(party + " cannot move " + bytes + " bytes");
    }
  }

  /// Bytes as text in quotes: `"ping\r\n"`. Where they are no UTF-8, for example because a read
  /// ended within a letter, those beyond ASCII stand as `\xC3`. Many bytes are only counted.
  public static String shown(byte[] bytes) {
    if (bytes.length > LONGEST_SHOWN) {
      return String.format(Locale.ROOT, "%,d bytes", bytes.length);
    }
    var text = new StringBuilder();
    letters(bytes).chars().forEach(letter -> text.append(shown((char) letter)));
    return '"' + text.toString() + '"';
  }

  private static String letters(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException cutWithinALetter) {
      var text = new StringBuilder();
      for (var one : bytes) {
        text.append(one < 0 ? "\\x%02X".formatted(one) : (char) one);
      }
      return text.toString();
    }
  }

  private static String shown(char letter) {
    return switch (letter) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\0' -> "\\0";
      default -> String.valueOf(letter);
    };
  }
}
