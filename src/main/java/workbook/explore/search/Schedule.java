package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The list of choices that makes a run repeat exactly, printed as a short string.
///
/// Only the choices that were not the usual one are kept. `12.1-15.2+5c3f00a1` reads: at decision
/// 12 take option 1, at decision 15 option 2, everywhere else option 0; the place with code
/// 5c3f00a1 has decision points too. The schedule in which nothing unusual happens is `calm`.
///
/// @param turns the unusual choices, in order
/// @param places codes of the places that have decision points of their own
public record Schedule(List<Turn> turns, Set<Integer> places) {
  private static final Pattern SHAPE =
      Pattern.compile("(calm|\\d{1,7}\\.\\d{1,4}(-\\d{1,7}\\.\\d{1,4})*)(\\+[0-9a-f]{1,8})*");

  /// At that decision, take that option.
  public record Turn(int decision, int option) {}

  public Schedule {
    turns = List.copyOf(turns);
    places = new TreeSet<>(places);
  }

  /// Reads what [#toString] printed.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the text is no schedule
  public static Schedule parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a schedule; copy it whole from the report, for example"
              + " 12.1-15.2+5c3f00a1");
    }
    var parts = text.split("\\+");
    var turns = new ArrayList<Turn>();
    if (!parts[0].equals("calm")) {
      for (var turn : parts[0].split("-")) {
        var numbers = turn.split("\\.");
        turns.add(new Turn(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
      }
    }
    var places = new TreeSet<Integer>();
    for (var i = 1; i < parts.length; i++) {
      places.add(Integer.parseUnsignedInt(parts[i], 16));
    }
    return new Schedule(turns, places);
  }

  @Override
  public String toString() {
    var choices =
        turns.isEmpty()
            ? "calm"
            : turns.stream()
                .map(turn -> turn.decision + "." + turn.option)
                .collect(Collectors.joining("-"));
    return choices
        + places.stream()
            .map(code -> "+" + Integer.toHexString(code))
            .collect(Collectors.joining());
  }
}
