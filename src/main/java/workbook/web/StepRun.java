package workbook.web;

import java.io.IOException;
import java.util.Optional;
import workbook.Parameters;
import workbook.Result;
import workbook.explore.SearchWatch;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;
import workbook.run.Run;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.usecase.PlayScenario;
import workbook.usecase.RunExperiment;
import workbook.view.Picture;
import workbook.view.Theme;

/// A step that was started from a page, and what came of it.
///
/// Thread-safe.
final class StepRun extends PageRun {
  private final Book.StepRef ref;
  private final Parameters settings;
  private final Optional<String> guess;
  private final Games games;
  private final SearchWatch watch = new SearchWatch();
  private volatile Run running;
  private volatile boolean cancelled;
  private volatile double share;

  /// What pictures are drawn from; null for a scenario, and as long as the run goes on.
  private volatile Result result;

  /// @param settings checked; of a scenario none
  /// @param guess checked
  /// @param games keep a scenario for moves that follow
  StepRun(Book.StepRef ref, Parameters settings, Optional<String> guess, Games games) {
    this.ref = ref;
    this.settings = settings;
    this.guess = guess;
    this.games = games;
  }

  @Override
  String show(String address, ProgressLog log) {
    return ref.step().kind() == LessonStep.Kind.SCENARIO
        ? ResultHtml.of(ref, explore(log), guess)
        : ResultHtml.of(ref, conduct(log), guess, address);
  }

  private PlayScenario explore(ProgressLog log) {
    var scenario = ref.scenarios().getFirst();
    var program = new Playable.OfBook(scenario);
    var game = program.open(watch);
    games.keep(program, game);
    var verdict = game.session().verdict();
    var exploring = new ExploreScenario(log);
    guess.ifPresentOrElse(
        said -> exploring.explored(ref, scenario, said, verdict),
        () -> exploring.explored(scenario, verdict));
    return game;
  }

  private Result conduct(ProgressLog log) {
    var experiment = ref.experiment().orElseThrow();
    result =
        new RunExperiment(log)
            .run(
                experiment,
                settings,
                experiment.experiment().plan(),
                guess,
                start -> {
                  running = start.apply(now -> share = now);
                  if (cancelled) {
                    running.cancel();
                  }
                  try {
                    return running.await();
                  } catch (InterruptedException leaving) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("the server ends");
                  }
                });
    return result;
  }

  @Override
  void cancel() {
    cancelled = true;
    watch.stop();
    var now = running;
    if (now != null) {
      now.cancel();
    }
  }

  @Override
  String reach() {
    return share > 0 ? "%.0f %%".formatted(100 * share) : ProgramRun.reach(watch);
  }

  @Override
  Optional<String> chart(int number, Theme theme) throws IOException {
    if (result == null) {
      return Optional.empty();
    }
    var experiment = ref.experiment().orElseThrow().experiment();
    if (number >= experiment.charts().size()) {
      return Optional.empty();
    }
    var chart = experiment.charts().get(number);
    return Optional.of(Picture.svg(chart, result, experiment.parameters(), theme));
  }
}
