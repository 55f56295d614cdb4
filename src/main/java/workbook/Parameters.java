package workbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The value chosen for each parameter of one run, in the order they were declared. Every value has
/// passed its [Parameter#parse].
public record Parameters(Map<String, String> values) {
  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Completes what was typed with the defaults.
  ///
  /// @param declared the experiment's parameters
  /// @param typed text by parameter name; what is missing takes its default
  /// @throws IllegalArgumentException with a plain sentence when a name is unknown or a value is
  ///   out of range
  public static Parameters of(List<Parameter> declared, Map<String, String> typed) {
    var names = declared.stream().map(Parameter::name).toList();
    for (var name : typed.keySet()) {
      if (!names.contains(name)) {
        var offer =
            names.isEmpty() ? "It takes none." : "It takes --" + String.join(", --", names) + ".";
        throw new IllegalArgumentException("There is no parameter --" + name + ". " + offer);
      }
    }
    var values = new LinkedHashMap<String, String>();
    for (var parameter : declared) {
      values.put(
          parameter.name(),
          parameter.parse(typed.getOrDefault(parameter.name(), parameter.fallback())));
    }
    return new Parameters(values);
  }

  /// The defaults of these parameters.
  public static Parameters defaults(List<Parameter> declared) {
    return of(declared, Map.of());
  }

  /// The value of a [Parameter.Count].
  public int count(String name) {
    return Integer.parseInt(value(name));
  }

  /// The value of a [Parameter.Choice].
  public String choice(String name) {
    return value(name);
  }

  /// Whether a [Parameter.Toggle] is set to yes.
  public boolean on(String name) {
    return value(name).equals("yes");
  }

  private String value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
    }
    return value;
  }
}
