package workbook.tui;

import java.time.Duration;
import java.util.Locale;
import workbook.run.ProgressListener;

/// How far a run is, as a bar that can be drawn at any time from any thread.
final class ProgressBar implements ProgressListener {
  private static final int WIDEST = 50;

  private final Glyphs glyphs;
  private final long began = System.nanoTime();
  private volatile double share;

  ProgressBar(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  @Override
  public void at(double share) {
    this.share = Math.clamp(share, 0, 1);
  }

  /// The bar, the percentage and the time since it began.
  ///
  /// @param width columns it may take
  String draw(int width) {
    var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    var figures = String.format(Locale.ROOT, " %3.0f %%  %d s", 100 * share, seconds);
    return filled(share, Math.clamp(width - (long) figures.length() - 2, 1, WIDEST)) + figures;
  }

  private String filled(double share, int cells) {
    var shades = glyphs.bar().length() - 1;
    var steps = (int) Math.round(share * cells * shades);
    var text = new StringBuilder("[");
    for (var cell = 0; cell < cells; cell++) {
      text.append(glyphs.bar().charAt(Math.clamp(steps - (long) cell * shades, 0, shades)));
    }
    return text.append("]").toString();
  }
}
