package workbook.tui;

import java.util.Optional;
import workbook.explore.Budget;
import workbook.explore.Verdict;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.view.AssessmentText;
import workbook.view.Page;
import workbook.view.VerdictReport;

/// The screens of a step that explores a scenario: read, predict, see every schedule, understand.
final class ScenarioStepScreen {
  private final Book.StepRef step;
  private final Book.ScenarioRef scenario;
  private final StepText text;
  private final ProgressLog log;
  private final Ui ui;

  ScenarioStepScreen(Book.StepRef step, ProgressLog log, Ui ui) {
    this.step = step;
    this.scenario = step.scenarios().getFirst();
    this.text = new StepText(step.title(), step.step(), ui);
    this.log = log;
    this.ui = ui;
  }

  /// Goes through it once.
  ///
  /// @return whether it was explored; false when the person turned back before
  boolean show() {
    if (!text.program()) {
      return false;
    }
    var reply = PredictionPrompt.ask(ui, text.title(), step.step().question());
    if (reply.isEmpty()) {
      return false;
    }
    var guess = reply.get().guess();
    var exploring = new ExploreScenario(log);
    var verdict =
        guess.isPresent()
            ? exploring.explore(step, scenario, Budget.DEFAULT, guess.get())
            : exploring.explore(scenario, Budget.DEFAULT);
    return ui.read(text.title(), page -> report(verdict, guess, page));
  }

  private String report(Verdict verdict, Optional<String> guess, Page page) {
    var says = scenario.scenario().says();
    var judged =
        guess
            .map(said -> step.step().assess(said, ExploreScenario.answer(verdict)))
            .map(assessment -> AssessmentText.of(assessment, "", page) + "\n")
            .orElse("");
    return VerdictReport.of(scenario.name(), says, verdict, page)
        + "\n"
        + guess.map(said -> "You said " + said + ".\n").orElse("")
        + judged
        + text.reveal(page);
  }
}
