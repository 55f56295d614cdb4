package workbook.run;

import java.util.Optional;
import workbook.Observations;
import workbook.Result.Ending;
import workbook.json.ObservationsJson;

/// A message from the JVM of a run to the workbook: one line of text on its standard output.
///
/// Lines that are no frame may stand between them: whatever a process that shares the output wrote.
sealed interface Frame {
  /// What was seen since the frame before.
  ///
  /// @param number counts from 0, so that a lost frame is noticed
  record Seen(long number, Observations observations) implements Frame {}

  /// How far the run has come, from 0 to 1.
  record Share(double share) implements Frame {}

  /// The run is over. The last frame.
  ///
  /// @param number how many [Seen] frames went before
  record Over(long number, Termination end) implements Frame {}

  String PREFIX = "workbook:";

  default String line() {
    return PREFIX
        + switch (this) {
          case Seen(var number, var seen) -> "seen " + number + " " + ObservationsJson.write(seen);
          case Share(var share) -> "share " + share;
          case Over(var number, Termination(var ending, var trouble)) ->
              "over " + number + " " + ending + " " + trouble.replaceAll("\\R", " ");
        };
  }

  /// The frame of this line, or nothing when the line is no frame.
  static Optional<Frame> read(String line) {
    var words = line.split(" ", 3);
    try {
      return switch (words[0]) {
        case PREFIX + "seen" ->
            Optional.of(new Seen(Long.parseLong(words[1]), ObservationsJson.read(words[2])));
        case PREFIX + "share" -> Optional.of(new Share(Double.parseDouble(words[1])));
        case PREFIX + "over" -> Optional.of(new Over(Long.parseLong(words[1]), end(words[2])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
      return Optional.empty();
    }
  }

  private static Termination end(String text) {
    var space = text.indexOf(' ');
    return new Termination(Ending.valueOf(text.substring(0, space)), text.substring(space + 1));
  }
}
