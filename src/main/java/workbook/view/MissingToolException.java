package workbook.view;

import java.io.IOException;

/// Something outside the workbook is not there without which pictures cannot be drawn. The message
/// is a sentence that says what to do.
public final class MissingToolException extends IOException {
  MissingToolException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
