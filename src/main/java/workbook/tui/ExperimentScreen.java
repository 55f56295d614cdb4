package workbook.tui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Question;
import workbook.Result;
import workbook.progress.ProgressLog;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.usecase.Book;
import workbook.usecase.EnvironmentCheck;
import workbook.usecase.PredictionParser;
import workbook.usecase.RunExperiment;
import workbook.view.Markdown;
import workbook.view.MissingToolException;
import workbook.view.Page;
import workbook.view.Picture;
import workbook.view.RunReport;

/// The screens of an experiment: predict, choose the settings, run, see, understand.
final class ExperimentScreen {
  private static final String NO_GUESS = "";

  private final Book.ExperimentRef ref;
  private final Experiment experiment;
  private final String following;
  private final ProgressLog log;
  private final Ui ui;
  private Parameters settings;

  /// @param following the title of the experiment after this one; empty when there is none
  ExperimentScreen(Book.ExperimentRef ref, String following, ProgressLog log, Ui ui) {
    this(ref, following, Parameters.defaults(ref.experiment().parameters()), log, ui);
  }

  /// @param settings what the parameters are when the person changes nothing
  ExperimentScreen(
      Book.ExperimentRef ref, String following, Parameters settings, ProgressLog log, Ui ui) {
    this.ref = ref;
    this.experiment = ref.experiment();
    this.following = following;
    this.log = log;
    this.ui = ui;
    this.settings = settings;
  }

  /// Goes through it once or more often.
  ///
  /// @return whether the person wants to go on to the experiment after this one
  boolean show() {
    var guess = predict();
    while (guess.isPresent() && choseSettings()) {
      var prediction = guess.filter(typed -> !typed.equals(NO_GUESS));
      var result =
          new RunExperiment(log).run(ref, settings, experiment.plan(), prediction, this::watch);
      if (!ui.read(title(), page -> report(result, page))) {
        return false;
      }
      var next = next();
      while (next == Next.WINDOW) {
        showWindow(result);
        next = next();
      }
      if (next != Next.AGAIN) {
        return next == Next.FOLLOWING;
      }
    }
    return false;
  }

  private void showWindow(Result result) {
    try {
      Picture.window(experiment.charts().getFirst(), result);
    } catch (MissingToolException missing) {
      ui.tell(missing.getMessage());
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  private Result watch(Function<ProgressListener, Run> start) {
    return ui.watch(title(), start);
  }

  private String title() {
    return ref.name() + ": " + ref.step().title();
  }

  /// What the person predicts, [#NO_GUESS] when they would rather see; empty to go back.
  private Optional<String> predict() {
    return switch (ref.step().question()) {
      case Question.Choice choice -> predictOne(choice);
      case Question.Number number ->
          ui.ask(
              new Ui.TextField(
                  title(),
                  number.text(),
                  "a number of " + number.unit() + ", or nothing",
                  "no guess",
                  typed ->
                      typed.equals("no guess") ? NO_GUESS : PredictionParser.parse(number, typed)));
    };
  }

  private Optional<String> predictOne(Question.Choice choice) {
    var entries = new ArrayList<Ui.MenuItem>();
    for (var option : choice.options()) {
      entries.add(new Ui.MenuItem(Integer.toString(entries.size() + 1), option, "", ""));
    }
    entries.add(new Ui.MenuItem("0", "no guess", "", "just show me"));
    var choices = new Ui.Choices(title(), "your prediction", choice.text(), entries, 0);
    var chosen = ui.choose(choices);
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            chosen.getAsInt() < choice.options().size()
                ? choice.options().get(chosen.getAsInt())
                : NO_GUESS);
  }

  /// Asks for every parameter, the value of the last run being the default.
  private boolean choseSettings() {
    var typed = new LinkedHashMap<String, String>();
    for (var parameter : experiment.parameters()) {
      var preset = settings.values().get(parameter.name());
      var field =
          new Ui.TextField(title(), parameter.name(), parameter.range(), preset, parameter::parse);
      var value = ui.ask(field);
      if (value.isEmpty()) {
        return false;
      }
      typed.put(parameter.name(), value.get());
    }
    settings = Parameters.of(experiment.parameters(), typed);
    return true;
  }

  private String report(Result result, Page page) {
    return RunReport.text(experiment, ref.step(), result, page)
        + "\n"
        + Markdown.terminal("## Why\n\n" + ref.step().reveal(), page);
  }

  private enum Next {
    FOLLOWING("next"),
    AGAIN("again"),
    WINDOW("chart"),
    BACK("back");

    private final String label;

    Next(String label) {
      this.label = label;
    }
  }

  private Next next() {
    var meanings = new ArrayList<Next>(List.of(Next.values()));
    if (following.isEmpty()) {
      meanings.remove(Next.FOLLOWING);
    }
    if (experiment.charts().isEmpty() || !EnvironmentCheck.hasDisplay()) {
      meanings.remove(Next.WINDOW);
    }
    var entries = new ArrayList<Ui.MenuItem>();
    for (var next : meanings) {
      var number = Integer.toString(entries.size() + 1);
      entries.add(new Ui.MenuItem(number, next.label, "", detail(next)));
    }
    var start = following.isEmpty() ? entries.size() - 1 : 0;
    var chosen = ui.choose(new Ui.Choices(title(), "", "", entries, start));
    return chosen.isEmpty() ? Next.BACK : meanings.get(chosen.getAsInt());
  }

  private String detail(Next next) {
    return switch (next) {
      case FOLLOWING -> following;
      case AGAIN -> "the same question, other settings";
      case WINDOW -> "in a window; close it to go on";
      case BACK -> "to the lesson";
    };
  }
}
