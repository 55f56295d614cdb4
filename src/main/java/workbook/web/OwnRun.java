package workbook.web;

import workbook.explore.SearchWatch;
import workbook.progress.ProgressLog;
import workbook.usecase.CommandException;
import workbook.view.HtmlText;

/// The programs of the learner's own file, compiled and explored.
///
/// Thread-safe.
final class OwnRun extends PageRun {
  private final OwnFile file;
  private final Games games;
  private volatile SearchWatch watch = new SearchWatch();
  private volatile boolean cancelled;

  OwnRun(OwnFile file, Games games) {
    this.file = file;
    this.games = games;
  }

  @Override
  String show(String address, ProgressLog log) {
    try {
      var html = new StringBuilder();
      var programs = file.programs();
      for (var out : file.leftOut()) {
        html.append("<p>").append(HtmlText.of(out)).append("</p>");
      }
      for (var program : programs) {
        watch = new SearchWatch();
        if (cancelled) {
          return html + ResultHtml.trouble("It was stopped.");
        }
        var game = program.open(watch);
        games.keep(program, game);
        html.append("<h2>").append(HtmlText.of(program.says())).append("</h2>");
        html.append(ProgramHtml.verdict(program, game));
        html.append(ProgramHtml.link(program, "Play this"));
      }
      return html.toString();
    } catch (CommandException wrong) {
      var says = HtmlText.of(wrong.getMessage());
      return "<pre class=\"bad\" tabindex=\"0\">%s</pre>".formatted(says);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return ResultHtml.trouble("It was stopped.");
    }
  }

  @Override
  void cancel() {
    cancelled = true;
    watch.stop();
  }

  @Override
  String reach() {
    return ProgramRun.reach(watch);
  }
}
