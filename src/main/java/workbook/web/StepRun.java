package workbook.web;

import java.io.IOException;
import java.util.Optional;
import workbook.Parameters;
import workbook.Result;
import workbook.explore.Budget;
import workbook.explore.SearchWatch;
import workbook.explore.Verdict;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;
import workbook.run.Run;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.usecase.RunExperiment;
import workbook.view.Picture;
import workbook.view.Theme;

/// A step that was started from a page, and what came of it.
///
/// Thread-safe.
class StepRun {
  private final Book.StepRef ref;
  private final Optional<String> guess;
  private final SearchWatch watch = new SearchWatch();
  private volatile Run running;
  private volatile boolean cancelled;
  private volatile double share;
  private volatile String html;

  /// What pictures are drawn from; null for a scenario, and as long as the run goes on.
  private volatile Result result;

  /// @param guess checked
  StepRun(Book.StepRef ref, Optional<String> guess) {
    this.ref = ref;
    this.guess = guess;
  }

  /// Blocks until the step is over, however it ends.
  ///
  /// @param settings checked; of a scenario none
  /// @param id what the charts' addresses begin with
  void run(Parameters settings, String id, ProgressLog log) {
    try {
      html =
          ref.step().kind() == LessonStep.Kind.SCENARIO
              ? ResultHtml.of(ref, explore(log), guess)
              : ResultHtml.of(ref, conduct(settings, log), guess, id);
    } catch (RuntimeException fault) {
      html = ResultHtml.fault(fault);
      throw fault;
    }
  }

  private Verdict explore(ProgressLog log) {
    var scenario = ref.scenarios().getFirst();
    var exploring = new ExploreScenario(log);
    return guess.isPresent()
        ? exploring.explore(ref, scenario, Budget.DEFAULT, guess.get(), watch)
        : exploring.explore(scenario, Budget.DEFAULT, watch);
  }

  private Result conduct(Parameters settings, ProgressLog log) {
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

  /// Asks it to end. Returns at once.
  void cancel() {
    cancelled = true;
    watch.stop();
    var now = running;
    if (now != null) {
      now.cancel();
    }
  }

  /// What to show when it is over; empty before.
  Optional<String> html() {
    return Optional.ofNullable(html);
  }

  /// How far it is, in words.
  String reach() {
    var reach = watch.reach();
    return reach.isPresent()
        ? "%,d schedules so far".formatted(reach.get().runs())
        : share > 0 ? "%.0f %%".formatted(100 * share) : "It runs.";
  }

  /// One of the charts as SVG; empty when there is no such chart, or none yet.
  ///
  /// @param number from 0
  /// @throws IOException when the machine lacks what pictures need
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
