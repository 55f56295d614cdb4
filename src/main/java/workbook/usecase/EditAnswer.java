package workbook.usecase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import workbook.compile.SourceText;
import workbook.grade.Submission;
import workbook.io.AtomicFile;
import workbook.io.IoErrors;

/// A learner's file, read and written by an editor of the workbook's own. What another program has
/// written meanwhile is never written over.
public final class EditAnswer {
  /// The version of a file that isn't there.
  public static final String GONE = "gone";

  private final Path file;
  private final String shown;

  /// @param submission the learner's own file
  public EditAnswer(Submission submission) {
    file = submission.file();
    shown = submission.shown();
  }

  /// What the file holds.
  ///
  /// @param version the same for the same text; [#GONE] where there is no file
  public record Text(String text, String version) {}

  /// Reads the file. One that isn't there holds nothing.
  ///
  /// @throws CommandException when it can't be read, or isn't text
  public Text read() throws CommandException {
    var bytes = bytes();
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.orElse(new byte[0])));
      return new Text(text.toString(), version(bytes));
    } catch (CharacterCodingException otherEncoding) {
      throw CommandException.environment(
          "%s isn't written in UTF-8. Save it in UTF-8 with your own editor first."
              .formatted(shown));
    }
  }

  /// The version of what the file holds; [#GONE] where there is no file.
  ///
  /// @throws CommandException when it can't be read
  public String version() throws CommandException {
    return version(bytes());
  }

  /// Writes the file, whole or not at all, if it still holds what was read. Between that look and
  /// the writing, another program has less than a millisecond to lose its text.
  ///
  /// @param version of what was read
  /// @return the version of what it holds now; empty when it held something else, and still does
  /// @throws CommandException when it can't be written; it is then as it was before
  public Optional<String> write(String text, String version) throws CommandException {
    if (!version().equals(version)) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(file, file.resolveSibling(file.getFileName() + ".draft"), text);
      return Optional.of(version(Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException failure) {
      throw CommandException.environment(
          "%s could not be written: %s.".formatted(shown, IoErrors.of(failure)));
    }
  }

  private Optional<byte[]> bytes() throws CommandException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw CommandException.environment(
          "%s is not a regular file. Edit it with your own editor.".formatted(shown));
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw CommandException.environment(
          "%s could not be read: %s.".formatted(shown, IoErrors.of(failure)));
    }
  }

  private static String version(Optional<byte[]> bytes) {
    return bytes.map(SourceText::sha256).orElse(GONE);
  }
}
