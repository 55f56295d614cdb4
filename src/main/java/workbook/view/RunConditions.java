package workbook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workbook.Parameter;
import workbook.Result;

/// What a reader must know of a run to judge its figures, as one line.
final class RunConditions {
  private static final String DOT = " · ";

  /// The beginning of a parameter's unit that belongs behind its value. What it counts besides, its
  /// name says.
  private static final Pattern UNIT =
      Pattern.compile("(ns|us|ms|s|%|bytes|kB|KiB|MB|MiB|thousand|\\w+ a second)(?=[ ,]|$)");

  private RunConditions() {}

  /// Name, parameters, duration, machine.
  ///
  /// @param declared the experiment's parameters, which know their units
  static String all(Result result, List<Parameter> declared) {
    var took = Numbers.of(result.took().toMillis() / 1000.0) + " s";
    var jdk = result.machine().jdk();
    return result.experiment()
        + DOT
        + parameters(result, declared)
        + took
        + DOT
        + machine(result, jdk);
  }

  /// What belongs under the title of a picture: parameters and machine.
  ///
  /// @param declared the experiment's parameters, which know their units
  static String brief(Result result, List<Parameter> declared) {
    var version = result.machine().jdk().replaceAll(",.*", "");
    return parameters(result, declared) + machine(result, version);
  }

  private static String parameters(Result result, List<Parameter> declared) {
    return result.parameters().values().entrySet().stream()
        .map(one -> one.getKey() + " " + value(one.getKey(), one.getValue(), declared) + DOT)
        .collect(Collectors.joining());
  }

  /// For example `100 ms`, or `4` where the name says what is counted.
  private static String value(String name, String value, List<Parameter> declared) {
    return declared.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> parameter instanceof Parameter.Count count ? unit(count) : "")
        .filter(unit -> !unit.isEmpty())
        .map(unit -> Numbers.typed(value) + " " + Numbers.unit(unit))
        .findFirst()
        .orElse(Numbers.typed(value));
  }

  /// For example `ms` of `ms for each lock`; empty where things are counted.
  private static String unit(Parameter.Count count) {
    var unit = UNIT.matcher(count.unit());
    return unit.lookingAt() ? unit.group(1) : "";
  }

  private static String machine(Result result, String jdk) {
    var machine = result.machine();
    var parts = new ArrayList<String>();
    parts.add(machine.cpu());
    parts.add(machine.cores() == 1 ? "1 core" : machine.cores() + " cores");
    parts.add(jdk.isBlank() ? "" : "JDK " + jdk);
    parts.add(machine.os());
    parts.removeIf(String::isBlank);
    return String.join(DOT, parts);
  }
}
