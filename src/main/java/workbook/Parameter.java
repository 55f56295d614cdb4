package workbook;

import java.util.List;
import java.util.Locale;

/// Something a learner may change about an experiment. One declaration serves the menu's prompt,
/// the command line's option and a notebook.
///
/// A value is written the same way everywhere: as text. [#parse] is the only door from text to
/// value.
public sealed interface Parameter {
  /// The option's name without dashes, for example `threads`.
  String name();

  /// The value used when the learner just presses Enter, as text that [#parse] accepts.
  String fallback();

  /// The values allowed, in words: `1 to 64 threads`, `one of plain, volatile`, `yes or no`.
  String range();

  /// Checks and normalises what a learner typed.
  ///
  /// @throws IllegalArgumentException with a sentence that names the range
  String parse(String typed);

  /// A whole number.
  ///
  /// @param min the smallest value allowed, inclusive
  /// @param max the largest value allowed, inclusive
  /// @param unit what is counted, for example `threads` or `ms`
  record Count(String name, int preset, int min, int max, String unit) implements Parameter {
    public Count {
      if (preset < min || preset > max) {
        throw new IllegalArgumentException(name + ": default outside its own range");
      }
    }

    @Override
    public String fallback() {
      return Integer.toString(preset);
    }

    @Override
    public String range() {
      return "%,d to %,d %s".formatted(min, max, unit);
    }

    @Override
    public String parse(String typed) {
      var digits = typed.strip().replaceAll("(?<=\\d)[,_](?=\\d{3})", "");
      try {
        var value = Long.parseLong(digits);
        if (value >= min && value <= max) {
          return Long.toString(value);
        }
      } catch (NumberFormatException notANumber) {
        throw refusal(this, "a whole number from " + range(), typed);
      }
      throw refusal(this, "from " + range(), typed);
    }
  }

  /// One of a few words.
  ///
  /// @param options the words, at least one; the first is the default
  record Choice(String name, List<String> options) implements Parameter {
    public Choice {
      options = List.copyOf(options);
    }

    public Choice(String name, String... options) {
      this(name, List.of(options));
    }

    @Override
    public String fallback() {
      return options.getFirst();
    }

    @Override
    public String range() {
      return "one of " + String.join(", ", options);
    }

    @Override
    public String parse(String typed) {
      var word = typed.strip();
      return options.stream()
          .filter(option -> option.equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(() -> refusal(this, range(), typed));
    }
  }

  /// Yes or no.
  record Toggle(String name, boolean preset) implements Parameter {
    @Override
    public String fallback() {
      return preset ? "yes" : "no";
    }

    @Override
    public String range() {
      return "yes or no";
    }

    @Override
    public String parse(String typed) {
      return switch (typed.strip().toLowerCase(Locale.ROOT)) {
        case "yes", "y", "true", "on" -> "yes";
        case "no", "n", "false", "off" -> "no";
        default -> throw refusal(this, range(), typed);
      };
    }
  }

  private static IllegalArgumentException refusal(Parameter of, String wanted, String typed) {
    return new IllegalArgumentException(
        "--%s must be %s, not '%s'.".formatted(of.name(), wanted, typed.strip()));
  }
}
