package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.notebook.OutputLine;

/// What threads print while a person is asked for a line: it would land in what they type. It is
/// kept until they have answered, the first thousand lines of it.
final class LateOutput {
  private static final int MOST = 1_000;

  private final List<OutputLine> kept = new ArrayList<>();
  private boolean held;
  private int lost;

  /// From now on, lines are kept.
  synchronized void hold() {
    held = true;
  }

  /// Takes a line, if they are kept now.
  ///
  /// @return whether it was taken
  synchronized boolean keep(OutputLine line) {
    if (!held) {
      return false;
    }
    if (kept.size() < MOST) {
      kept.add(line);
    } else {
      lost++;
    }
    return true;
  }

  /// Gives out what was kept, and keeps nothing more. Nobody's line comes between.
  synchronized void release(Consumer<OutputLine> to) {
    held = false;
    kept.forEach(to);
    if (lost > 0) {
      to.accept(new OutputLine("main", "(and %,d lines more)".formatted(lost)));
    }
    kept.clear();
    lost = 0;
  }
}
