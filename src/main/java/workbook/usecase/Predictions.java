package workbook.usecase;

import java.util.Optional;
import workbook.page.Assessment;
import workbook.progress.Prediction;
import workbook.progress.ProgressLog;

/// Judges predictions and remembers what came of them.
final class Predictions {
  private Predictions() {}

  /// Remembers a prediction, if the answer settles it.
  static Assessment remember(ProgressLog log, Book.StepRef ref, String guess, String answer) {
    var assessment = ref.step().assess(guess, answer);
    score(assessment)
        .ifPresent(score -> log.addPrediction(ref.name(), new Prediction(score, answer)));
    return assessment;
  }

  /// How a prediction was judged; empty when nobody can say.
  static Optional<Prediction.Score> score(Assessment assessment) {
    return switch (assessment.kind()) {
      case RIGHT -> Optional.of(Prediction.Score.RIGHT);
      case CLOSE -> Optional.of(Prediction.Score.CLOSE);
      case WRONG -> Optional.of(Prediction.Score.WRONG);
      case CANNOT_TELL -> Optional.empty();
    };
  }
}
