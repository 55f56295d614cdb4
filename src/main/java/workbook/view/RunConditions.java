package workbook.view;

import java.util.ArrayList;
import java.util.stream.Collectors;
import workbook.Result;

/// What a reader must know of a run to judge its figures, as one line.
final class RunConditions {
  private static final String DOT = " · ";

  private RunConditions() {}

  /// Name, parameters, duration, machine.
  static String all(Result result) {
    var took = Numbers.of(result.took().toMillis() / 1000.0) + " s";
    var jdk = result.machine().jdk();
    return result.experiment() + DOT + parameters(result) + took + DOT + machine(result, jdk);
  }

  /// What belongs under the title of a picture: parameters and machine.
  static String brief(Result result) {
    var version = result.machine().jdk().replaceAll(",.*", "");
    return parameters(result) + machine(result, version);
  }

  private static String parameters(Result result) {
    return result.parameters().values().entrySet().stream()
        .map(value -> value.getKey() + " " + Numbers.typed(value.getValue()) + DOT)
        .collect(Collectors.joining());
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
