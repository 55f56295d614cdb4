package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The decisions that make an execution repeat exactly, printed as a short string.
///
/// Only the choices that differ from the default are kept. `12.1-15.2+5c3f00a1` reads: at decision
/// 12 take option 1, at decision 15 option 2, everywhere else option 0; accesses to the variable
/// with code 5c3f00a1 are decision points, too. The default schedule, which takes option 0
/// everywhere, is printed as `calm`.
///
/// @param choices the choices that differ from the default, in order
/// @param variables codes of the shared variables whose accesses are decision points
public record Decisions(List<Choice> choices, Set<Integer> variables) {
  private static final String DEFAULT = "calm";
  private static final Pattern CHOICE = Pattern.compile("\\d{1,7}\\.\\d{1,4}");
  private static final Pattern VARIABLE = Pattern.compile("[0-9a-f]{1,8}");

  /// At this decision, take this option.
  ///
  /// @param decision counted from 0, from the beginning of the execution
  public record Choice(int decision, int option) {}

  public Decisions {
    choices = List.copyOf(choices);
    variables = new TreeSet<>(variables);
  }

  /// Takes one of these options at each decision, and the default at all later ones.
  public static Decisions taking(List<Integer> options, Set<Integer> variables) {
    var choices = new ArrayList<Choice>();
    for (var decision = 0; decision < options.size(); decision++) {
      if (options.get(decision) != 0) {
        choices.add(new Choice(decision, options.get(decision)));
      }
    }
    return new Decisions(choices, variables);
  }

  /// Reads what [#toString] printed.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the text is no schedule
  public static Decisions parse(String text) {
    var parts = text.split("\\+", -1);
    var choices = new ArrayList<Choice>();
    if (!parts[0].equals(DEFAULT)) {
      for (var part : parts[0].split("-", -1)) {
        var numbers = checked(part, CHOICE, text).split("\\.");
        choices.add(new Choice(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
      }
    }
    var variables = new TreeSet<Integer>();
    for (var i = 1; i < parts.length; i++) {
      variables.add(Integer.parseUnsignedInt(checked(parts[i], VARIABLE, text), 16));
    }
    return new Decisions(choices, variables);
  }

  /// The part of the text, which may be too long for one regular expression.
  private static String checked(String part, Pattern syntax, String text) {
    if (!syntax.matcher(part).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a schedule; copy it whole from the report, for example"
              + " 12.1-15.2+5c3f00a1");
    }
    return part;
  }

  @Override
  public String toString() {
    var text =
        choices.isEmpty()
            ? DEFAULT
            : choices.stream()
                .map(choice -> choice.decision + "." + choice.option)
                .collect(Collectors.joining("-"));
    return text
        + variables.stream()
            .map(code -> "+" + Integer.toHexString(code))
            .collect(Collectors.joining());
  }
}
