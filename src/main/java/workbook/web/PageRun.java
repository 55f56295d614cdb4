package workbook.web;

import java.io.IOException;
import java.util.Optional;
import workbook.progress.ProgressLog;
import workbook.view.Theme;

/// Something that a page has started and waits for.
///
/// Thread-safe.
abstract class PageRun {
  private volatile String html;

  /// Blocks until it is over, however it ends.
  ///
  /// @param address what the addresses of its parts begin with
  final void run(String address, ProgressLog log) {
    try {
      html = show(address, log);
    } catch (RuntimeException | Error fault) {
      html = ResultHtml.trouble("The workbook itself failed: " + fault);
      throw fault;
    }
  }

  /// Blocks until it is over.
  ///
  /// @return what came of it, as the part of a page
  abstract String show(String address, ProgressLog log);

  /// Asks it to end. Returns at once.
  abstract void cancel();

  /// How far it is, in words.
  abstract String reach();

  /// One of its charts as SVG; empty when there is no such chart, or none yet.
  ///
  /// @param number from 0
  /// @throws IOException when the machine lacks what pictures need
  Optional<String> chart(int number, Theme theme) throws IOException {
    return Optional.empty();
  }

  /// What to show when it is over; empty before.
  final Optional<String> html() {
    return Optional.ofNullable(html);
  }
}
