package _01_processes.lab;

import java.util.List;
import workbook.Observations;
import workbook.TranscriptLine;

/// Short ways to what was observed.
final class Readings {
  /// What somebody said, in the order of time.
  static List<String> said(Observations seen, String speaker) {
    return seen.transcript().stream()
        .filter(line -> line.speaker().equals(speaker))
        .map(TranscriptLine::text)
        .toList();
  }

  /// The median of a series; 0 when nothing was measured.
  static double median(Observations seen, String quantity, String series) {
    return seen.samples(quantity, series).map(point -> point.median()).orElse(0.0);
  }

  private Readings() {}
}
