package workbook.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The text of a Java file, or what keeps it from being read as one.
///
/// @param text without a byte order mark; empty when there is a diagnostic
/// @param sha256 of the file's bytes, in hexadecimal digits; empty when there is a diagnostic
public record SourceText(String text, String sha256, Optional<SourceDiagnostic> diagnostic) {
  /// Brackets within brackets. Nobody writes so many, and compilers fail at some thousands.
  private static final int DEEPEST = 200;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// Reads a file. Blocks while the disk does.
  ///
  /// @param name what the file in a folder would be called, should a folder be given
  /// @param largest the most bytes that it may have
  /// @param thatIs why a larger file is none, to end a sentence
  public static SourceText read(Path file, String name, int largest, String thatIs) {
    try {
      if (!Files.exists(file)) {
        return refused(file, "There is no such file.");
      }
      if (Files.isDirectory(file)) {
        return refused(file, "This is a folder; name the file in it, " + name + ".");
      }
      if (!Files.isRegularFile(file)) {
        return refused(file, "This is not a regular file. Name a Java file.");
      }
      try (var in = Files.newInputStream(file)) {
        return of(file, in.readNBytes(largest + 1), largest, thatIs);
      }
    } catch (IOException unreadable) {
      return refused(file, "This file cannot be read. Check its permissions.");
    }
  }

  /// The text of a file that somebody else has read.
  ///
  /// @param file what it is called
  /// @param bytes all of it, or more than may be
  /// @param largest the most bytes that it may have
  /// @param thatIs why a larger file is none, to end a sentence
  public static SourceText of(Path file, byte[] bytes, int largest, String thatIs) {
    return bytes.length > largest
        ? refused(file, "This file is larger than %,d bytes; %s.".formatted(largest, thatIs))
        : decoded(file, bytes);
  }

  private static SourceText decoded(Path file, byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1]) {
      return refused(file, "This file is saved as UTF-16; save it as UTF-8.");
    }
    var in = ByteBuffer.wrap(bytes);
    try {
      var text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in)
              .toString();
      return checked(
          file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, sha256(bytes));
    } catch (CharacterCodingException notUtf8) {
      var before = new String(bytes, 0, in.position(), UTF_8);
      return at(file, before, "This line is not UTF-8; save the file as UTF-8.");
    }
  }

  /// The SHA-256 of these bytes, in hexadecimal digits.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible); // every Java platform has it
    }
  }

  private static SourceText checked(Path file, String text, String sha256) {
    if (text.isBlank()) {
      return refused(file, "This file is empty.");
    }
    var nul = text.indexOf('\0');
    if (nul >= 0) {
      return at(file, text.substring(0, nul), "This line holds a NUL character; delete it.");
    }
    return tooDeep(file, text).orElseGet(() -> new SourceText(text, sha256, Optional.empty()));
  }

  private static Optional<SourceText> tooDeep(Path file, String text) {
    var depth = 0;
    for (var i = 0; i < text.length(); i++) {
      depth +=
          switch (text.charAt(i)) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
          };
      if (depth > DEEPEST) {
        var says = "More than %d brackets are open here; close some.".formatted(DEEPEST);
        return Optional.of(at(file, text.substring(0, i), says));
      }
    }
    return Optional.empty();
  }

  private static SourceText refused(Path file, String says) {
    return new SourceText("", "", Optional.of(SourceDiagnostic.about(file.toString(), says)));
  }

  /// A diagnostic about the line after what went before.
  private static SourceText at(Path file, String before, String says) {
    var line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    var name = file.getFileName().toString();
    return new SourceText("", "", Optional.of(new SourceDiagnostic(says, name, line, 0, "")));
  }
}
