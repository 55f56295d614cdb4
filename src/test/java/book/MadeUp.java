package book;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import workbook.Claim;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.run.Observed;

/// What a run of an experiment could have observed, made up by a test.
///
/// Each lesson's test package holds a class such as `RacesMadeUp`, with observations for each of
/// its experiments; [FindingsTest] gives them to the experiment and looks at what it makes of them.
///
/// @param settings parameters that are not the defaults
/// @param answer what the experiment must answer: words of a choice, a number, or
///   [workbook.Findings#CANNOT_TELL]
public record MadeUp(Map<String, String> settings, Observations seen, String answer) {
  /// The made-up observations of a lesson.
  public interface OfLesson {
    /// Observations for each experiment, by its id. Together they make it give every answer, and
    /// make each claim hold once and fail once.
    Map<String, List<MadeUp>> experiments();
  }

  /// Observations and the answer they must lead to.
  ///
  /// @param records records what was observed
  /// @param settings parameters that are not the defaults, each as `name=value`
  public static MadeUp answering(String answer, Consumer<Recorder> records, String... settings) {
    var values =
        Arrays.stream(settings)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));
    return new MadeUp(values, Observed.of(records), answer);
  }

  /// The claims of an experiment that it refutes.
  public List<Claim> refuted(Experiment experiment) {
    return findings(experiment).claims().stream().filter(claim -> !claim.held()).toList();
  }

  /// What an experiment makes of it.
  public Findings findings(Experiment experiment) {
    return experiment.findings(Parameters.of(experiment.parameters(), settings), seen);
  }
}
