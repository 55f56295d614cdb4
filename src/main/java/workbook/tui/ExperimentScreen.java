package workbook.tui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Result;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.usecase.Book;
import workbook.usecase.RunExperiment;
import workbook.view.Columns;
import workbook.view.MissingToolException;
import workbook.view.Page;
import workbook.view.Picture;
import workbook.view.RunReport;

/// The screens of an experiment: read, predict, choose the settings, run, see, understand.
final class ExperimentScreen {
  private final Book.ExperimentRef ref;
  private final Experiment experiment;
  private final StepText text;
  private final ProgressLog log;
  private final Ui ui;
  private Parameters settings;
  private Result last;

  /// @param settings what the parameters are when the person changes nothing
  ExperimentScreen(
      Book.ExperimentRef ref, LessonStep step, Parameters settings, ProgressLog log, Ui ui) {
    this.ref = ref;
    this.experiment = ref.experiment();
    this.text = new StepText(ref.name() + ": " + step.title(), step, ui);
    this.log = log;
    this.ui = ui;
    this.settings = settings;
  }

  /// Goes through it once.
  ///
  /// @return whether it ran; false when the person turned back before
  boolean show() {
    if (!text.program()) {
      return false;
    }
    var asked = ref.step(settings);
    var reply = asked.map(step -> PredictionPrompt.ask(ui, text.title(), step.question()));
    if (reply.isPresent() && reply.get().isEmpty()) {
      return false;
    }
    var guess = reply.flatMap(given -> given).flatMap(PredictionPrompt.Reply::guess);
    return choseSettings(guess) && run(guess);
  }

  private boolean run(Optional<String> guess) {
    var running = new RunExperiment(log);
    last = running.run(ref, settings, experiment.plan(), guess, this::watch);
    var setAside = guess.isPresent() && last.prediction().isEmpty();
    return ui.read(text.title(), page -> report(page, setAside));
  }

  private Result watch(Function<ProgressListener, Run> start) {
    return ui.watch(text.title(), start);
  }

  private String report(Page page, boolean setAside) {
    return RunReport.text(experiment, ref.step(settings), last, page)
        + (setAside ? "\n" + Columns.wrapped(RunExperiment.SET_ASIDE, "", page.width()) + "\n" : "")
        + "\n"
        + text.reveal(page);
  }

  /// Whether there is a chart to show in a window of its own.
  boolean hasChart() {
    return !experiment.charts().isEmpty();
  }

  /// Shows the first chart of the last run. Blocks until the person closes it.
  void showWindow() {
    try {
      Picture.window(experiment.charts().getFirst(), last);
    } catch (MissingToolException missing) {
      ui.tell(missing.getMessage());
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  /// Runs with the settings as they are, or asks for each first.
  ///
  /// @return false when the person wants to go back
  private boolean choseSettings(Optional<String> guess) {
    if (experiment.parameters().isEmpty()) {
      return true;
    }
    var now =
        settings.values().entrySet().stream()
            .map(setting -> setting.getKey() + " " + setting.getValue())
            .collect(Collectors.joining(", "));
    var entries =
        List.of(
            new Ui.MenuItem("1", "run", "", "with " + now),
            new Ui.MenuItem("2", "settings", "", "change them first"));
    var said = guess.map(word -> "You said: " + word).orElse("");
    var chosen = ui.choose(new Ui.Choices(text.title(), "", said, entries, 0));
    return chosen.isPresent() && (chosen.getAsInt() == 0 || askedForSettings());
  }

  /// Asks for every parameter, the value of the last run being the default.
  private boolean askedForSettings() {
    var typed = new LinkedHashMap<String, String>();
    for (var parameter : experiment.parameters()) {
      var preset = settings.values().get(parameter.name());
      var field =
          new Ui.TextField(
              text.title(), parameter.name(), parameter.range(), preset, parameter::parse);
      var value = ui.ask(field);
      if (value.isEmpty()) {
        return false;
      }
      typed.put(parameter.name(), value.get());
    }
    settings = Parameters.of(experiment.parameters(), typed);
    return true;
  }
}
